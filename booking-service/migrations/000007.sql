-- How the service does, for the page Sync Health: which replicas are alive, what they cost in API calls, and what
-- Salesforce was last told of it.

-- One row a process; a silent one is forgotten after some minutes.
create table replicas (
    id uuid primary key,
    name text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null
);

-- API calls of all replicas by day, UTC.
create table salesforce_calls (
    day date primary key,
    calls bigint not null
);

create table status_report (
    is_only_row boolean primary key default true check (is_only_row),
    -- The external id of the row in Salesforce: that of this database for ever.
    service_uid uuid not null default gen_random_uuid(),
    -- Salesforce's id of it, once it is there.
    salesforce_id text,
    written_at timestamptz,
    -- What was told of, as far as a change of it is worth telling at once.
    told text,
    -- The one replica that is writing.
    claimed_until timestamptz,
    failures integer not null default 0,
    not_before timestamptz,
    -- The breaker's time as it goes on, and the last one that is over.
    break_reason text,
    break_started_at timestamptz,
    last_break_reason text,
    last_break_started_at timestamptz,
    last_break_ended_at timestamptz
);
insert into status_report default values;
