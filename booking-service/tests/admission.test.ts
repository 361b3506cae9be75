import pino from 'pino';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { Blocklist } from '../src/admission/blocklist.ts';
import { firstWord } from '../src/pages/client/sha256.ts';
import { collectLog } from '../testing/logLines.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const LINK = 'l/julio-intro';

interface Refusal {
    code: string;
    detail: string;
    errors?: { field: string; message: string }[];
}

interface Asked {
    isRequired: boolean;
    challenge: string;
    bits: number;
}

let org: DevOrg;
let service: TestService;

beforeAll(async () => {
    org = await startTestOrg();
});
afterAll(() => org.close());
afterEach(() => service.stop());

const meetings = async (): Promise<number> => (await service.database.pool.query('select from meetings')).rowCount ?? 0;

async function refusalOf(response: Response): Promise<Refusal & { status: number }> {
    return { status: response.status, ...((await response.json()) as Refusal) };
}

const person = (email: string) => ({ firstName: 'Ada', lastName: 'Byron', email });

async function post(link: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const [start = ''] = await service.findSlots(link);
    const body = new URLSearchParams({ start, timeZone: 'Europe/Berlin', ...person('ada@example.com'), ...fields });
    return fetch(`${service.url}/${link}`, { method: 'POST', body, headers, redirect: 'manual' });
}

describe('the blocklist', () => {
    const log = collectLog();
    const list = new Blocklist('spam@example.com\nblocked.example\n203.0.113.0/24');

    beforeEach(async () => {
        service = await startTestService(org, {
            blocklist: { current: () => list },
            trustedProxies: ['loopback'],
            logger: pino(log.stream)
        });
    });

    it('refuses address, guest and network alike, and the link is as good as before', async () => {
        const link = await service.mintLink('julio-intro');
        const [start] = await service.findSlots(link);
        const refusals = [
            await service.book({ link, start, prospect: person('Spam+1@example.com') }),
            await service.book({ link, start, prospect: person('anybody@mail.blocked.example') }),
            await service.book({ link, start, guests: ['anybody@blocked.example'] }),
            await service.book({ link, start }, undefined, { 'X-Forwarded-For': '203.0.113.9' })
        ];
        const [first, ...others] = await Promise.all(refusals.map(refusalOf));
        expect(first).toMatchObject({ status: 403, code: 'booking_refused' });
        expect(others).toEqual([first, first, first]);
        expect(log.lines.flatMap(({ blockedBy }) => blockedBy ?? [])).toEqual([
            'address',
            'domain',
            'domain',
            'network'
        ]);
        expect(log.text()).not.toMatch(/spam|blocked\.example|203\.0\.113/i);
        expect(await meetings()).toBe(0);
        expect((await service.book({ link, start })).status).toBe(201);
    });

    it('shows the form again with what was typed, and says whom to turn to', async () => {
        const link = await service.mintLink('julio-intro');
        const response = await post(link, { email: 'spam@example.com', lastName: 'Typed' });
        const page = await response.text();
        expect(response.status).toBe(403);
        expect(page).toContain('We cannot take this booking here');
        expect(page).toContain('value="Typed"');
        expect((await fetch(`${service.url}/${link}`)).status).toBe(200);
    });

    it('gives a booking that stands to whoever repeats it', async () => {
        const link = await service.mintLink('julio-intro');
        const [start] = await service.findSlots(link);
        const key = 'the-same-key-as-before';
        const booked = (await (await service.book({ link, start }, key)).json()) as { manageUrl: string };
        const again = await service.book({ link, start }, key, { 'X-Forwarded-For': '203.0.113.9' });
        expect(again.status).toBe(201);
        expect(await again.json()).toEqual(booked);
    });
});

describe('the metrics of a service', () => {
    it('are for whoever has the token, and count what was refused', async () => {
        const metricsToken = 'a-token-of-twenty-six-chars';
        const blocklist = { current: () => new Blocklist('spam@example.com') };
        service = await startTestService(org, { metricsToken, blocklist });
        const link = await service.mintLink('julio-intro');
        const [start] = await service.findSlots(link);
        await service.book({ link, start, prospect: person('spam@example.com') });
        const read = (headers: Record<string, string>) => fetch(`${service.url}/metrics`, { headers });
        expect((await read({})).status).toBe(401);
        const answer = await read({ Authorization: `Bearer ${metricsToken}` });
        expect(answer.status).toBe(200);
        expect(await answer.text()).toContain('admit_one_bookings_total{outcome="booking_refused"} 1');
    });
});

