import { pino } from 'pino';
import { eventually } from '../../testing/eventually.ts';
import { pollingSlowdown, startMirrorPolling } from './mirrorPolling.ts';

const logger = pino({ level: 'silent' });

describe('pollingSlowdown', () => {
    it.each([
        ['before Salesforce has told', undefined, 1],
        ['with plenty left', { used: 1_000, limit: 15_000 }, 1],
        ['at nine tenths', { used: 13_500, limit: 15_000 }, 1],
        ['above nine tenths', { used: 13_501, limit: 15_000 }, 10],
        ['when all are used up', { used: 15_000, limit: 15_000 }, 10]
    ])('%s', (_when, usage, slowdown) => {
        expect(pollingSlowdown(usage)).toBe(slowdown);
    });
});

describe('startMirrorPolling', () => {
    /** Stands for the mirror: what is asked of it is what polling is. */
    function setUp(slowdown: () => number, refresh: () => Promise<void> = () => Promise.resolve()) {
        const asked: number[] = [];
        const mirror = {
            refresh: (maxAgeMs: number) => {
                asked.push(maxAgeMs);
                return refresh();
            }
        };
        const polling = startMirrorPolling(mirror, logger, { fullSpeedMs: 3, slowdown });
        return { asked, polling };
    }

    it('lets the mirror become older while API calls are scarce, and younger again afterwards', async () => {
        let usage = { used: 100, limit: 1_000 };
        const { asked, polling } = setUp(() => pollingSlowdown(usage));
        await eventually(() => Promise.resolve(asked.length > 0 || undefined), 'the first look');
        expect(asked.at(-1)).toBe(3);
        usage = { used: 950, limit: 1_000 };
        await eventually(() => Promise.resolve(asked.at(-1) === 30 || undefined), 'slower polling');
        usage = { used: 10, limit: 1_000 };
        await eventually(() => Promise.resolve(asked.at(-1) === 3 || undefined), 'full speed');
        await polling.stop();
    });

    it('goes on after failures, and ends at once when it is stopped', async () => {
        const { asked, polling } = setUp(
            () => 1,
            () => Promise.reject(new Error('away'))
        );
        await eventually(() => Promise.resolve(asked.length > 3 || undefined), 'a fourth look');
        await polling.stop();
        const { length } = asked;
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(asked).toHaveLength(length);
    });
});
