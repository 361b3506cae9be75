import type { BookableLink } from '../links/linkService.ts';
import type { LinkHosts } from '../links/linkHosts.ts';
import type { Definitions } from '../mirror/definitions.ts';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import type { HostUser, MeetingType } from '../mirror/records.ts';
import { ceilToMinute, mergeIntervals } from '../scheduling/intervals.ts';
import type { Interval, UtcMinute } from '../scheduling/intervals.ts';
import { MINUTES_PER_DAY } from '../scheduling/localDay.ts';
import type { LocalDay } from '../scheduling/localDay.ts';
import { limitTimeZone } from '../scheduling/slotRequest.ts';
import type { CalendarOwner, Span } from './calendar.ts';
import type { CalendarCache } from './calendarCache.ts';
import { HostBusy } from './hostBusy.ts';
import type { BusyAge } from './hostBusy.ts';
import type { OwnMeetings } from './ownMeetings.ts';

export interface SlotFactsParts {
    definitions: DefinitionStore;
    calendars: CalendarCache;
    ownMeetings: OwnMeetings;
    now: () => Date;
}

/** What a booker looks at: slots that start in the span, on the booker's clock. */
export interface AvailabilityQuery extends Span {
    /** IANA. */
    timeZone: string;
    /** Uid of a meeting that is being moved: its own time counts as free, and it is in no limit's way. */
    exceptMeeting?: string | undefined;
}

/** How fresh facts have to be. */
export interface Freshness extends BusyAge {
    /** Whose turn it is matters only to who is chosen, not to what is open. */
    needsTurns: boolean;
}

/** Everything a search of a link's slots is made from, as of one moment. */
export interface SlotFacts {
    definitions: Definitions;
    now: UtcMinute;
    /** Everybody who may be met, each once. */
    owners: CalendarOwner[];
    /** By host id. A host who is missing has an unreadable calendar. */
    busy: Map<string, readonly Interval[]>;
    /** Meetings of the type on each day: of each host, and of all. Only where a limit counts them. */
    bookedByHost: Map<string, Map<LocalDay, number>> | undefined;
    bookedByDay: Map<LocalDay, number> | undefined;
    /** By pool and host id. */
    turns: Map<string, Map<string, number>> | undefined;
}

/** Calendars are read this far ahead at least, so that one reading serves every link of a host. */
const READ_AHEAD_DAYS = 60;
/** A week on both sides, for weekly limits; buffers are far shorter. */
const MARGIN_MINUTES = 8 * MINUTES_PER_DAY;
const TURNS_COUNT_FOR_MS = 30 * 24 * 3_600_000;

/** Gathers what the hosts of a link are doing. */
export class SlotFactsReader {
    private readonly parts: SlotFactsParts;
    private readonly hostBusy: HostBusy;
    /** By the hosts of a link, which stay the same object until a definition changes. */
    private readonly owners = new WeakMap<LinkHosts, CalendarOwner[]>();

    constructor(parts: SlotFactsParts) {
        this.parts = parts;
        this.hostBusy = new HostBusy(parts);
    }

    async read(
        { hosts, meetingType }: BookableLink,
        query: AvailabilityQuery,
        { needsTurns, ...age }: Freshness
    ): Promise<SlotFacts> {
        const { ownMeetings } = this.parts;
        const { timeZone, exceptMeeting } = query;
        // Whoever asks has just found the link in them.
        const definitions = await this.parts.definitions.lately();
        const owners = this.ownersOf(hosts);
        const needed = widened(query);
        const limitZone = limitTimeZone({ requiredHosts: hosts.required, timeZone });
        return {
            definitions,
            owners,
            busy: await this.readBusy(owners, needed, meetingType, query, age),
            bookedByHost: hasHostLimit(meetingType)
                ? await ownMeetings.countByHostDay(meetingType.id, owners, needed, exceptMeeting)
                : undefined,
            bookedByDay: hasTypeLimit(meetingType)
                ? await ownMeetings.countByDay(meetingType.id, limitZone, needed, exceptMeeting)
                : undefined,
            turns: needsTurns ? await this.countTurns(hosts) : undefined,
            now: ceilToMinute(this.parts.now().getTime())
        };
    }

    private ownersOf(hosts: LinkHosts): CalendarOwner[] {
        const known = this.owners.get(hosts);
        if (known) return known;
        const users = [...hosts.required, ...hosts.pools.flatMap(({ members }) => members.map(({ user }) => user))];
        const owners = [...new Map(users.map((user) => [user.id, toOwner(user)])).values()];
        this.owners.set(hosts, owners);
        return owners;
    }

    private async readBusy(
        owners: CalendarOwner[],
        needed: Span,
        { bookingWindowDays }: MeetingType,
        { exceptMeeting }: AvailabilityQuery,
        age: BusyAge
    ): Promise<Map<string, readonly Interval[]>> {
        const spans = { needed, readAhead: this.readAhead(needed, bookingWindowDays) };
        if (exceptMeeting === undefined) return this.hostBusy.read(owners, spans, age);
        // Rare, and different for every meeting: not worth keeping.
        const calendars = await this.parts.calendars.readBusy(owners, spans, age.maxAgeMs);
        const hostIds = owners.map(({ hostId }) => hostId);
        const reserved = await this.parts.ownMeetings.readReserved(hostIds, needed, exceptMeeting);
        return new Map(
            [...calendars].map(([hostId, busy]) => [hostId, mergeIntervals([...busy, ...(reserved.get(hostId) ?? [])])])
        );
    }

    /** From today in UTC: good enough for what is read and kept with days to spare. */
    private readAhead(needed: Span, bookingWindowDays: number): Span {
        const today = Math.floor(this.parts.now().getTime() / 60_000 / MINUTES_PER_DAY) * MINUTES_PER_DAY;
        const days = Math.max(bookingWindowDays, READ_AHEAD_DAYS);
        return {
            from: Math.min(needed.from, today - MARGIN_MINUTES),
            to: Math.max(needed.to, today + days * MINUTES_PER_DAY + MARGIN_MINUTES)
        };
    }

    private async countTurns({ pools }: LinkHosts): Promise<Map<string, Map<string, number>> | undefined> {
        if (pools.length === 0) return undefined;
        const since = new Date(this.parts.now().getTime() - TURNS_COUNT_FOR_MS);
        return this.parts.ownMeetings.countTurns({
            poolIds: pools.map(({ id }) => id),
            hostIds: pools.flatMap(({ members }) => members.map(({ user }) => user.id)),
            since
        });
    }
}

/** Whether what is open depends on how many meetings there are. */
export function hasLimit(meetingType: MeetingType): boolean {
    return hasHostLimit(meetingType) || hasTypeLimit(meetingType);
}

function hasHostLimit({ hostDailyLimit, hostWeeklyLimit }: MeetingType): boolean {
    return hostDailyLimit !== undefined || hostWeeklyLimit !== undefined;
}

function hasTypeLimit({ dailyLimit, weeklyLimit }: MeetingType): boolean {
    return dailyLimit !== undefined || weeklyLimit !== undefined;
}

function toOwner({ id, timeZone, username, email }: HostUser): CalendarOwner {
    return { hostId: id, timeZone, username, email };
}

function widened({ from, to }: Span): Span {
    return { from: from - MARGIN_MINUTES, to: to + MARGIN_MINUTES };
}