describe('the proof of work', () => {
    let passed = 0;

    beforeEach(async () => {
        passed = 0;
        service = await startTestService(org, {
            proofOfWorkBits: 8,
            hasRateLimits: true,
            now: () => new Date(Date.now() + passed * 1000)
        });
    });

    async function ask(link: string): Promise<Asked> {
        const response = await fetch(`${service.url}/api/v1/human-check?link=${encodeURIComponent(link)}`);
        expect(response.status).toBe(200);
        return (await response.json()) as Asked;
    }

    function solve({ challenge, bits }: Asked): string {
        const text = challenge.split('.').at(-1) ?? '';
        let answer = 0;
        while (firstWord(`${text}.${answer.toString(36)}`) >>> (32 - bits) !== 0) answer += 1;
        return `${challenge}.${answer.toString(36)}`;
    }

    it('is never asked for a single-use link', async () => {
        const link = await service.mintLink('julio-intro');
        const [start] = await service.findSlots(link);
        expect(await ask(link)).toEqual({ isRequired: false });
        expect(await (await fetch(`${service.url}/${link}`)).text()).not.toContain('humanProof');
        expect((await service.book({ link, start })).status).toBe(201);
    });

    it('is needed for a reusable link, each for one meeting, and a lost answer needs no second one', async () => {
        const [start, next] = await service.findSlots(LINK);
        const refused = await refusalOf(await service.book({ link: LINK, start }));
        expect(refused).toMatchObject({ status: 403, code: 'human_check_required' });
        expect(refused.errors?.map(({ field }) => field)).toEqual(['humanProof']);
        const humanProof = solve(await ask(LINK));
        const [first, again] = [
            await service.book({ link: LINK, start, humanProof }, 'the-same-key-as-before'),
            await service.book({ link: LINK, start, humanProof }, 'the-same-key-as-before')
        ];
        expect([first.status, again.status]).toEqual([201, 201]);
        expect(await again.json()).toEqual(await first.json());
        const spent = await refusalOf(await service.book({ link: LINK, start: next, humanProof }));
        expect(spent.errors?.[0]?.message).toContain('used for another booking');
        expect(await meetings()).toBe(1);
    });

    it('lets exactly one of many simultaneous bookings use one answer', async () => {
        const slots = await service.findSlots(LINK);
        const humanProof = solve(await ask(LINK));
        const answers = await Promise.all(
            slots.slice(0, 10).map((start) => service.book({ link: LINK, start, humanProof }))
        );
        expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
        expect(await meetings()).toBe(1);
    });

    it('costs nothing when the time was taken: the same answer books another one', async () => {
        const [start, next] = await service.findSlots(LINK);
        await service.book({ link: LINK, start, humanProof: solve(await ask(LINK)) });
        const humanProof = solve(await ask(LINK));
        const key = 'the-key-of-one-attempt';
        expect((await service.book({ link: LINK, start, humanProof }, key)).status).toBe(409);
        expect((await service.book({ link: LINK, start: next, humanProof }, key)).status).toBe(201);
    });

    it('takes the form of a browser without script once that has had the page for half a minute', async () => {
        const page = await (await fetch(`${service.url}/${LINK}`)).text();
        const [, humanProof = ''] = /name="humanProof"\s+value="([^"]+)"/.exec(page) ?? [];
        const early = await post(LINK, { humanProof, lastName: 'Typed' });
        const shown = await early.text();
        expect(early.status).toBe(403);
        expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(20);
        expect(shown).toContain('wait half a minute');
        // Waiting goes on where it was.
        expect(shown).toContain(`value="${humanProof}"`);
        expect(shown).toContain('value="Typed"');
        passed = 31;
        const late = await post(LINK, { humanProof });
        expect(late.status).toBe(303);
        expect(await meetings()).toBe(1);
    });

    it('takes few such forms an hour, and answers all the same', async () => {
        const statuses: number[] = [];
        for (let number = 0; number < 8; number += 1) {
            const { challenge } = await ask(LINK);
            passed += 31;
            statuses.push((await post(LINK, { humanProof: challenge })).status);
        }
        expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 403, 403]);
        const humanProof = solve(await ask(LINK));
        expect((await post(LINK, { humanProof })).status).toBe(303);
    });
});
