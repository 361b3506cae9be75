import { bookingRange } from './bookingRange.ts';
import type { EmptyReason, EmptyReasons } from './emptyReasons.ts';
import { explainEmpty } from './emptyReasons.ts';
import { findStarts } from './findStarts.ts';
import type { UtcMinute } from './intervals.ts';
import { PoolSweep } from './poolSweep.ts';
import type { Slot, SlotRequest } from './slotRequest.ts';
import { checkSlotRequest } from './slotRequest.ts';

/** The open slots in rising order, or why there are none. */
export interface SlotSearch {
    readonly slots: readonly Slot[];
    /** Set when `slots` is empty, and only then. */
    readonly reasons: EmptyReasons | undefined;
}

/** Why a slot cannot be booked, as an error code of the product. */
export type SlotRefusal =
    | 'before_minimum_notice'
    | 'outside_booking_window'
    | 'daily_limit_reached'
    | 'slot_taken'
    | 'no_host_available'
    | 'host_calendar_unreadable';

/** The slot at one start, or why there is none. */
export type SlotCheck =
    { readonly slot: Slot; readonly refusal: undefined } | { readonly slot: undefined; readonly refusal: SlotRefusal };

/** A slot that lies outside a schedule or off the grid was never shown, or no longer is: the booker has to choose again. */
const REFUSALS: Record<EmptyReason, SlotRefusal> = {
    before_minimum_notice: 'before_minimum_notice',
    outside_booking_window: 'outside_booking_window',
    daily_limit_reached: 'daily_limit_reached',
    all_busy: 'slot_taken',
    outside_schedule: 'slot_taken',
    host_calendar_unreadable: 'host_calendar_unreadable',
    host_inactive: 'no_host_available',
    no_schedule: 'no_host_available',
    no_host: 'no_host_available'
};

/** As `SlotSearch`, without an object for each slot: only the starts, rising. */
export interface StartSearch {
    readonly starts: Int32Array;
    /** Set when there is no start, and only then. */
    readonly reasons: EmptyReasons | undefined;
}

/**
 * Finds the times at which a meeting can be booked: within notice and booking window, on the booker's clock, inside
 * the schedule of every required host and of one member of each pool, and away from all that keeps them busy.
 *
 * @throws RangeError when a number of the request makes no sense, a zone is unknown or a time leaves 1970 to 2199
 */
export function openStarts(request: SlotRequest): StartSearch {
    checkSlotRequest(request);
    const booking = bookingRange(request);
    const starts = booking.isOpen ? findStarts(request, booking.range) : new Int32Array(0);
    return { starts, reasons: starts.length > 0 ? undefined : explainEmpty(request, booking) };
}

/**
 * The same with who can be met at each of them.
 *
 * @throws RangeError as `openStarts`
 */
export function openSlots(request: SlotRequest): SlotSearch {
    const { starts, reasons } = openStarts(request);
    const [first] = starts;
    if (first === undefined) return { slots: [], reasons };
    const { durationMinutes } = request.rules;
    const sweep = new PoolSweep(request, { start: first, end: (starts.at(-1) ?? first) + 1 });
    const slots = Array.from(starts, (start) => {
        const poolCandidates = sweep.candidatesAt(start);
        if (!poolCandidates) throw new Error('a start that was found cannot be filled');
        return { start, end: start + durationMinutes, poolCandidates };
    });
    return { slots, reasons: undefined };
}

/**
 * Says whether the slot that starts at `start` is open: the same search, over one minute, so that what is shown and
 * what is accepted cannot differ. The request's own range does not matter.
 *
 * @throws RangeError as `openSlots`
 */
export function checkSlot(request: SlotRequest, start: UtcMinute): SlotCheck {
    const { slots, reasons } = openSlots({ ...request, from: start, to: start + 1 });
    const [slot] = slots;
    if (slot) return { slot, refusal: undefined };
    return { slot: undefined, refusal: REFUSALS[reasons?.overall ?? 'no_host'] };
}
