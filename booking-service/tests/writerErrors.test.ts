import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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
import { describeWriterErrors, outcomeAt, STEPS, WRITER_FAILURES } from '../testing/writerErrorTable.ts';
import type { Observation, Outcome, Step, WriterFailure } from '../testing/writerErrorTable.ts';

const DOCUMENT = path.join(import.meta.dirname, '..', '..', 'docs', 'writer-errors.md');

describe('each failure of Salesforce at each step of the writer', () => {
    let org: DevOrg;
    let service: TestService;
    let worker: OutboxWorker;
    let start: string | undefined;
    let links: string[];
    /** Strikes once. */
    let fault: { step: Step; failure: WriterFailure } | undefined;
    let newWorker: () => OutboxWorker;
    const observations: Observation[] = [];

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
        const { db } = service.database;
        const meetings = new MeetingStore(db);
        const logger = pino({ level: 'silent' });
        const definitions = new DefinitionStore(service.database, logger);
        const writer = new MeetingWriter({
            client: faulty(service.integration),
            definitions,
            claims: meetings,
            logger
        });
        newWorker = () => new OutboxWorker({ store: new OutboxStore(db), meetings, writer, logger });
        worker = newWorker();
        [start] = await service.findSlots('l/julio-intro');
        const count = WRITER_FAILURES.length * STEPS.length;
        links = await Promise.all(Array.from({ length: count }, () => service.mintLink('julio-intro')));
        // Known from here on: looking each one up would use up the look-ups of a minute.
        await service.service.mirror.refresh(0);
    });
    afterAll(async () => {
        await worker.stop();
        await service.stop();
        await org.close();
    });

    /** The real client; the answer of one part, or of the call it is in, is a failure instead, and that is never sent. */
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
                    const { failure } = fault;
                    fault = undefined;
                    const error = failure.error();
                    if (failure.of === 'call' || !(error instanceof SalesforceError)) throw error;
                    const refused = { ...struck, error, status: 400 };
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

    it.each(WRITER_FAILURES)(
        '$code of the $of: $outcome, and in the end the meeting is there once',
        async (failure) => {
            const outcomes = {} as Record<Step, Outcome>;
            for (const step of STEPS) {
                const uid = await book();
                fault = { step, failure };
                await worker.drain();
                expect(fault).toBeUndefined();
                const first = await stateOf(uid);
                outcomes[step] = first.outcome ?? 'waiting';
                expect({ step, outcome: first.outcome }).toEqual({ step, outcome: outcomeAt(failure, step) });
                if (first.outcome !== 'written') expect(first.error_code).toBe(failure.code);
                if (first.outcome === 'parked') {
                    expect(first.meetings).toHaveLength(1);
                    expect(first.meetings[0]?.['SyncError__c']).toMatch(failure.code);
                }
                // An hour later, when no worker pauses any more.
                worker = newWorker();
                await service.database.pool.query('update outbox set next_attempt_at = now()');
                await worker.drain();
                const last = await stateOf(uid);
                expect(last).toMatchObject({
                    outcome: 'written',
                    error_code: null,
                    meetings: [{ SyncError__c: null }]
                });
                expect(last.events.map(({ Id }) => Id)).toEqual([last.meetings[0]?.['EventId__c']]);
            }
            observations.push({ failure, outcomes });
        }
    );

    it('is told of in docs/writer-errors.md; `npm run docs:writer-errors` writes it anew', () => {
        expect(observations).toHaveLength(WRITER_FAILURES.length);
        const text = describeWriterErrors(observations);
        if (process.env['WRITE_DOCS'] !== undefined) writeFileSync(DOCUMENT, text);
        expect(readFileSync(DOCUMENT, 'utf8')).toBe(text);
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
