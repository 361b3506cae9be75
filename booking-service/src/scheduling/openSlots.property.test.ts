import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { checkSlot, openSlots } from './openSlots.ts';
import { assignPools } from './poolAssignment.ts';
import { REGRESSIONS } from './testing/regressions.ts';
import { referenceSlots } from './testing/referenceSlots.ts';
import { slotRequest } from './testing/slotRequests.ts';
import type { Host, Slot, SlotRules } from './slotRequest.ts';
import { everyHost } from './slotRequest.ts';
import { localDayOf } from './timeZone.ts';

// Some 25 seconds. More or fewer: SLOT_CASES=100000. The same again: SLOT_SEED=<what a failure prints>.
const numRuns = Number(process.env['SLOT_CASES'] ?? 10_000);
const seed = process.env['SLOT_SEED'];
const runs = { numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) };
/** What holds of every search is checked over fewer: the reference would find most of it. */
const someRuns = { ...runs, numRuns: Math.ceil(numRuns / 10) };

describe('openSlots, over counterexamples of the past', () => {
    it.each(REGRESSIONS)('finds what the slow reference finds: $name', ({ request }) => {
        expect(openSlots(request).slots).toEqual(referenceSlots(request));
    });
});

function canMeet(host: Host | undefined, { start, end }: Slot, rules: SlotRules): boolean {
    if (!host?.isActive || !host.isCalendarReadable) return false;
    return host.busy
        .filter((busy) => busy.start < busy.end)
        .every((busy) => busy.end <= start - rules.bufferBeforeMinutes || busy.start >= end + rules.bufferAfterMinutes);
}

describe('openSlots, over random requests', () => {
    it(`finds what the slow reference finds, ${numRuns} times`, () => {
        fc.assert(
            fc.property(slotRequest, (request) => {
                // Jest's own comparison of thousands of slots takes longer than finding them.
                expect(isDeepStrictEqual(openSlots(request).slots, referenceSlots(request))).toBe(true);
            }),
            runs
        );
    });

    it('offers rising starts within range, notice and booking window', () => {
        fc.assert(
            fc.property(slotRequest, (request) => {
                const { from, to, rules, now, timeZone } = request;
                const { slots } = openSlots(request);
                const starts = slots.map(({ start }) => start);
                expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
                const earliest = Math.max(from, now + rules.minimumNoticeMinutes);
                expect(starts.filter((start) => start < earliest || start >= to)).toEqual([]);
                expect(slots.filter(({ start, end }) => end - start !== rules.durationMinutes)).toEqual([]);
                const lastDay = localDayOf(timeZone, now) + rules.bookingWindowDays;
                const tooLate = starts.filter((start) => localDayOf(timeZone, start) > lastDay);
                expect(rules.bookingWindowKind === 'calendar_days' ? tooLate : []).toEqual([]);
            }),
            someRuns
        );
    });

    it('offers nothing that touches a busy host, buffers included, and fills every pool with someone else', () => {
        fc.assert(
            fc.property(slotRequest, (request) => {
                const { requiredHosts, pools, rules } = request;
                const hosts = new Map(everyHost(request).map((host) => [host.id, host]));
                const wrong = openSlots(request).slots.filter((slot) => {
                    const picked = assignPools(slot.poolCandidates);
                    if (picked?.length !== pools.length) return true;
                    const ids = [...new Set(requiredHosts.map(({ id }) => id)), ...picked];
                    return new Set(ids).size < ids.length || ids.some((id) => !canMeet(hosts.get(id), slot, rules));
                });
                expect(wrong).toEqual([]);
            }),
            someRuns
        );
    });

    it('says why when it finds nothing, and only then', () => {
        fc.assert(
            fc.property(slotRequest, (request) => {
                const { slots, reasons } = openSlots(request);
                expect(reasons === undefined).toBe(slots.length > 0);
            }),
            someRuns
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
            someRuns
        );
    });
});
