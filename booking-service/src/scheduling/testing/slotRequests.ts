import fc from 'fast-check';
import type { UtcMinute } from '../intervals.ts';
import type { LocalDay, Weekday } from '../localDay.ts';
import { MINUTES_PER_DAY } from '../localDay.ts';
import type { ClosedHours, Schedule } from '../schedule.ts';
import type { Host, SlotRequest, SlotRules } from '../slotRequest.ts';
import { temporalTransitions } from './temporal.ts';
import { ZONES } from './zones.ts';

const HOST_IDS = ['ann', 'ben', 'cat', 'dan', 'eve'];
const transitions = new Map<string, UtcMinute[]>();

/** Every second time one of the zones with strange habits, else any that Intl knows. */
const anyZone = fc.oneof(fc.constantFrom(...ZONES), fc.constantFrom(...Intl.supportedValuesOf('timeZone')));

/** A moment and a zone; more often than not, the clock of that zone changes near that moment. */
interface Scene {
    readonly around: UtcMinute;
    readonly zone: string;
}

const scene: fc.Arbitrary<Scene> = anyZone.chain((zone) =>
    fc
        .oneof(
            { weight: 3, arbitrary: nearTransition(zone) },
            { weight: 1, arbitrary: fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2029, 0) / 60_000 }) }
        )
        .map((around) => ({ around, zone }))
);

const zoneIn = ({ zone }: Scene): fc.Arbitrary<string> => fc.oneof(fc.constant(zone), anyZone);

/** A search of up to three days, with every rule, limit and kind of host in play. */
export const slotRequest: fc.Arbitrary<SlotRequest> = scene.chain((at) =>
    fc
        .record({
            from: fc.integer({ min: at.around - 2 * MINUTES_PER_DAY, max: at.around }),
            length: fc.oneof(fc.constant(3 * MINUTES_PER_DAY), fc.integer({ min: 1, max: 3 * MINUTES_PER_DAY })),
            sinceNow: fc.oneof(fc.constant(0), fc.integer({ min: -MINUTES_PER_DAY, max: 2 * MINUTES_PER_DAY })),
            rules,
            timeZone: zoneIn(at),
            hosts: fc.tuple(...HOST_IDS.map((id) => host(id, at))),
            required: fc.subarray(HOST_IDS, { maxLength: 2 }),
            pools: fc.array(pool, { maxLength: 3 }),
            bookedByDay: bookedAround(at.around)
        })
        .map(({ from, length, sinceNow, rules, timeZone, hosts, required, pools, bookedByDay }) => {
            const find = (id: string): Host => hosts.find((known) => known.id === id)!;
            return {
                from,
                to: from + length,
                now: from - sinceNow,
                rules,
                timeZone,
                requiredHosts: required.map(find),
                pools: pools.map((members, index) => ({
                    id: `pool ${index}`,
                    members: members.map(({ id, ...rest }) => ({ host: find(id), ...rest }))
                })),
                bookedByDay
            };
        })
);

const unlimited = { weight: 2, arbitrary: fc.constant(undefined) };
const limit = fc.oneof(unlimited, { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }) });
const weekLimit = fc.oneof(unlimited, { weight: 1, arbitrary: fc.integer({ min: 2, max: 9 }) });
const buffer = fc.constantFrom(0, 0, 5, 10, 17, 60);

const rules: fc.Arbitrary<SlotRules> = fc.record({
    durationMinutes: fc.constantFrom(5, 15, 20, 30, 30, 45, 60, 60, 90, 240, 1440),
    startIncrementMinutes: fc.constantFrom(5, 10, 15, 20, 30, 45, 50, 60, 90, 240, 1440, 7),
    bufferBeforeMinutes: buffer,
    bufferAfterMinutes: buffer,
    minimumNoticeMinutes: fc.constantFrom(0, 0, 0, 61, 240, 1440),
    bookingWindowDays: fc.constantFrom(1, 2, 3, 5, 30, 30),
    bookingWindowKind: fc.constantFrom('calendar_days', 'working_days'),
    dailyLimit: limit,
    weeklyLimit: weekLimit,
    hostDailyLimit: limit,
    hostWeeklyLimit: weekLimit
});

const member = fc.record({
    id: fc.constantFrom(...HOST_IDS),
    weight: fc.integer({ min: 1, max: 3 }),
    recentBookings: fc.integer({ min: 0, max: 4 })
});

