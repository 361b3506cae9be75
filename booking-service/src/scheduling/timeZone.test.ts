import { parseLocalDay } from './localDay.ts';
import { temporalLocal, temporalToUtc, temporalTransitions, toLocalDay } from './testing/temporal.ts';
import { ZONES } from './testing/zones.ts';
import { isTimeZone, localDayOf, toUtcMinutes, zoneTable } from './timeZone.ts';

const minute = (iso: string): number => Date.parse(iso) / 60_000;

describe('isTimeZone', () => {
    it.each(['Europe/Berlin', 'UTC', 'Etc/GMT+5', 'america/argentina/buenos_aires'])('accepts %s', (zone) => {
        expect(isTimeZone(zone)).toBe(true);
    });

    it.each(['', 'Mars/Olympus', '+02:00', 'Europe/Berlin ', 'Europe/Berlin\n', 'x'.repeat(5000), '__proto__'])(
        'refuses %j',
        (zone) => {
            expect(isTimeZone(zone)).toBe(false);
        }
    );
});

describe('toUtcMinutes', () => {
    it.each([
        ['Europe/Berlin', '2026-07-01', 9 * 60, '2026-07-01T07:00Z'],
        ['Asia/Kathmandu', '2026-07-01', 9 * 60, '2026-07-01T03:15Z'],
        ['America/St_Johns', '2026-01-15', 9 * 60, '2026-01-15T12:30Z'],
        ['Pacific/Chatham', '2026-07-01', 9 * 60, '2026-06-30T20:15Z'],
        ['Europe/Berlin', '2026-07-01', 1440, '2026-07-01T22:00Z']
    ])('finds the moment of an ordinary time in %s', (zone, date, minuteOfDay, utc) => {
        expect(toUtcMinutes(zone, parseLocalDay(date), minuteOfDay)).toBe(minute(utc));
    });

    it.each([
        ['Europe/Berlin', '2026-03-29', 2 * 60 + 30, '2026-03-29T01:00Z'],
        ['Australia/Lord_Howe', '2026-10-04', 2 * 60 + 10, '2026-10-03T15:30Z'],
        ['America/Santiago', '2026-09-06', 0, '2026-09-06T04:00Z'],
        ['Pacific/Apia', '2011-12-30', 12 * 60, '2011-12-30T10:00Z']
    ])('takes the end of the gap for a time that %s skips', (zone, date, minuteOfDay, utc) => {
        expect(toUtcMinutes(zone, parseLocalDay(date), minuteOfDay, 'earlier')).toBe(minute(utc));
        expect(toUtcMinutes(zone, parseLocalDay(date), minuteOfDay, 'later')).toBe(minute(utc));
    });

    it.each([
        ['Europe/London', '2026-10-25', 90, '2026-10-25T00:30Z', '2026-10-25T01:30Z'],
        ['Australia/Lord_Howe', '2026-04-05', 105, '2026-04-04T14:45Z', '2026-04-04T15:15Z'],
        ['America/Havana', '2026-11-01', 0, '2026-11-01T04:00Z', '2026-11-01T05:00Z']
    ])('takes the moment asked for when %s shows a time twice', (zone, date, minuteOfDay, earlier, later) => {
        expect(toUtcMinutes(zone, parseLocalDay(date), minuteOfDay, 'earlier')).toBe(minute(earlier));
        expect(toUtcMinutes(zone, parseLocalDay(date), minuteOfDay, 'later')).toBe(minute(later));
    });

    it.each(ZONES)('agrees with Temporal around every change of the clock in %s', (zone) => {
        const wrong: unknown[] = [];
        for (const change of temporalTransitions(zone, 2010, 2031)) {
            // What the clock shows around the change, and what it would show without it: gaps and overlaps are both met.
            const { offset, previousOffset } = zoneTable(zone, { start: change, end: change }).segmentAt(change);
            for (let shift = -180; shift <= 180; shift += 45) {
                for (const local of [change + shift + offset, change + shift + previousOffset]) {
                    const [day, minuteOfDay] = [Math.floor(local / 1440), local - Math.floor(local / 1440) * 1440];
                    for (const fold of ['earlier', 'later'] as const) {
                        const found = toUtcMinutes(zone, day, minuteOfDay, fold);
                        const expected = temporalToUtc(zone, day, minuteOfDay, fold);
                        if (found !== expected) wrong.push({ day, minuteOfDay, fold, found, expected });
                    }
                }
            }
        }
        expect(wrong).toEqual([]);
    });

    it('knows the summer time of a single week that Boa Vista had in 2000', () => {
        expect(toUtcMinutes('America/Boa_Vista', parseLocalDay('2000-10-12'), 720)).toBe(minute('2000-10-12T15:00Z'));
        expect(toUtcMinutes('America/Boa_Vista', parseLocalDay('2000-10-22'), 720)).toBe(minute('2000-10-22T16:00Z'));
    });

    it('refuses an unknown zone and a time beyond the years it knows', () => {
        expect(() => toUtcMinutes('Mars/Olympus', 20_000, 0)).toThrow(RangeError);
        expect(() => toUtcMinutes('UTC', 400_000, 0)).toThrow('1970 to 2199');
        expect(() => toUtcMinutes('UTC', NaN, 0)).toThrow(RangeError);
    });
});

describe('localDayOf', () => {
    it.each(ZONES)('agrees with Temporal before and after every change of the clock in %s', (zone) => {
        for (const change of temporalTransitions(zone, 2010, 2031)) {
            for (const at of [change - 1, change, change + 700, change + 100_000]) {
                const expected = toLocalDay(temporalLocal(zone, at).toPlainDate());
                expect([zone, at, localDayOf(zone, at)]).toEqual([zone, at, expected]);
            }
        }
    });
});

describe('zoneTable', () => {
    it('keeps what it knew when it learns more years, either way', () => {
        const zone = 'America/Halifax';
        const summer = minute('2026-07-01T12:00Z');
        const day = { start: summer, end: summer + 1440 };
        const first = zoneTable(zone, day);
        zoneTable(zone, { start: minute('2031-01-15T00:00Z'), end: minute('2031-01-16T00:00Z') });
        zoneTable(zone, { start: minute('2019-07-15T00:00Z'), end: minute('2019-07-16T00:00Z') });
        const last = zoneTable('AMERICA/halifax', day);
        expect(last).not.toBe(first);
        expect(last.segmentAt(summer).offset).toBe(first.segmentAt(summer).offset);
        expect(last.segmentAt(minute('2031-01-15T00:00Z')).offset).toBe(-240);
        expect(last.segmentAt(minute('2019-07-15T00:00Z')).offset).toBe(-180);
    });

    it('hands out the same table again', () => {
        const range = { start: minute('2026-05-01T00:00Z'), end: minute('2026-06-01T00:00Z') };
        expect(zoneTable('Europe/Vienna', range)).toBe(zoneTable('europe/vienna', range));
    });
});
