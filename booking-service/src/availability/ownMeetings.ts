import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { SharedRead } from '../database/sharedRead.ts';
import type { Database } from '../database/tables.ts';
import { floorToMinute } from '../scheduling/intervals.ts';
import type { Interval } from '../scheduling/intervals.ts';
import type { LocalDay } from '../scheduling/localDay.ts';
import { localDayOf } from '../scheduling/timeZone.ts';
import type { Span } from './calendar.ts';

/** What our own meetings occupy, from the database. */
export class OwnMeetings {
    private readonly db: Kysely<Database>;
    private readonly versions = new SharedRead<string, number>(async (hostIds) => {
        const rows = await this.db.selectFrom('host_versions').selectAll().where('host_id', 'in', hostIds).execute();
        return new Map(rows.map(({ host_id, version }) => [host_id, version]));
    });

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /**
     * For each host a number that changes whenever a reservation or a reading of the calendar does. All who ask at the
     * same time share one query.
     */
    readVersions(hostIds: string[]): Promise<Map<string, number>> {
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
        const { rows } = await sql<{ host_id: string; from: number; to: number }>`
            select host_id, floor(extract(epoch from lower(during)) / 60)::int as "from",
                   ceil(extract(epoch from upper(during)) / 60)::int as "to"
              from host_reservations
             where host_id = any(${hostIds}) and during && tstzrange(${toDate(span.from)}, ${toDate(span.to)})
               and meeting_uid is distinct from ${except ?? null}::uuid
             order by lower(during)`.execute(this.db);
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
        hosts: { id: string; timeZone: string }[],
        span: Span,
        except?: string
    ): Promise<Map<string, Map<LocalDay, number>>> {
        const rows = await this.db
            .selectFrom('meetings')
            .innerJoin('host_reservations', 'host_reservations.meeting_uid', 'meetings.uid')
            .select(['host_reservations.host_id', 'meetings.starts_at'])
            .where('meeting_type_id', '=', meetingTypeId)
            .where('starts_at', '>=', toDate(span.from))
            .where('starts_at', '<', toDate(span.to))
            .where('status', '!=', 'canceled')
            .where(isOther(except))
            .execute();
        const byHost = Map.groupBy(rows, ({ host_id }) => host_id);
        return new Map(hosts.map(({ id, timeZone }) => [id, countDays(byHost.get(id) ?? [], timeZone)]));
    }

    /** How many meetings each member lately took for a pool; canceled ones and no-shows give the turn back. */
    async countTurns(poolIds: string[], since: Date): Promise<Map<string, Map<string, number>>> {
        const rows = await this.db
            .selectFrom('host_reservations')
            .innerJoin('meetings', 'meetings.uid', 'host_reservations.meeting_uid')
            .select(({ fn }) => ['came_from', 'host_id', fn.countAll<number>().as('turns')])
            .where('came_from', 'in', poolIds)
            .where('booked_at', '>=', since)
            .where('status', 'not in', ['canceled', 'no_show'])
            .groupBy(['came_from', 'host_id'])
            .execute();
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
