import { checkSlot } from './openSlots.ts';
import { assignPools } from './poolAssignment.ts';
import { aHost, aRequest, minuteOf, weekdaySchedule } from './testing/builders.ts';

const BOOKINGS = 10_000;
const START = minuteOf('2026-11-23T10:00Z');

/** Books one meeting after the other with whoever's turn it is; `isAway` says who cannot, the how-manieth time. */
function simulate(
    weights: Record<string, number>,
    isAway: (id: string, booking: number) => boolean = () => false
): Map<string, number> {
    const booked = new Map(Object.keys(weights).map((id) => [id, 0]));
    const schedule = weekdaySchedule();
    const hosts = new Map(Object.keys(weights).map((id) => [id, aHost(id, { schedule })]));
    for (let booking = 0; booking < BOOKINGS; booking++) {
        const members = Object.entries(weights).map(([id, weight]) => ({
            host: { ...(hosts.get(id) ?? aHost(id)), isActive: !isAway(id, booking) },
            weight,
            recentBookings: booked.get(id) ?? 0
        }));
        const request = aRequest({ requiredHosts: [], pools: [{ id: 'engineers', members }] });
        const { slot } = checkSlot(request, START);
        const [id = ''] = assignPools(slot?.poolCandidates ?? []) ?? [];
        booked.set(id, (booked.get(id) ?? 0) + 1);
    }
    return booked;
}

describe('round robin', () => {
    it.each([
        [{ ann: 1, ben: 1, cat: 1 }],
        [{ ann: 1, ben: 2, cat: 3, dan: 5 }],
        [{ ann: 100, ben: 1 }],
        [{ ann: 7, ben: 7, cat: 13, dan: 1, eve: 29 }]
    ])(`gives everybody their share of ${BOOKINGS} bookings, to within one: %j`, (weights) => {
        const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
        const booked = simulate(weights);
        const unfair = Object.entries(weights).filter(
            ([id, weight]) => Math.abs((booked.get(id) ?? 0) - (BOOKINGS * weight) / all) > 1
        );
        expect(unfair).toEqual([]);
        expect([...booked.values()].reduce((sum, count) => sum + count, 0)).toBe(BOOKINGS);
    });

    it('lets somebody who was away catch up, and ends within one all the same', () => {
        const booked = simulate({ ann: 1, ben: 1, cat: 2 }, (id, booking) => id === 'ann' && booking % 1000 < 300);
        expect([...booked.values()].map((count, index) => Math.abs(count - [2500, 2500, 5000][index]!) <= 1)).toEqual([
            true,
            true,
            true
        ]);
    });

    it('gives the turn back when a booking no longer counts', () => {
        const members = (recentBookings: number) => [
            { host: aHost('ann'), weight: 1, recentBookings },
            { host: aHost('ben'), weight: 1, recentBookings: 1 }
        ];
        const first = (recentBookings: number) =>
            checkSlot(
                aRequest({ requiredHosts: [], pools: [{ id: 'engineers', members: members(recentBookings) }] }),
                START
            ).slot?.poolCandidates[0]?.[0];
        expect([first(2), first(1), first(0)]).toEqual(['ben', 'ann', 'ann']);
    });
});
