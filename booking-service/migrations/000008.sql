-- A booking is one call: everything it takes and writes happens in confirm_booking, in one round trip and one transaction. Calendars get a version of their own.

-- ---------------------------------------------------------------- locks

-- Whoever books or moves a meeting locks everybody who may be in it first, in id order, so that two who share hosts
-- queue up instead of waiting for each other.
create function lock_hosts(host_ids text[]) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(host_id, 0))
       from (select distinct host_id from unnest(host_ids) as host_id order by host_id) as hosts;
end
$$;

-- From here to the commit nobody else counts meetings of the type to book one more.
create function lock_limits(of_meeting_type text) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('limit:' || of_meeting_type, 0));
end
$$;

-- ---------------------------------------------------------------- the booking

-- Books a meeting or says why not: 'booked' with everybody who is in it, or 'repeated', 'link_used', 'slot_taken',
-- 'daily_limit_reached' with nothing written. The shape of `booking` is StoredBooking in bookings/bookingStore.ts.
--
-- Every rival takes its places in the same order (hosts by id, key, claim, limits), so rivals wait for each other but
-- never in a circle. Key, claim and places are inserts that a unique index or an exclusion constraint decides; nothing
-- is checked first and written later, but for what the locks keep still.
create function confirm_booking(booking jsonb) returns jsonb language plpgsql as $$
declare
    hosts jsonb;
begin
    perform lock_hosts(array(select jsonb_array_elements_text(booking->'hostIds')));
    perform take_key(booking);
    perform take_claim(booking);
    hosts := take_places(booking);
    perform keep_limits(booking);
    perform write_meeting(booking, hosts);
    return jsonb_build_object('outcome', 'booked', 'hosts', hosts);
exception when sqlstate 'AD001' then
    -- Whatever was written since "begin" is taken back.
    return jsonb_build_object('outcome', sqlerrm);
end
$$;

-- Ends a booking with that outcome.
create function refuse_booking(outcome text) returns void language plpgsql as $$
begin
    raise exception sqlstate 'AD001' using message = outcome;
end
$$;

-- A retry of a booking that happened, or happens now, is told so.
create function take_key(booking jsonb) returns void language plpgsql as $$
begin
    insert into idempotency_keys (key_hash, request_hash, meeting_uid, sealed_manage_token)
    values (booking->>'keyHash', booking->>'requestHash', (booking->>'uid')::uuid,
            decode(booking->>'sealedManageToken', 'base64'))
    on conflict do nothing;
    if not found then perform refuse_booking('repeated'); end if;
end
$$;

-- The one use of a single-use link.
create function take_claim(booking jsonb) returns void language plpgsql as $$
begin
    if booking->>'tokenHash' is null then return; end if;
    insert into claims (token_hash, meeting_uid) values (booking->>'tokenHash', (booking->>'uid')::uuid)
    on conflict (token_hash) do nothing;
    if not found then perform refuse_booking('link_used'); end if;
end
$$;

-- Reserves every required host and, of each pool, the first candidate who is free, nobody twice; returns them all.
-- Pools that share members arrive here with one candidate each: see storeBooking.
create function take_places(booking jsonb) returns jsonb language plpgsql as $$
declare
    limited constant text[] := limited_hosts(booking);
    hosts jsonb := booking->'required';
    host_ids text[] := array(select jsonb_array_elements(hosts)->>'id');
    pool jsonb;
    member jsonb;
begin
    if host_ids && limited then perform refuse_booking(why_no_place(booking, limited)); end if;
    perform reserve_required(booking, host_ids);
    for pool in select jsonb_array_elements(booking->'pools') loop
        member := reserve_first(booking, pool, host_ids || limited);
        if member is null then perform refuse_booking(why_no_place(booking, limited)); end if;
        hosts := hosts || member;
        host_ids := host_ids || (member->>'id');
    end loop;
    return hosts;
end
$$;

create function reserve_required(booking jsonb, required_ids text[]) returns void language plpgsql as $$
declare
    reserved integer;
begin
    insert into host_reservations (meeting_uid, host_id, came_from, during)
    select (booking->>'uid')::uuid, host_id, 'required', reserved_span(booking)
      from (select distinct host_id from unnest(required_ids) as host_id order by host_id) as hosts
    on conflict do nothing;
    get diagnostics reserved = row_count;
    if reserved < cardinality(required_ids) then perform refuse_booking('slot_taken'); end if;
end
$$;

-- The constraint decides who is free, so that even a reservation made without a lock is respected.
create function reserve_first(booking jsonb, pool jsonb, passed_over text[]) returns jsonb language plpgsql as $$
declare
    candidate jsonb;
begin
    for candidate in select jsonb_array_elements(pool->'candidates') loop
        continue when candidate->>'id' = any(passed_over);
        insert into host_reservations (meeting_uid, host_id, came_from, during)
        values ((booking->>'uid')::uuid, candidate->>'id', pool->>'poolId', reserved_span(booking))
        on conflict do nothing;
        if found then return candidate; end if;
    end loop;
    return null;
end
$$;

-- The meeting with its buffers.
create function reserved_span(booking jsonb) returns tstzrange language sql stable as $$
    select tstzrange((booking->>'reservedFrom')::timestamptz, (booking->>'reservedTo')::timestamptz)
