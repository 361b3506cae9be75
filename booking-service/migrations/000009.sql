-- Whom a single-use link was made for, to fill in the form; and who asked for a new link, until Salesforce has heard of it.

-- What Salesforce knows of the link's Lead or Contact: see KnownProspect. Kept only while the link can be used.
alter table single_use_links add column prospect jsonb;

-- One row for each link and day, however often it is asked: the Task in Salesforce carries its id.
create table link_requests (
    id uuid primary key default gen_random_uuid(),
    token_hash text not null,
    asked_on date not null,
    asked_at timestamptz not null default now(),
    done_at timestamptz,
    attempts integer not null default 0,
    -- Taking a row up moves this forward, so that a worker that died is followed by another one.
    next_attempt_at timestamptz not null default now(),
    error text,
    unique (token_hash, asked_on)
);
create index link_requests_due on link_requests (next_attempt_at) where done_at is null;
