import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const LINK = 'l/julio-intro';
const MINUTE_MS = 60_000;

interface SlotsAnswer {
    slots: { start: string; end: string }[];
    errors?: { field: string }[];
}

/** The sample company's intro call lasts 30 minutes and may last 15. */
describe('a link that offers several lengths', () => {
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

    const slots = async (durationMinutes?: string) => {
        const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
        const query = new URLSearchParams({ link: LINK, from: day(0), to: day(20), timeZone: 'Europe/Berlin' });
        if (durationMinutes !== undefined) query.set('durationMinutes', durationMinutes);
        const response = await fetch(`${service.url}/api/v1/slots?${query.toString()}`);
        return { status: response.status, answer: (await response.json()) as SlotsAnswer };
    };
    const lengthOf = ({ start, end }: { start: string; end: string }) =>
        (Date.parse(end) - Date.parse(start)) / MINUTE_MS;

    it('shows times of the length asked for, and of the first without one', async () => {
        const [usual, short] = [await slots(), await slots('15')];
        expect(new Set(usual.answer.slots.map(lengthOf))).toEqual(new Set([30]));
        expect(new Set(short.answer.slots.map(lengthOf))).toEqual(new Set([15]));
    });

    it.each(['20', 'half an hour', '0'])('refuses %s and names the field', async (durationMinutes) => {
        const { status, answer } = await slots(durationMinutes);
        expect([status, answer.errors?.[0]?.field]).toEqual([400, 'durationMinutes']);
    });

    it('books the length that was chosen', async () => {
        const { answer } = await slots('15');
        const start = answer.slots[0]?.start;
        const response = await service.book({ link: LINK, start, durationMinutes: 15 });
        const { meeting } = (await response.json()) as { meeting: { start: string; end: string } };
        expect([response.status, lengthOf(meeting)]).toEqual([201, 15]);
        const refused = await service.book({ link: LINK, start: answer.slots[4]?.start, durationMinutes: 20 });
        expect(refused.status).toBe(400);
    });

    it('offers the lengths on the page and books the chosen one from the form', async () => {
        const page = await (await fetch(`${service.url}/${LINK}?durationMinutes=15&timeZone=Europe/Berlin`)).text();
        expect(page).toContain('durationMinutes=30');
        expect(page).toMatch(/name="durationMinutes" value="15"/);
        const start = /name="start"\s+value="([^"]+)"/.exec(page)?.[1] ?? '';
        const key = /name="idempotencyKey" value="([^"]+)"/.exec(page)?.[1] ?? '';
        const form = { start, timeZone: 'Europe/Berlin', durationMinutes: '15', idempotencyKey: key };
        const person = { firstName: 'Ada', lastName: 'Byron', email: 'ada.byron@example.com' };
        const response = await fetch(`${service.url}/${LINK}`, {
            method: 'POST',
            body: new URLSearchParams({ ...form, ...person }),
            redirect: 'manual'
        });
        expect(response.status).toBe(303);
        const { rows } = await service.database.pool.query<{ minutes: number }>(
            `select (extract(epoch from ends_at - starts_at) / 60)::int as minutes from meetings where starts_at = $1`,
            [new Date(start)]
        );
        expect(rows).toEqual([{ minutes: 15 }]);
    });
});
