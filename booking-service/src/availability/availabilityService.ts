import type { BookableLink } from '../links/linkService.ts';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import type { HostUser } from '../mirror/records.ts';
import { ceilToMinute, mergeIntervals } from '../scheduling/intervals.ts';
import type { Interval } from '../scheduling/intervals.ts';
import { MINUTES_PER_DAY } from '../scheduling/localDay.ts';
import type { LocalDay } from '../scheduling/localDay.ts';
import { checkSlot, openSlots, openStarts } from '../scheduling/openSlots.ts';
import type { SlotCheck, SlotSearch, StartSearch } from '../scheduling/openSlots.ts';
import type { Host, Pool, SlotRequest } from '../scheduling/slotRequest.ts';
import { limitTimeZone } from '../scheduling/slotRequest.ts';
import type { Span } from './calendar.ts';
import type { CalendarCache } from './calendarCache.ts';
import { HostBusy } from './hostBusy.ts';
import type { BusyAge } from './hostBusy.ts';
import { HostSchedules } from './hostSchedule.ts';
import type { OwnMeetings } from './ownMeetings.ts';

export interface AvailabilityParts {
    definitions: DefinitionStore;
    calendars: CalendarCache;
    ownMeetings: OwnMeetings;
    now?: () => Date;
}

/** What a booker looks at: slots that start in the span, on the booker's clock. */
export interface AvailabilityQuery extends Span {
    /** IANA. */
    timeZone: string;
    /** Uid of a meeting that is being moved: its own time counts as free, and it is in no limit's way. */
    exceptMeeting?: string | undefined;
}

type BusyQuery = Pick<AvailabilityQuery, 'exceptMeeting'> & { age: BusyAge } & Pick<BookableLink, 'meetingType'>;

interface Freshness extends BusyAge {
    /** Whose turn it is matters only to who is chosen, not to what is open. */
    needsTurns: boolean;
}

/** A grid may show appointments up to a minute old; a booking looks again, but a rush of bookings looks once. */
const GRID: Freshness = { maxAgeMs: 60_000, needsTurns: false };
const SUBMIT: Freshness = { maxAgeMs: 5_000, needsTurns: true };
/** The booking transaction finds out by itself who has been reserved since. */
const FIRST_SUBMIT: Freshness = { ...SUBMIT, areMeetingsAsKnown: true };
/** Calendars are read this far ahead at least, so that one reading serves every link of a host. */
const READ_AHEAD_DAYS = 60;
/** A week on both sides, for weekly limits; buffers are far shorter. */
const MARGIN_MINUTES = 8 * MINUTES_PER_DAY;
const TURNS_COUNT_FOR_MS = 30 * 24 * 3_600_000;

/** Finds the open slots of a link: gathers what its hosts are doing, then asks the slot search. */
export class AvailabilityService {
    private readonly parts: AvailabilityParts;
    private readonly now: () => Date;
    private readonly schedules = new HostSchedules();
    private readonly hostBusy: HostBusy;

    constructor(parts: AvailabilityParts) {
        this.parts = parts;
        this.now = parts.now ?? (() => new Date());
        this.hostBusy = new HostBusy({ ...parts, now: this.now });
    }

    async search(link: BookableLink, query: AvailabilityQuery): Promise<SlotSearch> {
        return openSlots(await this.slotRequest(link, query, GRID));
    }

    /** The same for whoever needs only the starts. */
    async searchStarts(link: BookableLink, query: AvailabilityQuery): Promise<StartSearch> {
        return openStarts(await this.slotRequest(link, query, GRID));
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
        const known = await this.slotRequest(link, query, FIRST_SUBMIT);
        const check = checkSlot(known, start);
        if (check.slot !== undefined) return { check, request: known };
        const request = await this.slotRequest(link, query, SUBMIT);
        return { check: checkSlot(request, start), request };
    }

