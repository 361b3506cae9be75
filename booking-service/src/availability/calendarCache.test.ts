import { pino } from 'pino';
import { createTestDatabase } from '../../testing/testDatabase.ts';
import type { TestDatabase } from '../../testing/testDatabase.ts';
import type { Interval } from '../scheduling/intervals.ts';
import type { CalendarOwner, CalendarPort, Span } from './calendar.ts';
import { CalendarCache } from './calendarCache.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const julio: CalendarOwner = { hostId: 'julio', timeZone: 'America/New_York' };
const priya: CalendarOwner = { hostId: 'priya', timeZone: 'America/Chicago' };
const needed: Span = { from: 1_000, to: 2_000 };
const readAhead: Span = { from: 0, to: 10_000 };
const appointment: Interval[] = [{ start: 1_200, end: 1_230 }];

describe('CalendarCache', () => {
    let database: TestDatabase;
    let now: number;
    let readings: { hostIds: string[]; span: Span }[];
    let read: () => Promise<readonly Interval[]>;

    beforeEach(async () => {
        database = await createTestDatabase();
        now = Date.parse('2026-11-23T12:00:00Z');
        readings = [];
        read = () => Promise.resolve(appointment);
    });
    afterEach(() => database.drop());

    const calendar: CalendarPort = {
        async readBusy(owners, span) {
            readings.push({ hostIds: owners.map(({ hostId }) => hostId), span });
            const busy = await read();
            return new Map(owners.map(({ hostId }) => [hostId, busy]));
        }
    };
    const cache = (deadlineMs = 2_000) =>
        new CalendarCache({
            db: database.db,
            calendar,
            logger: pino({ level: 'silent' }),
            cacheHours: () => Promise.resolve(24),
            deadlineMs,
            now: () => new Date(now)
        });
    const readBusy = (owners = [julio], { maxAgeMs = MINUTE_MS, spans = { needed, readAhead } } = {}) =>
        cache().readBusy(owners, spans, maxAgeMs);
    const goDown = () => {
        read = () => Promise.reject(new Error('down'));
    };

    it('reads a calendar once in the age allowed, for all replicas together', async () => {
        await readBusy();
        now += MINUTE_MS - 1;
        expect((await readBusy()).get('julio')).toEqual(appointment);
        expect(readings).toEqual([{ hostIds: ['julio'], span: readAhead }]);
        now += 1;
        await readBusy();
        expect(readings).toHaveLength(2);
    });

    it('reads only the calendars that are not fresh', async () => {
        await readBusy([julio]);
        const busy = await readBusy([julio, priya]);
        expect([...busy.keys()]).toEqual(['julio', 'priya']);
        expect(readings.map(({ hostIds }) => hostIds)).toEqual([['julio'], ['priya']]);
    });

    it('reads again when the copy does not cover what has to be known', async () => {
        await readBusy();
        await readBusy([julio], { spans: { needed: { from: 9_000, to: 11_000 }, readAhead: { from: 0, to: 12_000 } } });
        expect(readings).toHaveLength(2);
    });

    it('answers from the last copy while the calendar is down, for as long as copies count', async () => {
        await readBusy();
        goDown();
        now += 24 * HOUR_MS - 1;
        expect((await readBusy()).get('julio')).toEqual(appointment);
        now += 1;
        expect((await readBusy()).has('julio')).toBe(false);
    });

    it('calls a calendar unreadable that is down and was never read', async () => {
        await readBusy([julio]);
        goDown();
        now += HOUR_MS;
        expect([...(await readBusy([julio, priya])).keys()]).toEqual(['julio']);
    });

    it('reads once for equal questions at the same time', async () => {
        read = () => new Promise((resolve) => setTimeout(resolve, 200, appointment));
        const shared = cache();
        const answers = await Promise.all(
            Array.from({ length: 20 }, () => shared.readBusy([julio], { needed, readAhead }, MINUTE_MS))
        );
        expect(answers.map((busy) => busy.get('julio'))).toEqual(Array(20).fill(appointment));
        expect(readings).toHaveLength(1);
    });

    it('waits for a slow calendar no longer than the deadline, and keeps what comes later', async () => {
        await readBusy();
        now += HOUR_MS;
        const moved: Interval[] = [{ start: 1_500, end: 1_530 }];
        const { promise, resolve } = Promise.withResolvers<readonly Interval[]>();
        read = () => promise;
        const slow = cache(20);
        const spans = { needed, readAhead };
        expect((await slow.readBusy([julio], spans, MINUTE_MS)).get('julio')).toEqual(appointment);
        resolve(moved);
        // The same reading still runs, so this waits for it instead of starting another.
        expect((await slow.readBusy([julio], spans, MINUTE_MS)).get('julio')).toEqual(moved);
        expect(readings).toHaveLength(2);
    });
});
