import fc from 'fast-check';
import { slotsJson } from './slotsJson.ts';

const LAST_MINUTE = Date.UTC(2199, 0) / 60_000;

const written = (starts: number[], durationMinutes: number): unknown =>
    JSON.parse(slotsJson(Int32Array.from(starts), durationMinutes).toString());

const expected = (starts: number[], durationMinutes: number) =>
    starts.map((start) => ({
        start: new Date(start * 60_000).toISOString(),
        end: new Date((start + durationMinutes) * 60_000).toISOString()
    }));

describe('slotsJson', () => {
    it('writes an empty list', () => {
        expect(written([], 30)).toEqual([]);
    });

    it('writes what Date would write, across midnights and years', () => {
        const start = fc.integer({ min: 0, max: LAST_MINUTE });
        fc.assert(
            fc.property(fc.array(start), fc.integer({ min: 1, max: 1440 }), (starts, durationMinutes) => {
                expect(written(starts, durationMinutes)).toEqual(expected(starts, durationMinutes));
            }),
            { examples: [[[Date.UTC(2027, 11, 31, 23, 45) / 60_000, Date.UTC(2028, 1, 29) / 60_000], 30]] }
        );
    });
});
