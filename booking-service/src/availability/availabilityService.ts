import type { BookableLink } from '../links/linkService.ts';
import type { HostUser } from '../mirror/records.ts';
import type { Interval } from '../scheduling/intervals.ts';
import { MINUTES_PER_DAY } from '../scheduling/localDay.ts';
import { checkSlot, openSlots, openStarts } from '../scheduling/openSlots.ts';
import type { SlotCheck, SlotSearch, StartSearch } from '../scheduling/openSlots.ts';
import type { Host, SlotRequest } from '../scheduling/slotRequest.ts';
import { HostSchedules } from './hostSchedule.ts';
import { RecentSearches } from './recentSearches.ts';
import { hasLimit, SlotFactsReader } from './slotFacts.ts';
import type { AvailabilityQuery, Freshness, SlotFacts, SlotFactsParts } from './slotFacts.ts';

export type AvailabilityParts = Omit<SlotFactsParts, 'now'> & { now?: () => Date };

/** A grid may show appointments up to a minute old; a booking looks again, but a rush of bookings looks once. */
const GRID: Freshness = { maxAgeMs: 60_000, needsTurns: false };
const SUBMIT: Freshness = { maxAgeMs: 5_000, needsTurns: true };
/** The booking transaction finds out by itself who has been reserved since. */
const FIRST_SUBMIT: Freshness = { ...SUBMIT, areMeetingsAsKnown: true };

/** Finds the open slots of a link: gathers what its hosts are doing, then asks the slot search. */
export class AvailabilityService {
    private readonly facts: SlotFactsReader;
    private readonly schedules = new HostSchedules();
    private readonly searches = new RecentSearches();

    constructor({ now = () => new Date(), ...parts }: AvailabilityParts) {
        this.facts = new SlotFactsReader({ ...parts, now });
    }

    async search(link: BookableLink, query: AvailabilityQuery): Promise<SlotSearch> {
        return openSlots(this.requestOf(link, query, await this.facts.read(link, query, GRID)));
    }

    /** The same for whoever needs only the starts; the same object again while nothing changes and the minute lasts. */
    async searchStarts(link: BookableLink, query: AvailabilityQuery): Promise<StartSearch> {
        const facts = await this.facts.read(link, query, GRID);
        const search = (): StartSearch => openStarts(this.requestOf(link, query, facts));
        // What is counted is counted anew each time.
        if (hasLimit(link.meetingType) || query.exceptMeeting !== undefined) return search();
        const { definitions, now, owners } = facts;
        const busy = owners.map(({ hostId }) => facts.busy.get(hostId));
        const madeFrom = { hosts: link.hosts, revision: definitions.revision, now, busy };
        return this.searches.find(nameOf(link, query), madeFrom, search);
    }

    /**
     * The check at submit: the same search over the one slot, with calendars read again when they can be. What is in
     * memory may let a booking through, for the database has the last word; it refuses nobody without a fresh look.
     */
    async check(
        link: BookableLink,
        start: number,
        timeZone: string,
        exceptMeeting?: string
    ): Promise<{ check: SlotCheck; request: SlotRequest }> {
        const query = { from: start, to: start + 1, timeZone, exceptMeeting };
        const known = this.requestOf(link, query, await this.facts.read(link, query, FIRST_SUBMIT));
        const check = checkSlot(known, start);
        if (check.slot !== undefined) return { check, request: known };
        const request = this.requestOf(link, query, await this.facts.read(link, query, SUBMIT));
        return { check: checkSlot(request, start), request };
    }

    private requestOf({ meetingType, hosts }: BookableLink, query: AvailabilityQuery, facts: SlotFacts): SlotRequest {
        const hostOf = (user: HostUser): Host => this.hostOf(user, facts);
        return {
            from: query.from,
            to: query.to,
            now: facts.now,
            timeZone: query.timeZone,
            rules: { ...meetingType, bookingWindowDays: Math.max(meetingType.bookingWindowDays, 1) },
            requiredHosts: hosts.required.map(hostOf),
            pools: hosts.pools.map(({ id, members }) => ({
                id,
                members: members.map(({ user, weight }) => ({
                    host: hostOf(user),
                    weight,
                    recentBookings: facts.turns?.get(id)?.get(user.id) ?? 0
                }))
            })),
            bookedByDay: facts.bookedByDay
        };
    }

    private hostOf({ id, isActive, timeZone }: HostUser, { definitions, busy, bookedByHost, now }: SlotFacts): Host {
        return {
            id,
            isActive,
            timeZone,
            schedule: this.schedules.find(definitions, id, Math.floor(now / MINUTES_PER_DAY)),
            busy: busy.get(id) ?? NEVER_BUSY,
            isCalendarReadable: busy.has(id),
            bookedByDay: bookedByHost?.get(id)
        };
    }
}

/** The same list each time, so that it is packed once. */
const NEVER_BUSY: readonly Interval[] = [];

/** By the original link: what can be booked through a single-use link is what can be booked through any other. */
function nameOf({ bookingLink, meetingType }: BookableLink, { from, to, timeZone }: AvailabilityQuery): string {
    return [bookingLink.id, meetingType.durationMinutes, from, to, timeZone].join(' ');
}
