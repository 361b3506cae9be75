-- Tells cheaply whether what keeps a host busy has changed: the slot search holds busy times in memory until their version does.

create sequence host_version_numbers;

create table host_versions (
    host_id text primary key,
    version bigint not null
);

-- In id order, so that two writers who touch the same hosts queue up instead of waiting for each other.
create function raise_host_versions() returns trigger language plpgsql as $$
begin
    insert into host_versions (host_id, version)
    select host_id, nextval('host_version_numbers')
      from (select distinct host_id from changed order by host_id) as hosts
    on conflict (host_id) do update set version = excluded.version;
    return null;
end
$$;

-- A change may put one host in the place of another: both are touched.
create function raise_both_host_versions() returns trigger language plpgsql as $$
begin
    insert into host_versions (host_id, version)
    select host_id, nextval('host_version_numbers')
      from (select host_id from before union select host_id from after order by host_id) as hosts
    on conflict (host_id) do update set version = excluded.version;
    return null;
end
$$;

create trigger host_reservations_inserted after insert on host_reservations
    referencing new table as changed for each statement execute function raise_host_versions();
create trigger host_reservations_updated after update on host_reservations
    referencing old table as before new table as after for each statement execute function raise_both_host_versions();
create trigger host_reservations_deleted after delete on host_reservations
    referencing old table as changed for each statement execute function raise_host_versions();

create trigger host_calendars_inserted after insert on host_calendars
    referencing new table as changed for each statement execute function raise_host_versions();
create trigger host_calendars_updated after update on host_calendars
    referencing new table as changed for each statement execute function raise_host_versions();
create trigger host_calendars_deleted after delete on host_calendars
    referencing old table as changed for each statement execute function raise_host_versions();