$$;

-- Hosts who have as many meetings of the type as they may have on that day or in that week.
create function limited_hosts(booking jsonb) returns text[] language plpgsql as $$
begin
    if jsonb_array_length(booking->'hostLimits') = 0 then return '{}'; end if;
    return array(
        select l."hostId"
          from jsonb_to_recordset(booking->'hostLimits')
               as l("hostId" text, "from" timestamptz, "to" timestamptz, max int)
         where l.max <= (select count(*)
                           from host_reservations r join meetings m on m.uid = r.meeting_uid
                          where r.host_id = l."hostId" and r.during && tstzrange(l."from", l."to")
                            and m.meeting_type_id = booking->>'meetingTypeId' and m.status <> 'canceled'
                            and m.starts_at >= l."from" and m.starts_at < l."to"));
end
$$;

-- Without the limits it might have been possible; if so, they are what to tell.
create function why_no_place(booking jsonb, limited text[]) returns text language plpgsql as $$
declare
    busy text[];
begin
    if cardinality(limited) = 0 then return 'slot_taken'; end if;
    busy := busy_hosts(booking) || array(select jsonb_array_elements(booking->'required')->>'id');
    if exists (select from jsonb_array_elements(booking->'required') as host
                where host->>'id' = any(busy_hosts(booking)))
       or exists (select from jsonb_array_elements(booking->'pools') as pool
                   where not exists (select from jsonb_array_elements(pool->'candidates') as candidate
                                      where candidate->>'id' <> all(busy)))
    then
        return 'slot_taken';
    end if;
    return 'daily_limit_reached';
end
$$;

-- Hosts whom another meeting has at that time.
create function busy_hosts(booking jsonb) returns text[] language sql as $$
    select array(
        select distinct host_id from host_reservations
         where host_id in (select jsonb_array_elements_text(booking->'hostIds'))
           and during && reserved_span(booking) and meeting_uid <> (booking->>'uid')::uuid)
$$;

-- Daily and weekly limits of the meeting type, counted from the meetings themselves.
create function keep_limits(booking jsonb) returns void language plpgsql as $$
begin
    if jsonb_array_length(booking->'limits') = 0 then return; end if;
    perform lock_limits(booking->>'meetingTypeId');
    if exists (select from jsonb_to_recordset(booking->'limits')
                       as l("from" timestamptz, "to" timestamptz, max int)
                where l.max <= (select count(*) from meetings m
                                 where m.meeting_type_id = booking->>'meetingTypeId' and m.status <> 'canceled'
                                   and m.starts_at >= l."from" and m.starts_at < l."to"))
    then
        perform refuse_booking('daily_limit_reached');
    end if;
end
$$;

-- Whatever has to be there once a meeting is booked is written here.
create function write_meeting(booking jsonb, hosts jsonb) returns void language plpgsql as $$
declare
    uid constant uuid := booking->>'uid';
begin
    insert into meetings (uid, status, starts_at, ends_at, time_zone, link_type, token_hash, booking_link_id,
                          meeting_type_id, snapshot, manage_token_hash, booked_at)
    values (uid, 'scheduled', (booking->>'startsAt')::timestamptz, (booking->>'endsAt')::timestamptz,
            booking->>'timeZone', booking->>'linkType', booking->>'tokenHash', booking->>'bookingLinkId',
            booking->>'meetingTypeId', booking->'snapshot' || jsonb_build_object('hosts', hosts),
            booking->>'manageTokenHash', (booking->>'bookedAt')::timestamptz);
    insert into outbox (meeting_uid, wanted_revision) values (uid, 1);
end
$$;

-- ---------------------------------------------------------------- versions

-- Raised when what a calendar says changes: at submit the reservations are the booking's own to find out, the calendar
-- is not. Reading a calendar that has not changed raises nothing.
alter table host_versions add column calendar_version bigint not null default 0;

create function raise_calendar_versions(host_ids text[]) returns void language plpgsql as $$
begin
    insert into host_versions as known (host_id, version, calendar_version)
    select host_id, number, number
      from (select host_id, nextval('host_version_numbers') as number
              from (select host_id from unnest(host_ids) as host_id order by host_id) as ordered) as raised
    on conflict (host_id) do update
       set version = excluded.version, calendar_version = excluded.calendar_version;
end
$$;

create function host_calendars_added_or_gone() returns trigger language plpgsql as $$
begin
    perform raise_calendar_versions(array(select host_id from changed));
    return null;
end
$$;

create function host_calendars_read_again() returns trigger language plpgsql as $$
begin
    perform raise_calendar_versions(array(
        select after.host_id from before join after using (host_id)
         where before.busy is distinct from after.busy or before.covers is distinct from after.covers));
    return null;
end
$$;

drop trigger host_calendars_inserted on host_calendars;
drop trigger host_calendars_updated on host_calendars;
drop trigger host_calendars_deleted on host_calendars;
create trigger host_calendars_inserted after insert on host_calendars
    referencing new table as changed for each statement execute function host_calendars_added_or_gone();
create trigger host_calendars_updated after update on host_calendars
    referencing old table as before new table as after for each statement execute function host_calendars_read_again();
create trigger host_calendars_deleted after delete on host_calendars
    referencing old table as changed for each statement execute function host_calendars_added_or_gone();