const pool = fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 19, arbitrary: fc.uniqueArray(member, { selector: ({ id }) => id, minLength: 2, maxLength: 4 }) }
);

const mostly = fc.oneof({ weight: 19, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });

function host(id: string, scene: Scene): fc.Arbitrary<Host> {
    return fc.record({
        id: fc.constant(id),
        isActive: mostly,
        timeZone: zoneIn(scene),
        schedule: fc.option(schedule(scene), { nil: undefined, freq: 20 }),
        busy: fc.array(busyInterval(scene.around), { maxLength: 8 }),
        isCalendarReadable: mostly,
        bookedByDay: bookedAround(scene.around)
    });
}

const minuteOfDay = fc.oneof(
    fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
    fc.integer({ min: 0, max: 1439 })
);
/** Where clocks change: a window that begins or ends here meets gaps and overlaps. */
const nightMinute = fc.integer({ min: 0, max: 14 }).map((quarter) => quarter * 15);
const dayWindow = fc.oneof(
    { weight: 2, arbitrary: fc.constant({ startMinute: 0, endMinute: 0 }) },
    { weight: 3, arbitrary: fc.record({ startMinute: minuteOfDay, endMinute: minuteOfDay }) },
    { weight: 2, arbitrary: fc.record({ startMinute: nightMinute, endMinute: minuteOfDay }) },
    { weight: 2, arbitrary: fc.record({ startMinute: minuteOfDay, endMinute: nightMinute }) },
    { weight: 1, arbitrary: fc.constant({ startMinute: 540, endMinute: 1440 }) }
);

function schedule(scene: Scene): fc.Arbitrary<Schedule> {
    const day = dayAround(scene.around);
    const weekday = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>;
    return fc.record({
        timeZone: zoneIn(scene),
        weekly: fc.array(
            fc.tuple(weekday, dayWindow).map(([on, window]) => ({ weekday: on, ...window })),
            { minLength: 5, maxLength: 16, size: 'max' }
        ),
        overrides: fc.array(
            fc.tuple(day, dayWindow).map(([on, window]) => ({ day: on, ...window })),
            { maxLength: 3 }
        ),
        closedHours: fc.array(closedHours(day), { maxLength: 2 }),
        unavailableDays: fc.array(day, { maxLength: 1 })
    });
}

function closedHours(day: fc.Arbitrary<LocalDay>): fc.Arbitrary<ClosedHours> {
    const allDay = fc.constant({ startMinute: 0, endMinute: MINUTES_PER_DAY });
    const hours = fc
        .tuple(fc.oneof(minuteOfDay, nightMinute), fc.oneof(minuteOfDay, nightMinute))
        .map(([a, b]) => ({ startMinute: Math.min(a, b), endMinute: Math.max(a, b) + 1 }));
    return fc.tuple(day, fc.oneof(allDay, hours)).map(([on, closed]) => ({ day: on, ...closed }));
}

function busyInterval(around: UtcMinute): fc.Arbitrary<{ start: UtcMinute; end: UtcMinute }> {
    return fc
        .tuple(
            fc.integer({ min: around - 3 * MINUTES_PER_DAY, max: around + 4 * MINUTES_PER_DAY }),
            fc.oneof(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 0, max: 2000 }))
        )
        .map(([start, length]) => ({ start, end: start + length }));
}

function bookedAround(around: UtcMinute): fc.Arbitrary<ReadonlyMap<LocalDay, number>> {
    return fc
        .array(fc.tuple(dayAround(around), fc.integer({ min: 0, max: 3 })), { maxLength: 5 })
        .map((entries) => new Map(entries));
}

function dayAround(around: UtcMinute): fc.Arbitrary<LocalDay> {
    const day = Math.floor(around / MINUTES_PER_DAY);
    return fc.integer({ min: day - 4, max: day + 5 });
}

function nearTransition(name: string): fc.Arbitrary<UtcMinute> {
    const known = transitions.get(name) ?? temporalTransitions(name, 2011, 2029);
    transitions.set(name, known);
    if (known.length === 0) return fc.constant(Date.UTC(2026, 10, 23) / 60_000);
    return fc.tuple(fc.constantFrom(...known), fc.integer({ min: -600, max: 600 })).map(([at, shift]) => at + shift);
}