    private async slotRequest(
        link: BookableLink,
        query: AvailabilityQuery,
        { needsTurns, ...age }: Freshness
    ): Promise<SlotRequest> {
        const { meetingType, hosts } = link;
        const people = [...hosts.required, ...hosts.pools.flatMap(({ members }) => members.map(({ user }) => user))];
        const hostOf = await this.readHosts(people, link, query, age);
        const requiredHosts = hosts.required.map(hostOf);
        const now = ceilToMinute(this.now().getTime());
        const limitZone = limitTimeZone({ requiredHosts, timeZone: query.timeZone });
        const hasLimit = meetingType.dailyLimit !== undefined || meetingType.weeklyLimit !== undefined;
        return {
            from: query.from,
            to: query.to,
            now,
            timeZone: query.timeZone,
            rules: { ...meetingType, bookingWindowDays: Math.max(meetingType.bookingWindowDays, 1) },
            requiredHosts,
            pools: await this.readPools(link, hostOf, needsTurns),
            ...(hasLimit && {
                bookedByDay: await this.parts.ownMeetings.countByDay(
                    meetingType.id,
                    limitZone,
                    widened(query),
                    query.exceptMeeting
                )
            })
        };
    }

    private async readHosts(
        people: HostUser[],
        { meetingType }: BookableLink,
        query: AvailabilityQuery,
        age: BusyAge
    ): Promise<(user: HostUser) => Host> {
        // Whoever asks has just found the link in them.
        const definitions = await this.parts.definitions.lately();
        const owners = [...new Map(people.map((user) => [user.id, user])).values()];
        const needed = widened(query);
        const busy = await this.readBusy(owners, needed, { ...query, age, meetingType });
        const hasLimit = meetingType.hostDailyLimit !== undefined || meetingType.hostWeeklyLimit !== undefined;
        const booked = hasLimit
            ? await this.parts.ownMeetings.countByHostDay(meetingType.id, owners, needed, query.exceptMeeting)
            : undefined;
        const today = this.today();
        return (user) => ({
            id: user.id,
            isActive: user.isActive,
            timeZone: user.timeZone,
            schedule: this.schedules.find(definitions, user.id, today),
            busy: busy.get(user.id) ?? NEVER_BUSY,
            isCalendarReadable: busy.has(user.id),
            bookedByDay: booked?.get(user.id)
        });
    }

    private async readBusy(
        users: HostUser[],
        needed: Span,
        { exceptMeeting, age, meetingType }: BusyQuery
    ): Promise<Map<string, readonly Interval[]>> {
        const owners = users.map(({ id, timeZone, username, email }) => ({ hostId: id, timeZone, username, email }));
        const spans = { needed, readAhead: this.readAhead(needed, meetingType.bookingWindowDays) };
        if (exceptMeeting === undefined) return this.hostBusy.read(owners, spans, age);
        // Rare, and different for every meeting: not worth keeping.
        const calendars = await this.parts.calendars.readBusy(owners, spans, age.maxAgeMs);
        const hostIds = owners.map(({ hostId }) => hostId);
        const reserved = await this.parts.ownMeetings.readReserved(hostIds, needed, exceptMeeting);
        return new Map(
            [...calendars].map(([hostId, busy]) => [hostId, mergeIntervals([...busy, ...(reserved.get(hostId) ?? [])])])
        );
    }

    /** In UTC: good enough for what is read and kept with days to spare. */
    private today(): LocalDay {
        return Math.floor(this.now().getTime() / 60_000 / MINUTES_PER_DAY);
    }

    private readAhead(needed: Span, bookingWindowDays: number): Span {
        const today = this.today() * MINUTES_PER_DAY;
        const days = Math.max(bookingWindowDays, READ_AHEAD_DAYS);
        return {
            from: Math.min(needed.from, today - MARGIN_MINUTES),
            to: Math.max(needed.to, today + days * MINUTES_PER_DAY + MARGIN_MINUTES)
        };
    }

    private async readPools(
        { hosts }: BookableLink,
        hostOf: (user: HostUser) => Host,
        needsTurns: boolean
    ): Promise<Pool[]> {
        const since = new Date(this.now().getTime() - TURNS_COUNT_FOR_MS);
        const poolIds = hosts.pools.map(({ id }) => id);
        const turns =
            needsTurns && poolIds.length > 0 ? await this.parts.ownMeetings.countTurns(poolIds, since) : undefined;
        return hosts.pools.map(({ id, members }) => ({
            id,
            members: members.map(({ user, weight }) => ({
                host: hostOf(user),
                weight,
                recentBookings: turns?.get(id)?.get(user.id) ?? 0
            }))
        }));
    }
}

/** The same list each time, so that it is packed once. */
const NEVER_BUSY: readonly Interval[] = [];

function widened({ from, to }: Span): Span {
    return { from: from - MARGIN_MINUTES, to: to + MARGIN_MINUTES };
}
