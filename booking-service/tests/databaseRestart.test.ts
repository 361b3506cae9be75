import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { rawSoql, soql } from '../src/salesforce/soql.ts';
import { eventually } from '../testing/eventually.ts';
import { startMortalDatabase } from '../testing/mortalDatabase.ts';
import type { MortalDatabase } from '../testing/mortalDatabase.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

interface Answer {
    status: number;
    /** Of a refusal. */
    code: string | undefined;
    type: string | null;
    retryAfter: string | null;
    uid: string | undefined;
}

const LINKS = 24;

describe('a database that is killed while prospects book', () => {
    let org: DevOrg;
    let database: MortalDatabase;
    let service: TestService;

    beforeAll(async () => {
        org = await startTestOrg();
        database = await startMortalDatabase();
        service = await startTestService(org, { database: { ...database.connection, url: database.url } });
        service.service.startWork();
    }, 30_000);
    afterAll(async () => {
        await service.stop();
        await database.close();
        await org.close();
    });

    async function book(link: string, start: string | undefined, key: string): Promise<Answer> {
        const response = await service.book({ link, start }, key);
        const body = (await response.json()) as { code?: string; meeting?: { uid: string } };
        return {
            status: response.status,
            code: body.code,
            type: response.headers.get('content-type'),
            retryAfter: response.headers.get('retry-after'),
            uid: body.meeting?.uid
        };
    }

    it('loses nothing it acknowledged, asks everybody to try again, and recovers by itself', async () => {
        const links = await Promise.all(Array.from({ length: LINKS }, () => service.mintLink('julio-intro')));
        const slots = await service.findSlots(links[0] ?? '');
        const answers: Answer[] = [];
        const bookUntilAcknowledged = async (link: string, index: number): Promise<string> => {
            const key = randomUUID();
            for (;;) {
                const answer = await book(link, slots[index], key);
                answers.push(answer);
                if (answer.uid !== undefined) return answer.uid;
                await setTimeout(50);
            }
        };
        // Some are in the middle of their booking when the server dies, the others find it dead.
        const early = links.slice(0, LINKS / 2).map(bookUntilAcknowledged);
        await Promise.race(early);
        database.kill();
        const late = links.slice(LINKS / 2).map((link, index) => bookUntilAcknowledged(link, LINKS / 2 + index));
        await setTimeout(500);
        await database.restart();
        const uids = await Promise.all([...early, ...late]);

        const refusals = answers.filter(({ status }) => status !== 201);
        expect(refusals.length).toBeGreaterThan(0);
        const kinds = new Set(refusals.map(({ status, code, type }) => [status, code, type].join(' ')));
        expect([...kinds]).toEqual(['503 service_unavailable application/problem+json; charset=utf-8']);
        expect(refusals.every(({ retryAfter }) => retryAfter === '5')).toBe(true);

        const { rows } = await database.connection.pool.query<{ uid: string }>('select uid from meetings');
        expect(rows.map(({ uid }) => uid).sort()).toEqual([...uids].sort());

        // Pools, poller and worker find the new server without help; nobody is refused any more.
        const after = await service.mintLink('julio-intro');
        expect((await book(after, slots[LINKS], randomUUID())).status).toBe(201);
        const page = await fetch(`${service.url}/${after}`);
        expect(page.status).toBe(410);
        await eventually(async () => {
            const { rows: left } = await database.connection.pool.query(
                'select 1 from outbox where done_revision < wanted_revision or parked_at is not null'
            );
            return left.length === 0 || undefined;
        }, 'the writing of every meeting');
        for (const objectName of ['Meeting__c', 'Event']) {
            const written = await service.integration.query(
                soql`SELECT BookingUid__c FROM ${rawSoql(objectName)} WHERE BookingUid__c IN ${uids}`
            );
            expect(written.map((row) => row['BookingUid__c']).sort()).toEqual([...uids].sort());
        }
    }, 60_000);

    it('shows a page that says so while the database is away, in the reader’s language', async () => {
        const link = await service.mintLink('julio-intro');
        database.kill();
        const response = await fetch(`${service.url}/${link}`, { headers: { 'Accept-Language': 'de' } });
        const text = await response.text();
        await database.restart();
        expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
        expect(text).toContain('Nichts ist verloren');
        expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
        expect((await fetch(`${service.url}/${link}`)).status).toBe(200);
    }, 60_000);
});
