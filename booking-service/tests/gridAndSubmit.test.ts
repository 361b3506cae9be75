import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { testDatabaseLog } from '../testing/testDatabase.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const LINKS = ['l/julio-intro', 'l/julio-deep-dive'] as const;
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'] as const;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const QUARTER_MS = 15 * MINUTE_MS;

/** What happens in one step: the clock moves, then somebody books, alone or in a crowd. */
interface Step {
    link: (typeof LINKS)[number];
    timeZone: (typeof ZONES)[number];
    aheadMinutes: number;
    /** Which of the times shown, or which quarter of an hour, counted in wraps. */
    pick: number;
    rivals: number;
}

const step: fc.Arbitrary<Step> = fc.record({
    link: fc.constantFrom(...LINKS),
    timeZone: fc.constantFrom(...ZONES),
    aheadMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })),
    pick: fc.nat(),
    rivals: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 8 }))
});

/** More: GRID_STEPS=2000. The same again: GRID_SEED=<what a failure prints>. */
const STEPS = Number(process.env['GRID_STEPS'] ?? 40);
const SEED = Number(process.env['GRID_SEED'] ?? Date.now() % 1_000_000);

describe('what the grid shows and what submit takes', () => {
    let org: DevOrg;
    let service: TestService;
    let aheadMs = 0;
    /** Stands still between the steps: grid and submit are asked at the same moment. */
    const begun = Date.now();
    const now = () => begun + aheadMs;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org, { now: () => new Date(now()) });
        // Warm: the first look reads Salesforce.
        await grid(LINKS[0], ZONES[0]);
    });
    afterAll(async () => {
        expect(readFileSync(testDatabaseLog(), 'utf8')).not.toMatch(/deadlock/i);
        await service.stop();
        await org.close();
    });

    async function grid(link: string, timeZone: string): Promise<number[]> {
        const day = (days: number) => new Date(now() + days * DAY_MS).toISOString().slice(0, 10);
        const query = new URLSearchParams({ link, from: day(-1), to: day(20), timeZone });
        const response = await fetch(`${service.url}/api/v1/slots?${query.toString()}`);
        expect(response.status).toBe(200);
        const { slots } = (await response.json()) as { slots: { start: string }[] };
        return slots.map(({ start }) => Date.parse(start));
    }

    async function submit(link: string, timeZone: string, start: number): Promise<string> {
        const response = await service.book({ link, timeZone, start: new Date(start).toISOString() });
        const answer = (await response.json()) as { code?: string };
        return response.status === 201 ? 'booked' : (answer.code ?? String(response.status));
    }

    /** One after the other the grid and the submit must say the same of any time, shown or not. */
    async function checkAlone({ link, timeZone, pick }: Step): Promise<void> {
        const shown = await grid(link, timeZone);
        const begin = Math.floor(now() / QUARTER_MS) * QUARTER_MS;
        const tried = begin + (pick % (20 * 96)) * QUARTER_MS;
        const outcome = await submit(link, timeZone, tried);
        expect([new Date(tried).toISOString(), shown.includes(tried)]).toEqual([
            new Date(tried).toISOString(),
            outcome === 'booked'
        ]);
        const another = shown.filter((start) => Math.abs(start - tried) > 3 * 60 * MINUTE_MS)[pick % 7];
        if (another !== undefined) expect(await submit(link, timeZone, another)).toBe('booked');
    }

    /** Everybody in a crowd saw the time: one at least gets it, the others hear that it is taken. */
    async function checkCrowd({ link, timeZone, pick, rivals }: Step): Promise<void> {
        const shown = await grid(link, timeZone);
        const wanted = shown[pick % Math.max(shown.length, 1)];
        if (wanted === undefined) return;
        const outcomes = await Promise.all(Array.from({ length: rivals }, () => submit(link, timeZone, wanted)));
        expect(outcomes.filter((outcome) => outcome === 'booked')).toHaveLength(1);
        expect(new Set(outcomes.filter((outcome) => outcome !== 'booked'))).toEqual(
            new Set(rivals > 1 ? ['slot_taken'] : [])
        );
        // Julio is required by both links: for nobody is the time still there.
        expect((await grid(link, timeZone)).includes(wanted)).toBe(false);
    }

    it(`agree over ${STEPS} random steps, with rivals and a moving clock (seed ${SEED})`, async () => {
        for (const taken of fc.sample(step, { numRuns: STEPS, seed: SEED })) {
            aheadMs += taken.aheadMinutes * MINUTE_MS;
            await (taken.rivals === 1 ? checkAlone(taken) : checkCrowd(taken));
        }
    });
});
