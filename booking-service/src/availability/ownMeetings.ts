import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { DatabaseConnection } from '../database/database.ts';
import { SharedRead } from '../database/sharedRead.ts';
import { Statement } from '../database/statement.ts';
import type { Database } from '../database/tables.ts';
import { floorToMinute } from '../scheduling/intervals.ts';
import type { Interval } from '../scheduling/intervals.ts';
import type { LocalDay } from '../scheduling/localDay.ts';
import { localDayOf } from '../scheduling/timeZone.ts';
import type { CalendarOwner, Span } from './calendar.ts';

/** Numbers that change with what keeps a host busy. */
export interface HostVersions {
    /** Changes with every reservation and every change of the calendar. */
    version: number;
    /** Changes with the calendar alone. */
    calendarVersion: number;
}

/** Whose turns are counted. */
export interface Turns {
    poolIds: string[];
    hostIds: string[];
    since: Date;
}

const VERSIONS = new Statement<{ host_id: string; version: number; calendar_version: number }>(
    'host_versions',
    'select host_id, version, calendar_version from host_versions where host_id = any($1::text[])'
);
const RESERVED = new Statement<{ host_id: string; from: number; to: number }>(
    'reserved_times',
    `select host_id, floor(extract(epoch from lower(during)) / 60)::int as "from",
            ceil(extract(epoch from upper(during)) / 60)::int as "to"
       from host_reservations
      where host_id = any($1::text[]) and during && tstzrange($2, $3) and meeting_uid is distinct from $4::uuid
      order by lower(during)`
);

/** What our own meetings occupy, from the database. */
export class OwnMeetings {
    private readonly pool: pg.Pool;
    private readonly db: Kysely<Database>;
    private readonly versions = new SharedRead<string, HostVersions>(async (hostIds) => {
        const rows = await VERSIONS.run(this.pool, [hostIds]);
        return new Map(
            rows.map(({ host_id, version, calendar_version }) => [
                host_id,
                { version, calendarVersion: calendar_version }
            ])
        );
    });

    constructor({ pool, db }: DatabaseConnection) {
        this.pool = pool;
        this.db = db;
    }

    /** The versions of hosts that were ever busy. All who ask at the same time share one query. */
    readVersions(hostIds: string[]): Promise<Map<string, HostVersions>> {
        return this.versions.read(hostIds);
    }

    /** Which of these are uids of meetings booked here; what is no uid at all is not. */
    async findKnown(uids: string[]): Promise<Set<string>> {
        const { rows } = await sql<{ uid: string }>`
            select uid::text from meetings where uid = any(${uids.filter((uid) => UUID.test(uid))}::uuid[])`.execute(
            this.db
        );
        const known = new Set(rows.map(({ uid }) => uid));
        return new Set(uids.filter((uid) => known.has(uid.toLowerCase())));
    }

    /**
     * The times hosts are reserved for, their meetings' own buffers included, by host id.
     *
     * @param except uid of a meeting that is being moved: its own time is no obstacle
     */
    async readReserved(hostIds: string[], span: Span, except?: string): Promise<Map<string, Interval[]>> {
        const rows = await RESERVED.run(this.pool, [hostIds, toDate(span.from), toDate(span.to), except ?? null]);
        const reserved = new Map<string, Interval[]>();
        for (const { host_id, from, to } of rows) {
            const ofHost = reserved.get(host_id);
            if (ofHost) ofHost.push({ start: from, end: to });
            else reserved.set(host_id, [{ start: from, end: to }]);
        }
        return reserved;
    }

    /** How many meetings of a type start on each day of `timeZone`, canceled ones left out. */
    async countByDay(
        meetingTypeId: string,
        timeZone: string,
        span: Span,
        except?: string
    ): Promise<Map<LocalDay, number>> {
        const rows = await this.db
            .selectFrom('meetings')
            .select('starts_at')
            .where('meeting_type_id', '=', meetingTypeId)
            .where('starts_at', '>=', toDate(span.from))
            .where('starts_at', '<', toDate(span.to))
            .where('status', '!=', 'canceled')
            .where(isOther(except))
            .execute();
        return countDays(rows, timeZone);
    }

    /** The same for each host alone, on the days of the host's own zone. */
    async countByHostDay(
        meetingTypeId: string,
        hosts: CalendarOwner[],
        span: Span,
        except?: string
    ): Promise<Map<string, Map<LocalDay, number>>> {
        const hostIds = hosts.map(({ hostId }) => hostId);
        // A meeting lies within its reservation, so whichever index finds fewer rows may be asked.
        const { rows } = await sql<{ host_id: string; starts_at: Date }>`
            select r.host_id, m.starts_at
              from host_reservations r join meetings m on m.uid = r.meeting_uid
             where r.host_id = any(${hostIds}) and r.during && tstzrange(${toDate(span.from)}, ${toDate(span.to)})
               and m.meeting_type_id = ${meetingTypeId} and m.status <> 'canceled'
               and m.starts_at >= ${toDate(span.from)} and m.starts_at < ${toDate(span.to)}
               and m.uid is distinct from ${except ?? null}::uuid`.execute(this.db);
        const byHost = Map.groupBy(rows, ({ host_id }) => host_id);
        return new Map(hosts.map(({ hostId, timeZone }) => [hostId, countDays(byHost.get(hostId) ?? [], timeZone)]));
    }

    /**
     * How many meetings, booked since then, each of these hosts took for each of these pools; canceled ones and no-shows
     * give the turn back.
     */
    async countTurns({ poolIds, hostIds, since }: Turns): Promise<Map<string, Map<string, number>>> {
        // Whatever was booked since lies after it: so the index of times finds the rows, however long the history is.
        const { rows } = await sql<{ came_from: string; host_id: string; turns: number }>`
            select r.came_from, r.host_id, count(*)::int as turns
              from host_reservations r join meetings m on m.uid = r.meeting_uid
             where r.host_id = any(${hostIds}) and r.during && tstzrange(${since}, null)
               and r.came_from = any(${poolIds}) and m.booked_at >= ${since}
               and m.status not in ('canceled', 'no_show')
             group by r.came_from, r.host_id`.execute(this.db);
        const turns = new Map<string, Map<string, number>>();
        for (const row of rows) {
            const ofPool = turns.get(row.came_from) ?? new Map<string, number>();
            turns.set(row.came_from, ofPool.set(row.host_id, row.turns));
        }
        return turns;
    }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Leaves out the meeting that is being moved. */
function isOther(except: string | undefined) {
    return sql<boolean>`meetings.uid is distinct from ${except ?? null}::uuid`;
}

function countDays(rows: { starts_at: Date }[], timeZone: string): Map<LocalDay, number> {
    const counts = new Map<LocalDay, number>();
    for (const { starts_at } of rows) {
        const day = localDayOf(timeZone, floorToMinute(starts_at.getTime()));
        counts.set(day, (counts.get(day) ?? 0) + 1);
    }
    return counts;
}

function toDate(minutes: number): Date {
    return new Date(minutes * 60_000);
}
