import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { MeetingStore } from '../src/meetings/meetingStore.ts';
import { DefinitionStore } from '../src/mirror/definitionStore.ts';
import { MeetingWriter } from '../src/outbox/meetingWriter.ts';
import { OutboxStore } from '../src/outbox/outboxStore.ts';
import { OutboxWorker } from '../src/outbox/outboxWorker.ts';
import type { SalesforceClient } from '../src/salesforce/salesforceClient.ts';
import { soql } from '../src/salesforce/soql.ts';
import { connectToOrg, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const logger = pino({ level: 'silent' });

/** A worker that stands still before one of its calls, long past its lease, as a process does under SIGSTOP. */
interface Zombie {
    worker: OutboxWorker;
    /** Resolves when it stands. */
    stands: Promise<unknown>;
    wakeUp: () => void;
    /** Ends what a dead worker still waits for, so that the test can end. */
    bury: () => void;
}

/** A process that stands still renews no lease. */
class SleepingStore extends OutboxStore {
    override renew(): Promise<boolean> {
        return Promise.resolve(true);
    }
}

/** What happens to the meeting while the worker stands. */
const MEANWHILE = ['nothing', 'reschedule', 'cancel', 'cancel and book again'] as const;
/** What becomes of the worker after the call it stood before. */
const AFTERWARDS = ['goes on', 'dies'] as const;
/** The call it stands before: the match, the meeting with its link, the Event. */
const CALLS = [1, 2, 3];

const CASES = CALLS.flatMap((call) =>
    MEANWHILE.flatMap((meanwhile) => AFTERWARDS.map((afterwards) => [call, meanwhile, afterwards] as const))
);

describe('a worker that was paused past its lease', () => {
    let org: DevOrg;
    let service: TestService;
    let slots: string[];

    beforeAll(async () => {
        org = await startTestOrg();
        const admin = connectToOrg(org.url, NEXORA_USERNAMES.amara);
        const [type] = await admin.query("SELECT MeetingType__c FROM BookingLink__c WHERE Slug__c = 'julio-intro'");
        await admin.update('MeetingType__c', String(type?.['MeetingType__c']), { CancelPolicy__c: 'Always Reopen' });
        service = await startTestService(org);
        slots = await service.findSlots('l/julio-intro');
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    function startZombie(call: number, afterwards: (typeof AFTERWARDS)[number]): Zombie {
        const stands = Promise.withResolvers<true>();
        const wake = Promise.withResolvers<true>();
        const death = Promise.withResolvers<never>();
        death.promise.catch(() => undefined);
        let calls = 0;
        const through = async <T>(send: () => Promise<T>): Promise<T> => {
            calls += 1;
            // A dead process never hears the answer, nor does it do anything else.
            if (calls > call && afterwards === 'dies') return death.promise;
            if (calls !== call) return send();
            stands.resolve(true);
            await wake.promise;
            return send();
        };
        const { integration: client, database } = service;
        const halting = new Proxy(client, {
            get(target, name) {
                const value: unknown = Reflect.get(target, name);
                if (typeof value !== 'function') return value;
                const send = value.bind(target) as (...args: unknown[]) => Promise<unknown>;
                return (...args: unknown[]) => through(() => send(...args));
            }
        });
        const meetings = new MeetingStore(database.db);
        const definitions = new DefinitionStore(database, logger);
        const writer = new MeetingWriter({
            client: halting,
            definitions,
            claims: meetings,
            logger
        });
        const worker = new OutboxWorker({ store: new SleepingStore(database.db), meetings, writer, logger });
        return {
            worker,
            stands: stands.promise,
            wakeUp: () => wake.resolve(true),
            bury: () => death.reject(new Error('dead'))
        };
    }

    async function change(token: string, verb: 'reschedule' | 'cancel', body: object): Promise<void> {
        const response = await fetch(`${service.url}/api/v1/meetings/${token}/${verb}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
            body: JSON.stringify(body)
        });
        expect(response.status).toBe(200);
    }

    async function book(link: string, start: string | undefined) {
        const response = await service.book({ link, start });
        const { meeting, manageUrl } = (await response.json()) as { meeting: { uid: string }; manageUrl: string };
        return { uid: meeting.uid, token: new URL(manageUrl).pathname.split('/')[2] ?? '' };
    }

    /** As Salesforce has it, next to how it is. */
    async function compare(client: SalesforceClient, uid: string) {
        const [row] = await client.query(
            soql`SELECT Status__c, Revision__c, StartsAt__c, EventId__c, SyncError__c, SingleUseClaim__c FROM Meeting__c WHERE BookingUid__c = ${uid}`
        );
        const events = await client.query(
            soql`SELECT Id, StartDateTime, ShowAs FROM Event WHERE BookingUid__c = ${uid}`
        );
        const meeting = await new MeetingStore(service.database.db).findByUid(uid);
        const isCanceled = meeting?.status === 'canceled';
        const startsAt = meeting?.startsAt.getTime();
        return {
            found: {
                revision: row?.['Revision__c'],
                startsAt: Date.parse(String(row?.['StartsAt__c'])),
                syncError: row?.['SyncError__c'],
                hasClaim: row?.['SingleUseClaim__c'] !== null,
                events: events.map((event) => ({
                    isNamed: event['Id'] === row?.['EventId__c'],
                    startsAt: Date.parse(String(event['StartDateTime'])),
                    showAs: event['ShowAs']
                }))
            },
            wanted: {
                revision: meeting?.revision,
                startsAt,
                syncError: null,
                hasClaim: !isCanceled,
                events: [{ isNamed: true, startsAt, showAs: isCanceled ? 'Free' : 'Busy' }]
            }
        };
    }

    it.each(CASES)(
        'before call %i, while others do %s, and then %s: spoils nothing',
        async (call, meanwhile, afterwards) => {
            await service.database.pool.query('delete from host_reservations');
            const link = await service.mintLink('julio-intro');
            const { uid, token } = await book(link, slots[0]);
            const uids = [uid];
            const zombie = startZombie(call, afterwards);
            const drained = zombie.worker.drain();
            await zombie.stands;
            await service.database.pool.query("update outbox set leased_until = now() - interval '1 second'");

            if (meanwhile === 'reschedule') await change(token, 'reschedule', { start: slots[5] });
            if (meanwhile.startsWith('cancel')) await change(token, 'cancel', {});
            await service.service.outbox.drain();
            const isRebooked = meanwhile === 'cancel and book again';
            // Its claim goes to somebody else while it still believes to have it; Salesforce hears of that afterwards.
            if (isRebooked) uids.push((await book(link, slots[9])).uid);

            zombie.wakeUp();
            if (afterwards === 'goes on') await drained;
            else await new Promise((resolve) => setTimeout(resolve, 100));
            await service.database.pool.query("update outbox set leased_until = now() - interval '1 second'");
            await service.service.outbox.drain();

            for (const each of uids) {
                const { found, wanted } = await compare(service.integration, each);
                expect(found).toEqual(wanted);
            }
            const { rows } = await service.database.pool.query('select 1 from outbox where parked_at is not null');
            expect(rows).toEqual([]);
            const [used] = await service.integration.query(
                soql`SELECT ClaimedByUid__c FROM SingleUseLink__c WHERE Id IN (SELECT SingleUseLink__c FROM Meeting__c WHERE BookingUid__c = ${uid})`
            );
            zombie.bury();
            await drained;
            expect(used).toMatchObject({ ClaimedByUid__c: isRebooked ? uids[1] : meanwhile === 'cancel' ? null : uid });
        }
    );
});
