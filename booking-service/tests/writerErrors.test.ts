import pino from 'pino';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { MeetingStore } from '../src/meetings/meetingStore.ts';
import { DefinitionStore } from '../src/mirror/definitionStore.ts';
import { MeetingWriter } from '../src/outbox/meetingWriter.ts';
import { OutboxStore } from '../src/outbox/outboxStore.ts';
import { OutboxWorker } from '../src/outbox/outboxWorker.ts';
import { SalesforceError } from '../src/salesforce/errors.ts';
import type { SalesforceClient } from '../src/salesforce/salesforceClient.ts';
import { soql } from '../src/salesforce/soql.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const PUBLIC_URL = new URL('https://book.nexora.example');

/** Parts of the writer's calls, by their reference ids. */
const STEPS = ['meeting', 'link', 'events', 'event', 'eventId'] as const;
type Step = (typeof STEPS)[number];
/** Written at once in spite of it, tried again soon, or set aside with a note on the record. */
type Outcome = 'written' | 'waiting' | 'parked';

const RETRIED = [
    'UNABLE_TO_LOCK_ROW',
    'QUERY_TIMEOUT',
    'SERVER_UNAVAILABLE',
    'REQUEST_RUNNING_TOO_LONG',
    'PROCESSING_HALTED',
    'ERROR_HTTP_500',
    'ERROR_HTTP_503'
];
const HEALED = [
    'INVALID_EMAIL_ADDRESS',
    'INVALID_CROSS_REFERENCE_KEY',
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    'ENTITY_IS_DELETED',
    'CANNOT_UPDATE_CONVERTED_LEAD',
    'INACTIVE_OWNER_OR_USER',
    'FIELD_INTEGRITY_EXCEPTION'
];
const PARKED = [
    'REQUIRED_FIELD_MISSING',
    'INVALID_FIELD',
    'STRING_TOO_LONG',
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    'JSON_PARSER_ERROR',
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    'MALFORMED_ID',
    'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'INVALID_TYPE',
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'DUPLICATE_VALUE',
    'DUPLICATES_DETECTED',
    'A_CODE_OF_A_LATER_RELEASE'
];
const EXPECTED: [string, Outcome][] = [
    ...RETRIED.map((code): [string, Outcome] => [code, 'waiting']),
    ...HEALED.map((code): [string, Outcome] => [code, 'written']),
    ...PARKED.map((code): [string, Outcome] => [code, 'parked'])
];

describe('each failure of Salesforce at each step of the writer', () => {
    let org: DevOrg;
    let service: TestService;
    let worker: OutboxWorker;
    let start: string | undefined;
    let links: string[];
    /** Strikes once. */
    let fault: { step: Step; code: string } | undefined;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
        const { db } = service.database;
        const meetings = new MeetingStore(db);
        const logger = pino({ level: 'silent' });
        const definitions = new DefinitionStore(service.database, logger);
        worker = new OutboxWorker({
            store: new OutboxStore(db),
            meetings,
            writer: new MeetingWriter({
                client: faulty(service.integration),
                definitions,
                claims: meetings,
                logger,
                publicUrl: PUBLIC_URL
            }),
            logger
        });
        [start] = await service.findSlots('l/julio-intro');
        const count = EXPECTED.length * STEPS.length;
        links = await Promise.all(Array.from({ length: count }, () => service.mintLink('julio-intro')));
        // Known from here on: looking each one up would use up the look-ups of a minute.
        await service.service.mirror.refresh(0);
    });
    afterAll(async () => {
        await worker.stop();
        await service.stop();
        await org.close();
    });

    /** The real client; the answer of one part is a refusal instead, and the part is never sent. */
    function faulty(client: SalesforceClient): SalesforceClient {
        return new Proxy(client, {
            get(target, name) {
                if (name !== 'composite') {
                    const value: unknown = Reflect.get(target, name);
                    return typeof value === 'function' ? (value.bind(target) as unknown) : value;
                }
                return async (...[requests, options]: Parameters<SalesforceClient['composite']>) => {
                    const struck = fault && requests.find(({ referenceId }) => referenceId === fault?.step);
                    if (!fault || !struck) return client.composite(requests, options);
                    const refused = { ...struck, error: new SalesforceError(fault.code, 'Injected'), status: 400 };
                    fault = undefined;
                    const rest = requests.filter((request) => request !== struck);
                    const answers = rest.length > 0 ? await client.composite(rest, options) : [];
                    return [...answers, { ...refused, body: undefined }];
                };
            }
        });
    }

    const book = (): Promise<string> => bookThrough(links.pop() ?? '');

    /** Always the same time: the hosts of the meeting before are free again. */
    async function bookThrough(link: string): Promise<string> {
        await service.database.pool.query('delete from host_reservations');
        const response = await service.book({ link, start });
        return ((await response.json()) as { meeting: { uid: string } }).meeting.uid;
    }

    async function stateOf(uid: string) {
        const { rows } = await service.database.pool.query<{ outcome: Outcome; error_code: string | null }>(
            `select case when done_revision = wanted_revision then 'written'
                         when parked_at is null then 'waiting' else 'parked' end as outcome, error_code
               from outbox where meeting_uid = $1`,
            [uid]
        );
        const meetings = await service.integration.query(
            soql`SELECT SyncError__c, EventId__c FROM Meeting__c WHERE BookingUid__c = ${uid}`
        );
        const events = await service.integration.query(soql`SELECT Id FROM Event WHERE BookingUid__c = ${uid}`);
        return { ...rows[0], meetings, events };
    }

    it.each(EXPECTED)('%s: the meeting is %s, and in the end it is there once', async (code, outcome) => {
        for (const step of STEPS) {
            const uid = await book();
            fault = { step, code };
            await worker.drain();
            expect(fault).toBeUndefined();
            const first = await stateOf(uid);
            expect({ step, outcome: first.outcome }).toEqual({ step, outcome });
            if (outcome !== 'written') expect(first.error_code).toBe(code);
            if (outcome === 'parked') {
                expect(first.meetings).toHaveLength(1);
                expect(first.meetings[0]?.['SyncError__c']).toMatch(code);
            }
            // An hour later.
            await service.database.pool.query('update outbox set next_attempt_at = now()');
            await worker.drain();
            const last = await stateOf(uid);
            expect(last).toMatchObject({ outcome: 'written', error_code: null, meetings: [{ SyncError__c: null }] });
            expect(last.events.map(({ Id }) => Id)).toEqual([last.meetings[0]?.['EventId__c']]);
        }
    });

    it('leaves out a Lead that was deleted between booking and writing, and finds the person by e-mail', async () => {
        const bound = await service.rep.create('Lead', {
            FirstName: 'Ada',
            LastName: 'Byron',
            Company: 'Analytical Engines',
            Email: 'other@example.com'
        });
        const byEmail = await service.rep.create('Lead', {
            FirstName: 'Ada',
            LastName: 'Byron',
            Company: 'Analytical Engines',
            Email: 'ada.byron@example.com'
        });
        const uid = await bookThrough(await service.mintLink('julio-intro', { Lead__c: bound }));
        const lead = org.schema.object('Lead');
        const [julio] = await service.rep.query('SELECT OwnerId FROM BookingLink__c LIMIT 1');
        if (lead) org.store.delete(lead, bound, { userId: String(julio?.['OwnerId']) });
        await worker.drain();
        const [row] = await service.integration.query(
            soql`SELECT Lead__c, SyncError__c FROM Meeting__c WHERE BookingUid__c = ${uid}`
        );
        expect(row).toMatchObject({ Lead__c: byEmail, SyncError__c: null });
    });
});
