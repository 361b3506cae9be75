import fc from 'fast-check';
import { checkSlot, openSlots } from './openSlots.ts';
import { assignPools } from './poolAssignment.ts';
import { referenceSlots } from './testing/referenceSlots.ts';
import { slotRequest } from './testing/slotRequests.ts';
import { localDayOf } from './timeZone.ts';

// More cases: SLOT_CASES=10000. The same cases again: SLOT_SEED=<the seed that a failure prints>.
const numRuns = Number(process.env['SLOT_CASES'] ?? 200);
const seed = process.env['SLOT_SEED'];
const runs = { numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) };

describe('openSlots, over random requests', () => {
    it('finds what the slow reference finds', () => {
        fc.assert(
            fc.property(slotRequest, (request) => {
                expect(openSlots(request).slots).toEqual(referenceSlots(request));
            }),
            runs
        );
    });

    it('offers rising starts within range, notice and booking window', () => {
        fc.assert(
            fc.property(slotRequest, (request) => {
                const { rules, now, timeZone } = request;
                let previous = -Infinity;
                for (const { start, end } of openSlots(request).slots) {
                    expect(start).toBeGreaterThan(previous);
                    expect(start).toBeGreaterThanOrEqual(Math.max(request.from, now + rules.minimumNoticeMinutes));
                    expect(start).toBeLessThan(request.to);
                    expect(end).toBe(start + rules.durationMinutes);
                    if (rules.bookingWindowKind === 'calendar_days') {
                        const daysAhead = localDayOf(timeZone, start) - localDayOf(timeZone, now);
                        expect(daysAhead).toBeLessThanOrEqual(rules.bookingWindowDays);
                    }
                    previous = start;
                }
            }),
            runs
        );
    });

    it('offers nothing that touches a busy host, buffers included, and fills every pool with someone else', () => {
        fc.assert(
            fc.property(slotRequest, (request) => {
                const { rules, requiredHosts, pools } = request;
                const members = pools.flatMap((pool) => pool.members.map(({ host }) => host));
                for (const { start, end, poolCandidates } of openSlots(request).slots) {
                    const picked = assignPools(poolCandidates);
                    const ids = [...new Set(requiredHosts.map(({ id }) => id)), ...(picked ?? [])];
                    expect(picked).toHaveLength(pools.length);
                    expect(new Set(ids).size).toBe(ids.length);
                    for (const host of [...requiredHosts, ...members].filter(({ id }) => ids.includes(id))) {
                        expect(host.isActive && host.isCalendarReadable).toBe(true);
                        const touched = host.busy.filter(
                            (busy) =>
                                busy.start < busy.end &&
                                busy.start < end + rules.bufferAfterMinutes &&
                                busy.end > start - rules.bufferBeforeMinutes
                        );
                        expect(touched).toEqual([]);
                    }
                }
            }),
            runs
        );
    });

    it('says why when it finds nothing, and only then', () => {
        fc.assert(
            fc.property(slotRequest, (request) => {
                const { slots, reasons } = openSlots(request);
                expect(reasons === undefined).toBe(slots.length > 0);
            }),
            runs
        );
    });

    it('accepts at submit what it shows, and nothing between', () => {
        fc.assert(
            fc.property(slotRequest, fc.nat(), (request, pick) => {
                const { slots } = openSlots(request);
                const shown = slots[pick % Math.max(1, slots.length)];
                if (shown) expect(checkSlot(request, shown.start)).toEqual({ slot: shown, refusal: undefined });
                const tried = request.from + (pick % (request.to - request.from));
                const isShown = slots.some(({ start }) => start === tried);
                expect(checkSlot(request, tried).slot !== undefined).toBe(isShown);
            }),
            runs
        );
    });
});
