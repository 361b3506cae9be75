import { randomUUID } from 'node:crypto';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { createLogger } from '../src/operations/logger.ts';
import { collectLog } from '../testing/logLines.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

interface ChangeAnswer {
    manageUrl: string;
}

/** Looks at each answer as it comes, whatever it says. */
interface Visitor {
    visit(address: string, init?: RequestInit): Promise<Response>;
    /** Addresses whose answers allow a referrer. */
    talkative: string[];
    titles: string[];
}

const tokenOf = ({ manageUrl }: ChangeAnswer): string => new URL(manageUrl).pathname.split('/')[2] ?? '';

describe('the tokens of a link and of its meeting', () => {
    const log = collectLog();
    let org: DevOrg;
    let service: TestService;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org, { logger: createLogger('debug', log.stream), hasRateLimits: true });
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    function startVisitor(): Visitor {
        const visitor: Visitor = {
            talkative: [],
            titles: [],
            async visit(address, init = {}) {
                const response = await fetch(service.url + address, { redirect: 'manual', ...init });
                if (response.headers.get('referrer-policy') !== 'no-referrer') visitor.talkative.push(address);
                const page = await response.clone().text();
                visitor.titles.push(...[...page.matchAll(/<title>(.*?)<\/title>/gs)].map(([, title]) => title ?? ''));
                return response;
            }
        };
        return visitor;
    }

    const json = (body: object): RequestInit => ({
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: JSON.stringify(body)
    });
    const form = (fields: Record<string, string>): RequestInit => ({
        method: 'POST',
        body: new URLSearchParams(fields)
    });

    /** A whole life: seen, booked, moved, canceled, by API and by page, with everything going wrong that can. */
    async function live({ visit }: Visitor): Promise<string[]> {
        const link = await service.mintLink('julio-intro');
        const [first, second, third] = await service.findSlots(link);
        const prospect = { firstName: 'Ada', lastName: 'Byron', email: 'ada.byron@example.com' };
        const booking = { link, start: first, timeZone: 'Europe/Berlin', prospect };
        await visit(`/${link}`);
        await visit(`/api/v1/bookings`, json({ ...booking, start: '2020-01-01T00:00:00Z' }));
        const booked = await visit('/api/v1/bookings', json(booking));
        expect(booked.status).toBe(201);
        const manage = tokenOf((await booked.json()) as ChangeAnswer);
        await visit('/api/v1/bookings', json(booking));
        await visit(`/${link}`);
        await visit(`/${link}/resend`, form({}));
        await visit(`/${link}/nothing-here`);
        await visit(`/m/${manage}?booked`);
        await visit(`/m/${manage}/invite.ics`);
        const moved = await visit(`/api/v1/meetings/${manage}/reschedule`, json({ start: second }));
        expect(moved.status).toBe(200);
        const managed = tokenOf((await moved.json()) as ChangeAnswer);
        await visit(`/m/${manage}`);
        const again = await visit(`/m/${managed}/reschedule`, form({ start: third ?? '' }));
        expect(again.status).toBe(303);
        const last = (again.headers.get('location') ?? '').split(/[/?]/)[2] ?? '';
        await visit(`/m/${last}`);
        await visit(`/api/v1/meetings/${last}/cancel`, { ...json({}), body: '{' });
        expect((await visit(`/api/v1/meetings/${last}/cancel`, json({ reason: 'Ill' }))).status).toBe(200);
        await visit(`/m/${last}`);
        await service.service.outbox.drain();
        const nobody = newToken();
        await visit(`/s/${nobody}`);
        await visit(`/m/${nobody}`);
        return [link.slice(2), manage, managed, last, nobody];
    }

    it('are in no log line, no title, no metric, and no answer lets them travel in a referrer', async () => {
        const visitor = startVisitor();
        const tokens = await live(visitor);
        expect(new Set(tokens).size).toBe(5);
        expect(tokens.every((token) => token.length === 32)).toBe(true);

        const metrics = await (await fetch(`${service.url}/metrics`)).text();
        const found = (text: string) => tokens.filter((token) => text.toLowerCase().includes(token.toLowerCase()));
        expect(log.lines.length).toBeGreaterThanOrEqual(20);
        expect(log.text()).toContain('/api/v1/meetings/[token]/reschedule');
        expect(found(log.text())).toEqual([]);
        expect(visitor.titles.length).toBeGreaterThan(5);
        expect(found(visitor.titles.join('\n'))).toEqual([]);
        expect(metrics).toContain('/api/v1/meetings/:token/reschedule');
        expect(found(metrics)).toEqual([]);
        expect(visitor.talkative).toEqual([]);
    });

    it('are in no log line when the database fails', async () => {
        const token = newToken();
        await service.database.pool.query('alter table meetings rename to hidden_meetings');
        const before = log.lines.length;
        const answers = await Promise.all([
            fetch(`${service.url}/m/${token}`),
            fetch(`${service.url}/api/v1/meetings/${token}/cancel`, json({}))
        ]);
        await service.database.pool.query('alter table hidden_meetings rename to meetings');
        expect(answers.map(({ status }) => status)).toEqual([500, 500]);
        expect(log.lines.length).toBeGreaterThan(before);
        expect(log.text().toLowerCase()).not.toContain(token.toLowerCase());
    });
});
