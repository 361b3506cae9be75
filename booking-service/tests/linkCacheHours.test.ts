import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('how long links go on while Salesforce is away', () => {
    let org: DevOrg;
    let service: TestService;
    let now: number;

    async function start(hours: number | null): Promise<string> {
        org = await startTestOrg({ settings: { LinkCacheHours__c: hours } });
        now = Date.now();
        service = await startTestService(org, { now: () => new Date(now) });
        const link = await service.mintLink('julio-intro');
        // Reads the link, the settings, and the calendars of its hosts.
        await service.findSlots(link);
        await service.service.mirror.refresh(0);
        now = Date.now();
        org.faults.add({ kind: 'html503', path: '/services/data', times: 1_000_000 });
        return link;
    }
    afterEach(async () => {
        await service.stop();
        await org.close();
    });

    const statusOf = async (link: string): Promise<number> => (await fetch(`${service.url}/${link}`)).status;

    it.each([
        [2, 2],
        [48, 48],
        [null, 24],
        // Less would close every link with each hiccup.
        [0, 1]
    ])(
        'LinkCacheHours__c %p: they are open for %i hours, and nobody is told "invalid" after them',
        async (set, hours) => {
            const link = await start(set);
            const startedAt = now;
            now = startedAt + hours * HOUR_MS - MINUTE_MS;
            expect(await statusOf(link)).toBe(200);
            now = startedAt + hours * HOUR_MS + MINUTE_MS;
            const page = await fetch(`${service.url}/${link}`);
            expect([page.status, page.headers.get('retry-after')]).toEqual([503, '60']);
            org.faults.clear();
            expect(await statusOf(link)).toBe(200);
        }
    );

    it('counts for the copies of calendars too', async () => {
        const link = await start(48);
        const slots = async () => {
            const day = (days: number) => new Date(now + days * 24 * HOUR_MS).toISOString().slice(0, 10);
            const query = new URLSearchParams({ link, from: day(1), to: day(7), timeZone: 'Europe/Berlin' });
            const response = await fetch(`${service.url}/api/v1/slots?${query.toString()}`);
            return ((await response.json()) as { slots?: unknown[] }).slots?.length ?? 0;
        };
        now += 47 * HOUR_MS;
        expect(await slots()).toBeGreaterThan(0);
        now += 2 * HOUR_MS;
        expect(await slots()).toBe(0);
    });
});
