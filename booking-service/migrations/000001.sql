-- The first schema: what Salesforce defines (mirror), who got what (claims, meetings, reservations), what Salesforce still has to hear (outbox).

create extension if not exists btree_gist;

-- ---------------------------------------------------------------- mirror

-- Links, meeting types, hosts and schedules as Salesforce last told them, one row a record.
-- Each write takes the next version under one lock, so a reader that knows version n only needs the rows above it.
create table definitions (
    object_name text not null,
    id text not null,
    fields jsonb not null,
    system_modstamp timestamptz not null,
    is_deleted boolean not null default false,
    version bigint not null,
    primary key (object_name, id)
);
create index definitions_version on definitions (version);

-- How far each object has been read. Stamps are Salesforce's, never this machine's clock.
create table mirror_watermarks (
    object_name text primary key,
    system_modstamp timestamptz not null
);

-- One row: the newest version of the definitions, and when a poll last reached Salesforce.
create table mirror_state (
    is_only_row boolean primary key default true check (is_only_row),
    version bigint not null default 0,
    polled_at timestamptz,
    organization_id text
);
insert into mirror_state default values;

create table single_use_links (
    token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
    id text not null,
    booking_link_id text not null,
    owner_id text not null,
    lead_id text,
    contact_id text,
    account_id text,
    opportunity_id text,
    case_id text,
    recipient_email text,
    expires_at timestamptz,
    revoked_at timestamptz,
    claimed_by_uid text,
    is_deleted boolean not null default false,
    system_modstamp timestamptz not null,
    read_at timestamptz not null
);
create index single_use_links_id on single_use_links (id);

-- The busy times of a host as last read, kept so that booking goes on when the calendar cannot be reached.
create table host_calendars (
    host_id text primary key,
    covers tstzrange not null,
    busy jsonb not null,
    read_at timestamptz not null
);

-- ---------------------------------------------------------------- meetings

create table meetings (
    uid uuid primary key,
    revision integer not null default 1 check (revision > 0),
    status text not null check (status in ('scheduled', 'rescheduled', 'completed', 'no_show', 'canceled')),
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    time_zone text not null,
    link_type text not null check (link_type in ('standard', 'managed', 'single_use')),
    token_hash text,
    booking_link_id text not null,
    meeting_type_id text not null,
    -- Everything the meeting keeps whatever later happens to its link: see MeetingSnapshot.
    snapshot jsonb not null,
    manage_token_hash text not null unique,
    salesforce_id text,
    salesforce_event_id text,
    booked_at timestamptz not null default now(),
    changed_at timestamptz not null default now()
);
-- Daily and weekly limits are counted here, under a lock, so a canceled or moved meeting needs no bookkeeping.
create index meetings_type_starts_at on meetings (meeting_type_id, starts_at);
create index meetings_token_hash on meetings (token_hash) where token_hash is not null;

-- The one use of a single-use link: whoever inserts the row has it.
create table claims (
    token_hash text primary key,
    meeting_uid uuid not null unique references meetings deferrable initially deferred,
    claimed_at timestamptz not null default now()
);

-- No host is ever in two meetings at once, buffers included, whatever link or type they were booked through.
create table host_reservations (
    meeting_uid uuid not null references meetings deferrable initially deferred,
    host_id text not null,
    -- How the host came in: 'required', or the pool's id.
    came_from text not null,
    during tstzrange not null,
    primary key (meeting_uid, host_id),
    constraint host_reservations_no_overlap exclude using gist (host_id with =, during with &&)
);
create index host_reservations_came_from on host_reservations (came_from, host_id);

-- A retried booking gets its first answer again. The manage token is sealed with the client's own key,
-- of which only the hash is kept, so this table opens nothing.
create table idempotency_keys (
    key_hash text primary key,
    request_hash text not null,
    meeting_uid uuid not null references meetings deferrable initially deferred,
    sealed_manage_token bytea not null,
    created_at timestamptz not null default now()
);
create index idempotency_keys_created_at on idempotency_keys (created_at);

-- ---------------------------------------------------------------- outbox

-- One row a meeting, latest state wins: Salesforce is right when done_revision has reached wanted_revision.
create table outbox (
    meeting_uid uuid primary key references meetings deferrable initially deferred,
    wanted_revision integer not null,
    done_revision integer not null default 0,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    -- The lease number fences a worker that was paused past its lease.
    lease bigint not null default 0,
    leased_until timestamptz,
    parked_at timestamptz,
    error_code text,
    error_field text,
    error_message text,
    waiting_since timestamptz not null default now()
);
create index outbox_waiting on outbox (next_attempt_at) where done_revision < wanted_revision and parked_at is null;
create index outbox_parked on outbox (parked_at) where parked_at is not null;

-- ---------------------------------------------------------------- limits

-- Requests counted by a hash of who sends them; the layout is rate-limiter-flexible's.
create unlogged table rate_limits (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
);
create index rate_limits_expire on rate_limits (expire);
