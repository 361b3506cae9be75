-- The life of a meeting after its booking: changes with who and why, tokens that moved on, what hosts ask for in
-- Salesforce, and one breaker that all replicas share.

alter table meetings
    add column reschedule_count integer not null default 0,
    -- Those the prospect did: only these count against the meeting type's limit.
    add column prospect_reschedule_count integer not null default 0,
    add column canceled_at timestamptz,
    add column canceled_by text check (canceled_by in ('prospect', 'host', 'admin')),
    add column cancel_reason text,
    add column no_show_at timestamptz,
    -- Set when canceling gave the one use of the link back; the claim is gone then.
    add column claim_released_at timestamptz;

-- Tokens of mails that went out before the meeting moved: they open nothing but can say so.
create table retired_manage_tokens (
    token_hash text primary key,
    meeting_uid uuid not null references meetings,
    retired_at timestamptz not null default now()
);

-- Every change of every meeting: who, what, why, when. Rows are only ever added.
create table meeting_changes (
    meeting_uid uuid not null references meetings,
    revision integer not null,
    kind text not null,
    actor text not null check (actor in ('prospect', 'host', 'admin')),
    -- The Salesforce user; absent for a prospect.
    actor_id text,
    reason text,
    -- What changed: the values before and after.
    details jsonb not null,
    changed_at timestamptz not null default now(),
    primary key (meeting_uid, revision)
);

-- A retried change gets its first answer again; the manage token is sealed as in `idempotency_keys`.
create table change_keys (
    key_hash text primary key,
    request_hash text not null,
    meeting_uid uuid not null references meetings,
    sealed_manage_token bytea not null,
    created_at timestamptz not null default now()
);
create index change_keys_created_at on change_keys (created_at);

-- What hosts and admins asked for in Salesforce, once it was carried out or refused: written with the change itself,
-- so that an action found twice is carried out once.
create table meeting_actions (
    id text primary key,
    result text not null check (result in ('Done', 'Refused')),
    error text,
    done_at timestamptz not null default now()
);

-- One row: while open, no replica sends anything to Salesforce.
create table salesforce_breaker (
    is_only_row boolean primary key default true check (is_only_row),
    reason text,
    opened_at timestamptz,
    open_until timestamptz
);
insert into salesforce_breaker default values;
