import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { SYSTEM_ACTOR } from '../../dev-org/src/store/systemActor.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

interface SlotsAnswer {
    slots: unknown[];
    reason?: string;
    hosts?: { role: string; reason: string | null }[];
}

describe('an empty grid', () => {
    let org: DevOrg;
    let service: TestService;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    const read = async (link: string, fromDay: number, toDay: number): Promise<SlotsAnswer> => {
        const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
        const query = new URLSearchParams({ link, from: day(fromDay), to: day(toDay), timeZone: 'America/New_York' });
        return (await (await fetch(`${service.url}/api/v1/slots?${query.toString()}`)).json()) as SlotsAnswer;
    };

    it('says nothing of the kind when there are times', async () => {
        const { slots, reason, hosts } = await read('l/julio-intro', 0, 20);
        expect([slots.length > 0, reason, hosts]).toEqual([true, undefined, undefined]);
    });

    it('says that the range lies outside the booking window', async () => {
        const { slots, reason } = await read('l/julio-intro', 200, 210);
        expect([slots, reason]).toEqual([[], 'outside_booking_window']);
    });

    it('says of each host why, and who that is to nobody', async () => {
        const [julio] = org.store.findByField(object('User'), 'Username', NEXORA_USERNAMES.julio);
        const away = { Subject: 'Sabbatical', ShowAs: 'OutOfOffice', IsAllDayEvent: true };
        for (const [first, last] of [
            [0, 13],
            [14, 27],
            [28, 40]
        ]) {
            const date = (days = 0) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
            const days = { StartDateTime: `${date(first)}T00:00:00Z`, EndDateTime: `${date(last)}T00:00:00Z` };
            org.store.insert(object('Event'), { ...away, ...days, OwnerId: julio?.Id ?? '' }, SYSTEM_ACTOR);
        }
        // What was read before is a minute old at most; forget it.
        await service.database.pool.query('delete from host_calendars');
        const answer = await read('l/julio-deep-dive', 0, 30);
        expect(answer).toMatchObject({ slots: [], reason: 'all_busy' });
        expect(answer.hosts?.[0]).toEqual({ role: 'required', reason: 'all_busy' });
        expect(answer.hosts?.slice(1).map(({ role }) => role)).toEqual(['pool', 'pool', 'pool']);
        expect(JSON.stringify(answer)).not.toMatch(/005|Julio/);
    });

    function object(name: string) {
        const found = org.schema.object(name);
        if (!found) throw new Error(`no ${name}`);
        return found;
    }
});
