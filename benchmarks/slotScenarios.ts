import { mergeIntervals } from '../booking-service/src/scheduling/intervals.ts';
import type { Interval } from '../booking-service/src/scheduling/intervals.ts';
import type { Weekday } from '../booking-service/src/scheduling/localDay.ts';
import type { Host, SlotRequest } from '../booking-service/src/scheduling/slotRequest.ts';

const MINUTES_PER_DAY = 1440;
/** A Monday; a change of the clock in Europe and in America lies within 60 days. */
const NOW = Date.UTC(2026, 8, 28) / 60_000;
const APPOINTMENTS_A_DAY = 4;

/** Where the hosts of a scenario live, in turn. */
export const HOST_ZONES = [
    'America/New_York',
    'Europe/Berlin',
    'America/Los_Angeles',
    'Asia/Kolkata',
    'Australia/Sydney'
] as const;

export interface Scenario {
    requiredHosts: number;
    poolMembers: number;
    days: number;
    /** Zones of the hosts, in turn; the first is the booker's too. */
    zones?: readonly string[];
}

/** Half an hour on the half hour, Monday to Friday from nine to five, with four appointments a day for everybody. */
export function slotScenario({ requiredHosts, poolMembers, days, zones = HOST_ZONES }: Scenario): SlotRequest {
    const random = seededRandom(requiredHosts * 1000 + poolMembers);
    const hosts = (count: number, prefix: string): Host[] =>
        Array.from({ length: count }, (_, index) =>
            aHost(`${prefix}-${index}`, zones[index % zones.length] ?? 'UTC', days, random)
        );
    const members = hosts(poolMembers, 'member').map((host) => ({ host, weight: 1, recentBookings: 0 }));
    return {
        from: NOW,
        to: NOW + days * MINUTES_PER_DAY,
        now: NOW,
        timeZone: zones[0] ?? 'UTC',
        rules: {
            durationMinutes: 30,
            startIncrementMinutes: 30,
            bufferBeforeMinutes: 0,
            bufferAfterMinutes: 0,
            minimumNoticeMinutes: 0,
            bookingWindowDays: 365,
            bookingWindowKind: 'calendar_days'
        },
        requiredHosts: hosts(requiredHosts, 'host'),
        pools: poolMembers > 0 ? [{ id: 'pool', members }] : []
    };
}

function aHost(id: string, timeZone: string, days: number, random: () => number): Host {
    const weekly = ([1, 2, 3, 4, 5] as Weekday[]).map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
    return {
        id,
        isActive: true,
        timeZone,
        schedule: { timeZone, weekly, overrides: [], unavailableDays: [] },
        busy: mergeIntervals(appointments(days, random)),
        isCalendarReadable: true
    };
}

function appointments(days: number, random: () => number): Interval[] {
    const found: Interval[] = [];
    for (let day = 0; day < days; day++) {
        for (let count = 0; count < APPOINTMENTS_A_DAY; count++) {
            const start = NOW + day * MINUTES_PER_DAY + Math.floor(random() * 96) * 15;
            found.push({ start, end: start + 15 + Math.floor(random() * 6) * 15 });
        }
    }
    return found;
}

/** The same numbers on every run (a linear congruential generator). */
function seededRandom(seed: number): () => number {
    let state = seed;
    return () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32;
    };
}
