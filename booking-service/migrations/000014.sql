-- The check that a visitor of a reusable link is no program: what signs its challenges, and which of them were answered.

create table signing_keys (
    name text primary key,
    key bytea not null,
    created_at timestamptz not null default now()
);

-- A challenge is good for one attempt to book, however often that is repeated.
create table spent_challenges (
    nonce text primary key,
    attempt_id text not null,
    spent_at timestamptz not null default now()
);
create index spent_challenges_age on spent_challenges (spent_at);
