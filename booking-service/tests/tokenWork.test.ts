import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

interface Answer {
    status: number;
    headers: Record<string, string>;
    body: string;
}

interface Work {
    /** Times a connection to the database was taken. */
    database: number;
    /** Calls of Salesforce's API. */
    salesforce: number;
}

/** Differs by nature, and tells nothing of the token. */
const UNTOLD = new Set(['date']);

/** The last character checks the others: another one makes the token one that nobody can have made. */
const mistyped = (token: string): string => `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;

describe('the answer to a token', () => {
    let org: DevOrg;
    let service: TestService;
    let taken = 0;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
        service.database.pool.on('acquire', () => (taken += 1));
        // From here on links come from the copy, as they do while the service runs.
        await service.findSlots('l/julio-intro');
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    /** As Salesforce itself counts them, at its last answer. */
    const callsMade = (): number => service.integration.apiUsage()?.used ?? 0;

    async function ask(path: string, method: 'GET' | 'POST' = 'GET'): Promise<{ answer: Answer; work: Work }> {
        const callsBefore = callsMade();
        const takenBefore = taken;
        const response = await fetch(service.url + path, { method, redirect: 'manual' });
        const body = await response.text();
        const database = taken - takenBefore;
        const headers = Object.fromEntries([...response.headers].filter(([name]) => !UNTOLD.has(name)));
        const work = { database, salesforce: callsMade() - callsBefore };
        return { answer: { status: response.status, headers, body }, work };
    }

    async function usedLink(): Promise<string> {
        const link = await service.mintLink('julio-intro');
        const [start] = await service.findSlots(link);
        expect((await service.book({ link, start })).status).toBe(201);
        return link;
    }

    it('is the same to the byte for one that was never issued, is mistyped or is none', async () => {
        const token = newToken();
        const never = await ask(`/s/${token}`);
        expect(never.answer.status).toBe(404);
        expect(never.answer.body).not.toContain(token);
        for (const other of [mistyped(token), token.slice(1), 'x', newToken().toUpperCase()]) {
            expect((await ask(`/s/${other}`)).answer).toEqual(never.answer);
        }
        const manage = await ask(`/m/${newToken()}`);
        expect(manage.answer.status).toBe(404);
        for (const other of [mistyped(newToken()), 'x']) {
            expect((await ask(`/m/${other}`)).answer).toEqual(manage.answer);
        }
    });

    it('takes no look-up where the checksum is wrong, so that guessing costs the org nothing', async () => {
        const { work } = await ask(`/s/${mistyped(newToken())}`);
        // Which sites may frame a page is asked for every page.
        expect(work).toEqual({ database: 1, salesforce: 0 });
        expect((await ask('/s/x')).work).toEqual(work);
    });

    it('takes the same work however much of an issued token is right', async () => {
        const issued = await usedLink();
        const alike = similarTo(issued.slice(2));
        const [near, far] = [await ask(`/s/${alike}`), await ask(`/s/${newToken()}`)];
        expect(near).toEqual(far);
        expect(near.work.salesforce).toBe(1);
    });

    it('to "e-mail me my meeting" is the same and takes the same work for every state of a link', async () => {
        const [used, unused, never] = [await usedLink(), await service.mintLink('julio-intro'), `s/${newToken()}`];
        const asked = [];
        for (const link of [used, unused, never, used]) asked.push(await ask(`/${link}/resend`, 'POST'));
        expect(asked[0]).toMatchObject({ answer: { status: 200 }, work: { database: 1, salesforce: 0 } });
        expect(asked.slice(1)).toEqual([asked[0], asked[0], asked[0]]);
    });

    it('to "ask for a new link" is the same for every state of a link', async () => {
        const links = [await usedLink(), await service.mintLink('julio-intro'), `s/${newToken()}`, 's/x'];
        const asked = [];
        for (const link of links) asked.push((await ask(`/${link}/ask`, 'POST')).answer);
        expect(asked[0]?.status).toBe(200);
        expect(asked.slice(1)).toEqual([asked[0], asked[0], asked[0]]);
    });
});

/** Another token that is well formed and shares all but two characters with this one. */
function similarTo(token: string): string {
    const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
    const moved = (place: number, by: number): string | undefined =>
        alphabet[alphabet.indexOf(token[place] ?? '') + by];
    // Places count once, twice, three times and so on: two less at one and one more at the place that counts twice as much.
    for (const place of [0, 1, 2, 3]) {
        for (const by of [1, -1]) {
            const [one, other] = [moved(place, -2 * by), moved(2 * place + 1, by)];
            if (one === undefined || other === undefined) continue;
            return Array.from(token)
                .with(place, one)
                .with(2 * place + 1, other)
                .join('');
        }
    }
    throw new Error('no place of the token leaves room for a change');
}
