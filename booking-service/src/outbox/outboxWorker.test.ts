import { pino } from 'pino';
import { createTestDatabase } from '../../testing/testDatabase.ts';
import type { TestDatabase } from '../../testing/testDatabase.ts';
import { eventually } from '../../testing/eventually.ts';
import { changeMeeting, insertWaitingMeeting } from '../../testing/waitingMeeting.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { MeetingStore } from '../meetings/meetingStore.ts';
import { SalesforceError, SalesforceNetworkError, SalesforceSignInError } from '../salesforce/errors.ts';
import type { SalesforceIds } from './meetingWriter.ts';
import { OutboxStore } from './outboxStore.ts';
import { OutboxWorker } from './outboxWorker.ts';

const SAVED: SalesforceIds = { meetingId: 'a00000000000001AAA', eventId: '00U000000000001AAA' };

describe('OutboxWorker', () => {
    let database: TestDatabase;
    let meetings: MeetingStore;
    let worker: OutboxWorker;
    /** What Salesforce does with a meeting. */
    let write: (meeting: Meeting) => Promise<SalesforceIds>;
    let written: { uid: string; revision: number }[];

    beforeEach(async () => {
        database = await createTestDatabase();
        meetings = new MeetingStore(database.db);
        written = [];
        write = () => Promise.resolve(SAVED);
        worker = new OutboxWorker({
            store: new OutboxStore(database.db),
            meetings,
            writer: {
                write(meeting) {
                    written.push({ uid: meeting.uid, revision: meeting.revision });
                    return write(meeting);
                }
            },
            logger: pino({ level: 'silent' }),
            pollMs: 60_000
        });
    });
    afterEach(async () => {
        await worker.stop();
        await database.drop();
    });

    const refuseWith = (error: Error) => {
        write = () => Promise.reject(error);
    };
    const outboxOf = async (uid: string) => {
        const { rows } = await database.pool.query<Record<string, unknown>>(
            `select error_code, error_field, parked_at is not null as is_parked, done_revision,
                    extract(epoch from next_attempt_at - now())::float as next_in_seconds
               from outbox where meeting_uid = $1`,
            [uid]
        );
        return rows[0];
    };

    it('writes what is due and remembers where Salesforce keeps it', async () => {
        const uid = await insertWaitingMeeting(database.pool);
        expect(await worker.drain()).toBe(1);
        expect(await meetings.findByUid(uid)).toMatchObject({
            salesforceId: SAVED.meetingId,
            salesforceEventId: SAVED.eventId
        });
        expect(await worker.drain()).toBe(0);
    });

    it('writes the state a meeting has after its lease was taken, and a change during the writing after it', async () => {
        const uid = await insertWaitingMeeting(database.pool);
        await changeMeeting(database.pool, uid);
        write = async () => {
            if (written.length === 1) await changeMeeting(database.pool, uid);
            return SAVED;
        };
        await worker.drain();
        expect(written).toEqual([
            { uid, revision: 2 },
            { uid, revision: 3 }
        ]);
        expect(await outboxOf(uid)).toMatchObject({ done_revision: 3 });
    });

    it.each([
        new SalesforceError('UNABLE_TO_LOCK_ROW', 'busy'),
        new SalesforceError('ERROR_HTTP_503', 'away'),
        new SalesforceNetworkError('ECONNRESET', 'cut', { isAmbiguous: true }),
        Object.assign(new Error('Connection terminated unexpectedly'), { code: 'DATABASE_UNAVAILABLE' })
    ])('tries again soon after $code, and goes on with the others meanwhile', async (error) => {
        const uid = await insertWaitingMeeting(database.pool);
        const other = await insertWaitingMeeting(database.pool);
        write = (meeting) => (meeting.uid === uid ? Promise.reject(error) : Promise.resolve(SAVED));
        expect(await worker.drain()).toBe(2);
        expect(await outboxOf(uid)).toMatchObject({ error_code: error.code, is_parked: false, done_revision: 0 });
        expect((await outboxOf(uid))?.['next_in_seconds']).toBeLessThanOrEqual(1);
        expect(await outboxOf(other)).toMatchObject({ done_revision: 1 });
        write = () => Promise.resolve(SAVED);
        await database.pool.query('update outbox set next_attempt_at = now()');
        await worker.drain();
        expect(await outboxOf(uid)).toMatchObject({ error_code: null, done_revision: 1 });
    });

    it.each([
        new SalesforceError('REQUEST_LIMIT_EXCEEDED', 'used up'),
        new SalesforceSignInError('invalid_grant', 'not let in')
    ])('sends nothing at all after $code', async (error) => {
        await insertWaitingMeeting(database.pool);
        await insertWaitingMeeting(database.pool);
        refuseWith(error);
        await worker.drain();
        await worker.drain();
        expect(written).toHaveLength(1);
        const { rows } = await database.pool.query<{ parked: number }>(
            'select count(parked_at)::int as parked from outbox'
        );
        expect(rows).toEqual([{ parked: 0 }]);
    });

    it('sets aside with code and field what Salesforce refuses for good, and goes on', async () => {
        const uid = await insertWaitingMeeting(database.pool);
        const other = await insertWaitingMeeting(database.pool);
        const refusal = new SalesforceError('FIELD_INTEGRITY_EXCEPTION', 'no', { fields: ['Location__c'] });
        write = (meeting) => (meeting.uid === uid ? Promise.reject(refusal) : Promise.resolve(SAVED));
        await worker.drain();
        expect(await outboxOf(uid)).toMatchObject({
            is_parked: true,
            error_code: 'FIELD_INTEGRITY_EXCEPTION',
            error_field: 'Location__c'
        });
        expect(await outboxOf(other)).toMatchObject({ done_revision: 1 });
    });

    it('sets aside a fault of our own, where an admin sees it', async () => {
        const uid = await insertWaitingMeeting(database.pool);
        refuseWith(new TypeError('undefined is not a function'));
        await worker.drain();
        expect(await outboxOf(uid)).toMatchObject({ is_parked: true, error_code: 'INTERNAL' });
    });

    it('writes at once what it is woken for, and ends when it is stopped', async () => {
        worker.start();
        await insertWaitingMeeting(database.pool);
        await eventually(() => {
            worker.wake();
            return Promise.resolve(written[0]);
        }, 'the writing');
        await worker.stop();
        await insertWaitingMeeting(database.pool);
        worker.wake();
        expect(written).toHaveLength(1);
    });
});
