import { ceilToMinute, floorToMinute, intersectIntervals, mergeIntervals, subtractIntervals } from './intervals.ts';
import type { Interval } from './intervals.ts';

const spans = (...pairs: [number, number][]): Interval[] => pairs.map(([start, end]) => ({ start, end }));

describe('mergeIntervals', () => {
    it('sorts, joins what overlaps or touches, and drops what is empty', () => {
        expect(mergeIntervals(spans([30, 40], [0, 10], [10, 20], [35, 38], [50, 50], [70, 60]))).toEqual(
            spans([0, 20], [30, 40])
        );
    });

    it('returns a merged list as it is, and leaves any other alone', () => {
        const merged = spans([0, 10], [11, 20]);
        const overlapping = spans([5, 20], [0, 10]);
        expect(mergeIntervals(merged)).toBe(merged);
        expect(mergeIntervals(overlapping)).toEqual(spans([0, 20]));
        expect(overlapping).toEqual(spans([5, 20], [0, 10]));
    });
});

describe('intersectIntervals', () => {
    it('keeps what lies in both', () => {
        expect(intersectIntervals(spans([0, 10], [20, 30], [40, 50]), spans([5, 25], [28, 45]))).toEqual(
            spans([5, 10], [20, 25], [28, 30], [40, 45])
        );
    });

    it('finds nothing where the two only touch', () => {
        expect(intersectIntervals(spans([0, 10]), spans([10, 20]))).toEqual([]);
    });
});

describe('subtractIntervals', () => {
    it('cuts holes out, and lets one hole cut several pieces', () => {
        expect(subtractIntervals(spans([0, 10], [12, 20], [30, 40]), spans([2, 4], [8, 15], [40, 50]))).toEqual(
            spans([0, 2], [4, 8], [15, 20], [30, 40])
        );
    });
});

describe('floorToMinute and ceilToMinute', () => {
    it('round a moment within a minute outward', () => {
        const moment = Date.parse('2026-11-23T09:00:30.500Z');
        const minute = Date.parse('2026-11-23T09:00Z') / 60_000;
        expect([floorToMinute(moment), ceilToMinute(moment), ceilToMinute(minute * 60_000)]).toEqual([
            minute,
            minute + 1,
            minute
        ]);
    });
});
