-- When the page of a single-use link was first opened, and whether by a person, as far as a request tells. Of whoever
-- opened it nothing else is kept: no address, no browser.

create table link_openings (
    token_hash text primary key,
    first_scanner_at timestamptz,
    first_person_at timestamptz,
    -- What Salesforce knows already.
    is_scanner_told boolean not null default false,
    is_person_told boolean not null default false,
    is_waiting boolean not null generated always as (
        first_scanner_at is not null and not is_scanner_told or first_person_at is not null and not is_person_told
    ) stored,
    -- Put off when Salesforce refuses the record.
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    noticed_at timestamptz not null default now()
);
create index link_openings_due on link_openings (next_attempt_at) where is_waiting;
create index link_openings_noticed_at on link_openings (noticed_at);

-- Until when no replica may tell Salesforce of openings again: they share one call a minute.
create table link_openings_turn (
    is_only_row boolean primary key default true check (is_only_row),
    not_before timestamptz not null default '-infinity'
);
insert into link_openings_turn default values;
