-- Meetings complete by themselves; whose turn it is to read Salesforce is a lease in a row, which works through any
-- connection pooler; another org than the one this database belongs to is remembered for operators to see.

-- Who is in the row: the service itself, when a meeting is over. Wider than before, so nothing has to be checked again.
alter table meeting_changes
    drop constraint meeting_changes_actor_check,
    add constraint meeting_changes_actor_check check (actor in ('prospect', 'host', 'admin', 'service')) not valid;

create index meetings_not_over on meetings (ends_at) where status in ('scheduled', 'rescheduled');

alter table mirror_state
    -- The number fences a poller that was paused past its time.
    add column poll_lease bigint not null default 0,
    add column poll_leased_until timestamptz,
    -- The org that was found in the place of `organization_id`; null while all is well.
    add column found_organization_id text;
