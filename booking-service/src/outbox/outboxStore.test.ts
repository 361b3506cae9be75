import { createTestDatabase } from '../../testing/testDatabase.ts';
import type { TestDatabase } from '../../testing/testDatabase.ts';
import { changeMeeting, insertWaitingMeeting } from '../../testing/waitingMeeting.ts';
import { OutboxStore } from './outboxStore.ts';
import type { OutboxLease } from './outboxStore.ts';

const failure = { code: 'STRING_TOO_LONG', field: 'Location__c', message: 'too long' };

describe('OutboxStore', () => {
    let database: TestDatabase;
    let store: OutboxStore;

    beforeEach(async () => {
        database = await createTestDatabase();
        store = new OutboxStore(database.db);
    });
    afterEach(() => database.drop());

    const rowOf = async (uid: string) => {
        const { rows } = await database.pool.query<Record<string, unknown>>(
            'select * from outbox where meeting_uid = $1',
            [uid]
        );
        return rows[0];
    };
    const mustLease = async (): Promise<OutboxLease> => {
        const lease = await store.lease();
        if (!lease) throw new Error('nothing is due');
        return lease;
    };
    const letLeasesRunOut = () => database.pool.query("update outbox set leased_until = now() - interval '1 second'");

    it('gives each meeting to exactly one of many workers', async () => {
        const uids = await Promise.all(Array.from({ length: 8 }, () => insertWaitingMeeting(database.pool)));
        const leases = await Promise.all(Array.from({ length: 30 }, () => store.lease()));
        const given = leases.flatMap((lease) => lease?.meetingUid ?? []);
        // A worker may come away empty while another one takes a row; nobody takes what is taken.
        expect(new Set(given).size).toBe(given.length);
        let lease = await store.lease();
        for (; lease; lease = await store.lease()) given.push(lease.meetingUid);
        expect(given.sort()).toEqual(uids.sort());
    });

    it('gives a meeting again when its worker has not finished in time', async () => {
        const uid = await insertWaitingMeeting(database.pool);
        const first = await mustLease();
        expect(await store.lease()).toBeUndefined();
        await letLeasesRunOut();
        expect(await mustLease()).toEqual({ meetingUid: uid, lease: first.lease + 1, attempts: 2 });
    });

    it('ignores whatever a worker reports after its time is up', async () => {
        const uid = await insertWaitingMeeting(database.pool);
        const late = await mustLease();
        await letLeasesRunOut();
        const current = await mustLease();
        const before = await rowOf(uid);
        await store.finish(late, 1);
        await store.park(late, failure);
        await store.retryLater(late, failure, 60_000);
        expect(await rowOf(uid)).toEqual(before);
        await store.finish(current, 1);
        expect(await rowOf(uid)).toMatchObject({ done_revision: 1, leased_until: null, attempts: 0 });
    });

    it('is not done when the meeting has changed while it was written', async () => {
        const uid = await insertWaitingMeeting(database.pool);
        const lease = await mustLease();
        await changeMeeting(database.pool, uid);
        await store.finish(lease, 1);
        expect(await mustLease()).toMatchObject({ meetingUid: uid, attempts: 1 });
    });

    it('writes many changes as one, the latest', async () => {
        const uid = await insertWaitingMeeting(database.pool);
        await changeMeeting(database.pool, uid);
        await changeMeeting(database.pool, uid);
        await store.finish(await mustLease(), 3);
        expect(await store.lease()).toBeUndefined();
        expect(await store.backlog()).toMatchObject({ waiting: 0, parked: 0 });
    });

    it('tries again after the time given, and keeps why', async () => {
        const uid = await insertWaitingMeeting(database.pool);
        await store.retryLater(await mustLease(), failure, 90_000);
        expect(await store.lease()).toBeUndefined();
        expect(await rowOf(uid)).toMatchObject({ error_code: 'STRING_TOO_LONG', error_field: 'Location__c' });
        const { rows } = await database.pool.query<{ seconds: number }>(
            'select extract(epoch from next_attempt_at - now())::float as seconds from outbox'
        );
        expect(rows[0]!.seconds).toBeGreaterThan(80);
        expect(rows[0]!.seconds).toBeLessThanOrEqual(90);
    });

    it('sets a parked meeting aside without holding up the others', async () => {
        const parked = await insertWaitingMeeting(database.pool);
        await store.park(await mustLease(), failure);
        const next = await insertWaitingMeeting(database.pool);
        expect(await mustLease()).toMatchObject({ meetingUid: next });
        expect(await store.lease()).toBeUndefined();
        expect(await rowOf(parked)).toMatchObject({ error_message: 'too long', leased_until: null });
        expect(await store.backlog()).toMatchObject({ waiting: 1, parked: 1 });
    });
});
