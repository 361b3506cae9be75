import type pg from 'pg';
import type { SalesforceClient } from '../../booking-service/src/salesforce/salesforceClient.ts';
import type { Acknowledged } from './prospects.ts';

interface StoredMeeting {
    uid: string;
    status: string;
    revision: number;
    starts_at: Date;
    token_hash: string;
}

const STATUS: Record<string, string> = { scheduled: 'Scheduled', rescheduled: 'Rescheduled', canceled: 'Canceled' };

/** What must hold when everything is quiet again; each broken promise is one line. */
export async function findViolations(
    pool: pg.Pool,
    salesforce: SalesforceClient,
    acknowledged: Acknowledged[]
): Promise<string[]> {
    const { rows: meetings } = await pool.query<StoredMeeting>(
        'select uid, status, revision, starts_at, token_hash from meetings'
    );
    return [
        ...checkUses(meetings),
        ...checkAcknowledged(meetings, acknowledged),
        ...(await checkDatabase(pool)),
        ...(await checkSalesforce(meetings, salesforce))
    ];
}

function checkUses(meetings: StoredMeeting[]): string[] {
    const byLink = Map.groupBy(meetings, ({ token_hash }) => token_hash);
    const twice = [...byLink.values()].filter((uses) => uses.length > 1);
    return twice.map((uses) => `one link was used ${uses.length} times`);
}

/** What a prospect was told is still true, or something newer is. */
function checkAcknowledged(meetings: StoredMeeting[], acknowledged: Acknowledged[]): string[] {
    const byUid = new Map(meetings.map((meeting) => [meeting.uid, meeting]));
    return acknowledged.flatMap(({ uid, start, status, revision, isUncertain }) => {
        const stored = byUid.get(uid);
        if (!stored) return [`the acknowledged meeting ${uid} is lost`];
        if (isUncertain && stored.revision >= revision) return [];
        const isKept =
            stored.revision === revision &&
            stored.status === status &&
            stored.starts_at.getTime() === Date.parse(start);
        return isKept ? [] : [`the meeting ${uid} was acknowledged as ${status} at ${start}, and is not`];
    });
}

async function checkDatabase(pool: pg.Pool): Promise<string[]> {
    const count = async (sql: string): Promise<number> => {
        const { rows } = await pool.query<{ count: number }>(sql);
        return rows[0]?.count ?? 0;
    };
    const overlaps = await count(
        `select count(*)::int as count from host_reservations a join host_reservations b
            on a.host_id = b.host_id and a.during && b.during and a.meeting_uid < b.meeting_uid`
    );
    const unreserved = await count(
        `select count(*)::int as count from meetings m where status <> 'canceled'
            and not exists (select 1 from host_reservations r where r.meeting_uid = m.uid
                               and r.during @> tstzrange(m.starts_at, m.ends_at))`
    );
    const { rows: parked } = await pool.query<{ error_message: string }>(
        'select error_message from outbox where parked_at is not null'
    );
    return [
        ...(overlaps > 0 ? [`${overlaps} meetings overlap`] : []),
        ...(unreserved > 0 ? [`${unreserved} meetings have no reservation`] : []),
        ...parked.map(({ error_message }) => `parked without reason: ${error_message}`)
    ];
}

async function checkSalesforce(meetings: StoredMeeting[], salesforce: SalesforceClient): Promise<string[]> {
    const rows = await salesforce.query(
        'SELECT BookingUid__c, Status__c, Revision__c, StartsAt__c, EventId__c, SingleUseLink__r.ClaimedByUid__c FROM Meeting__c'
    );
    const events = await salesforce.query(
        'SELECT Id, BookingUid__c, StartDateTime, ShowAs FROM Event WHERE BookingUid__c != null'
    );
    const rowsByUid = Map.groupBy(rows, (row) => String(row['BookingUid__c']));
    const eventsByUid = Map.groupBy(events, (event) => String(event['BookingUid__c']));
    return meetings.flatMap((meeting) => {
        const [row, ...more] = rowsByUid.get(meeting.uid) ?? [];
        const own = eventsByUid.get(meeting.uid) ?? [];
        if (!row || more.length > 0)
            return [`Salesforce has the meeting ${meeting.uid} ${row ? 'twice' : 'not at all'}`];
        if (own.length !== 1) return [`the meeting ${meeting.uid} has ${own.length} Events`];
        return differences(meeting, row, own[0] ?? {}).map(
            (what) => `${what} of ${meeting.uid} is wrong in Salesforce`
        );
    });
}

function differences(meeting: StoredMeeting, row: Record<string, unknown>, event: Record<string, unknown>): string[] {
    const link = row['SingleUseLink__r'] as { ClaimedByUid__c?: unknown } | null;
    const instant = (value: unknown): number => Date.parse(String(value));
    const checks: [string, boolean][] = [
        ['the status', row['Status__c'] === STATUS[meeting.status]],
        ['the revision', row['Revision__c'] === meeting.revision],
        ['the time', instant(row['StartsAt__c']) === meeting.starts_at.getTime()],
        ['the claim', link?.ClaimedByUid__c === meeting.uid],
        ['the Event’s id', row['EventId__c'] === event['Id']],
        ['the Event’s time', instant(event['StartDateTime']) === meeting.starts_at.getTime()],
        ['what the Event shows', event['ShowAs'] === (meeting.status === 'canceled' ? 'Free' : 'Busy')]
    ];
    return checks.filter(([, isRight]) => !isRight).map(([what]) => what);
}
