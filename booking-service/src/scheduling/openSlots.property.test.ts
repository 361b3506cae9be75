import fc from 'fast-check';
import { checkSlot, openSlots } from './openSlots.ts';
import { assignPools } from './poolAssignment.ts';
import { REGRESSIONS } from './testing/regressions.ts';
import { referenceSlots } from './testing/referenceSlots.ts';
import { slotRequest } from './testing/slotRequests.ts';
import type { Host, Slot, SlotRules } from './slotRequest.ts';
import { everyHost } from './slotRequest.ts';
import { localDayOf } from './timeZone.ts';

// 400 cases a property take some 15 seconds. More: SLOT_CASES=10000. The same again: SLOT_SEED=<what a failure prints>.
const numRuns = Number(process.env['SLOT_CASES'] ?? 400);
const seed = process.env['SLOT_SEED'];
const runs = { numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) };

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
            runs
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
