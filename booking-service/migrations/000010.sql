-- Mails: one job for each recipient of each revision, written with the change they tell of; links in mails; one-time codes.

create table mail_jobs (
    id uuid primary key default gen_random_uuid(),
    -- Absent for one-time codes, which are sent before there is a meeting.
    meeting_uid uuid references meetings deferrable initially deferred,
    revision integer not null,
    kind text not null check (kind in
        ('confirmation', 'reschedule', 'cancellation', 'reassignment', 'reminder', 'resend', 'code')),
    -- Tells mails of one kind apart: minutes before the start of a reminder, the time a resend was asked for.
    part text not null default '',
    audience text not null check (audience in ('prospect', 'guest', 'host', 'attendee', 'former_host')),
    recipient text not null,
    -- The Salesforce user; absent for prospects and guests.
    recipient_id text,
    locale text,
    -- Whose link a one-time code opens.
    token_hash text,
    state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'bounced', 'dropped')),
    -- When it is due; while it is being sent, when another worker may take it over.
    next_attempt_at timestamptz not null default now(),
    attempts integer not null default 0,
    -- The lease number fences a worker that was paused past its time.
    lease bigint not null default 0,
    -- Set just before the mail server is talked to: from then on only the server knows whether it has the mail.
    handed_over_at timestamptz,
    sent_at timestamptz,
    error_code text,
    error_message text,
    created_at timestamptz not null default now()
);
create unique index mail_jobs_once on mail_jobs (meeting_uid, revision, kind, part, lower(recipient));
create index mail_jobs_due on mail_jobs (next_attempt_at) where state in ('waiting', 'sending');
create index mail_jobs_bounced on mail_jobs (created_at) where state = 'bounced';

-- Each mail to a prospect carries a token of its own, which stands for the manage token the meeting had when it was
-- sent. So no clear token waits in this database, and when the manage token rotates the tokens in mails go with it.
create table mail_tokens (
    token_hash text primary key,
    meeting_uid uuid not null references meetings,
    stands_for text not null,
    created_at timestamptz not null default now()
);

-- The code that opens a link to the one person it was made for; a newer one takes its place.
create table email_codes (
    token_hash text primary key,
    email text not null,
    salt bytea not null,
    code_hash bytea not null,
    expires_at timestamptz not null,
    attempts integer not null default 0
);

-- Where mails go while no mail server is configured, for trying out on one machine.
create table local_mails (
    id bigint generated always as identity primary key,
    message_id text not null unique,
    recipient text not null,
    subject text not null,
    html text not null,
    plain text not null,
    source bytea not null,
    received_at timestamptz not null default now()
);

-- Queues everything that a new revision of a meeting has to tell, and drops what an older one has not told yet.
-- Who is told stands in the snapshot; each address gets one mail, whatever roles it has.
create function queue_mails(of_meeting uuid, new_revision integer, new_kind text, snapshot jsonb,
                            starts_at timestamptz, as_of timestamptz, former_host jsonb)
returns void language sql as $$
    update mail_jobs set state = 'dropped'
     where meeting_uid = of_meeting and revision < new_revision and state = 'waiting';

    with people as (
        select 1 as place, 'prospect' as audience, snapshot->'prospect'->>'email' as address, null as user_id
        union all
        select 2, 'host', host->>'email', host->>'id' from jsonb_array_elements(snapshot->'hosts') as host
        union all
        select 3, 'attendee', person->>'email', person->>'id' from jsonb_array_elements(snapshot->'attendees') as person
        union all
        select 4, 'former_host', former_host->>'email', former_host->>'id'
        union all
        select 5, 'guest', guest, null from jsonb_array_elements_text(snapshot->'guests') as guest
    ), recipients as (
        select distinct on (lower(address)) audience, address, user_id
          from people where address is not null order by lower(address), place
    ), reminders as (
        select minutes, starts_at - make_interval(mins => minutes::integer) as due_at
          from jsonb_array_elements_text(coalesce(snapshot->'reminderMinutes', '[]')) as minutes
         where new_kind in ('confirmation', 'reschedule', 'reassignment')
    )
    insert into mail_jobs (meeting_uid, revision, kind, part, audience, recipient, recipient_id, next_attempt_at)
    select of_meeting, new_revision, new_kind, '', audience, address, user_id, now()
      from recipients where new_kind is not null
    union all
    select of_meeting, new_revision, 'reminder', minutes, audience, address, user_id, now() + (due_at - as_of)
      from recipients cross join reminders
     where due_at > as_of and audience <> 'former_host'
    on conflict do nothing;
$$;

-- As before, and the mails.
create or replace function write_meeting(booking jsonb, hosts jsonb) returns void language plpgsql as $$
declare
    uid constant uuid := booking->>'uid';
    whole_snapshot constant jsonb := booking->'snapshot' || jsonb_build_object('hosts', hosts);
begin
    insert into meetings (uid, status, starts_at, ends_at, time_zone, link_type, token_hash, booking_link_id,
                          meeting_type_id, snapshot, manage_token_hash, booked_at)
    values (uid, 'scheduled', (booking->>'startsAt')::timestamptz, (booking->>'endsAt')::timestamptz,
            booking->>'timeZone', booking->>'linkType', booking->>'tokenHash', booking->>'bookingLinkId',
            booking->>'meetingTypeId', whole_snapshot, booking->>'manageTokenHash',
            (booking->>'bookedAt')::timestamptz);
    insert into outbox (meeting_uid, wanted_revision) values (uid, 1);
    perform queue_mails(uid, 1, 'confirmation', whole_snapshot, (booking->>'startsAt')::timestamptz,
                        (booking->>'bookedAt')::timestamptz, null);
end
$$;

-- Meeting types are read anew: they have fields now that the copies lack.
delete from mirror_watermarks where object_name = 'MeetingType__c';
