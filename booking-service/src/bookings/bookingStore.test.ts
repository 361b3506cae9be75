import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createTestDatabase, testDatabaseLog } from '../../testing/testDatabase.ts';
import type { TestDatabase } from '../../testing/testDatabase.ts';
import type { HostSnapshot } from '../meetings/meeting.ts';
import { storeBooking } from './bookingStore.ts';
import type { BookingToStore, StoreOutcome } from './bookingStore.ts';

const host = (id: string): HostSnapshot => ({ id, name: id, timeZone: 'UTC' });
const start = new Date('2026-12-01T10:00:00Z');
let sequence = 0;

function booking(changes: Partial<BookingToStore> & { token?: string; startsAt?: Date } = {}): BookingToStore {
    const { token, startsAt = start, ...rest } = changes;
    sequence += 1;
    return {
        meeting: {
            uid: randomUUID(),
            startsAt,
            endsAt: new Date(startsAt.getTime() + 30 * 60_000),
            timeZone: 'UTC',
            linkType: token === undefined ? 'standard' : 'single_use',
            tokenHash: token,
            bookingLinkId: 'link',
            meetingTypeId: 'type',
            bookedAt: new Date()
        },
        snapshot: {
            title: 'Intro',
            durationMinutes: 30,
            bufferBeforeMinutes: 0,
            bufferAfterMinutes: 0,
            attendees: [],
            prospect: { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' },
            guests: [],
            answers: [],
            record: {},
            isForwarded: false,
            locale: 'en',
            reminderMinutes: [],
            policy: { rescheduleNoticeMinutes: 0, cancelNoticeMinutes: 0, cancelPolicy: 'keep_used' }
        },
        required: [host('julio')],
        pools: [],
        limits: [],
        hostLimits: [],
        manageTokenHash: `manage-${sequence}`,
        idempotency: { keyHash: `key-${sequence}`, requestHash: 'same', sealedManageToken: Buffer.from('sealed') },
        ...rest
    };
}

describe('storeBooking', () => {
    let database: TestDatabase;

    beforeEach(async () => {
        database = await createTestDatabase({ maxConnections: 20 });
    });
    afterEach(() => database.drop());

    const store = (toStore: BookingToStore) => storeBooking(database, toStore);
    const outcomes = (results: StoreOutcome[]) => {
        const counts: Record<string, number> = {};
        for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
        return counts;
    };
    const count = async (table: 'meetings' | 'claims' | 'host_reservations' | 'outbox' | 'idempotency_keys') => {
        const { rows } = await database.pool.query<{ rows: number }>(`select count(*)::int as rows from ${table}`);
        return rows[0]?.rows;
    };

    it('lets exactly one of many rivals use a single-use link', async () => {
        const rivals = Array.from({ length: 200 }, (_, index) =>
            booking({ token: 'a'.repeat(64), startsAt: new Date(start.getTime() + index * 3_600_000) })
        );
        expect(outcomes(await Promise.all(rivals.map(store)))).toEqual({ booked: 1, link_used: 199 });
        expect([await count('meetings'), await count('claims'), await count('outbox')]).toEqual([1, 1, 1]);
    });

    it('gives one slot to one of many links and leaves the others unclaimed', async () => {
        const rivals = Array.from({ length: 200 }, (_, index) => booking({ token: `token-${index}` }));
        expect(outcomes(await Promise.all(rivals.map(store)))).toEqual({ booked: 1, slot_taken: 199 });
        expect([await count('meetings'), await count('claims'), await count('idempotency_keys')]).toEqual([1, 1, 1]);
    });

    it('never deadlocks when bookings share hosts in every order', async () => {
        const orders = [
            ['julio', 'priya'],
            ['priya', 'julio'],
            ['grace', 'julio'],
            ['priya', 'grace'],
            ['grace', 'priya']
        ];
        const rivals = Array.from({ length: 150 }, (_, index) =>
            booking({
                required: (orders[index % orders.length] ?? []).map(host),
                startsAt: new Date(start.getTime() + (index % 3) * 1_800_000)
            })
        );
        const results = outcomes(await Promise.all(rivals.map(store)));
        expect(Object.keys(results).sort()).toEqual(['booked', 'slot_taken']);
        expect(readFileSync(testDatabaseLog(), 'utf8')).not.toMatch(/deadlock/i);
    });

    it('counts buffers as part of the reservation', async () => {
        const withBuffer = booking();
        withBuffer.snapshot = { ...withBuffer.snapshot, bufferAfterMinutes: 10 };
        await store(withBuffer);
        const next = booking({ startsAt: new Date('2026-12-01T10:30:00Z') });
        expect((await store(next)).outcome).toBe('slot_taken');
        const later = booking({ startsAt: new Date('2026-12-01T10:40:00Z') });
        expect((await store(later)).outcome).toBe('booked');
    });

    it('takes the next free member of a pool when the first is lost', async () => {
        const pools = [{ poolId: 'se', candidates: [host('priya'), host('tomas')] }];
        const bookings = ['julio', 'grace', 'amara'].map((id) => booking({ required: [host(id)], pools }));
        const results = await Promise.all(bookings.map(store));
        expect(outcomes(results)).toEqual({ booked: 2, slot_taken: 1 });
        const members = results.flatMap((result) =>
            result.outcome === 'booked' ? [result.snapshot.hosts[1]?.id] : []
        );
        expect(members.sort()).toEqual(['priya', 'tomas']);
    });

    it('finds the members who fill every pool when the first of each would not', async () => {
        const pools = [
            { poolId: 'se', candidates: [host('priya'), host('tomas')] },
            { poolId: 'sales', candidates: [host('priya')] }
        ];
        const result = await store(booking({ pools }));
        expect(result.outcome === 'booked' && result.snapshot.hosts.map(({ id }) => id)).toEqual([
            'julio',
            'tomas',
            'priya'
        ]);
    });

    it('gives every rival a whole set of hosts or none where two pools share their members', async () => {
        const both = ['priya', 'tomas', 'grace', 'amara'].map(host);
        const pools = [
            { poolId: 'se', candidates: both },
            { poolId: 'sales', candidates: both.toReversed() }
        ];
        const rivals = Array.from({ length: 20 }, (_, index) => booking({ pools, required: [host(`host-${index}`)] }));
        expect(outcomes(await Promise.all(rivals.map(store)))).toEqual({ booked: 2, slot_taken: 18 });
        expect(await count('host_reservations')).toBe(6);
    });

    it('keeps a host’s daily limit under concurrency', async () => {
        const day = { from: new Date('2026-12-01T00:00:00Z'), to: new Date('2026-12-02T00:00:00Z') };
        const hostLimits = [{ hostId: 'julio', ...day, max: 3 }];
        const rivals = Array.from({ length: 20 }, (_, index) =>
            booking({ hostLimits, startsAt: new Date(start.getTime() + index * 1_800_000) })
        );
        expect(outcomes(await Promise.all(rivals.map(store)))).toEqual({ booked: 3, daily_limit_reached: 17 });
    });

    it('passes over a pool member who has had enough, and says so when nobody is left', async () => {
        const day = { from: new Date('2026-12-01T00:00:00Z'), to: new Date('2026-12-02T00:00:00Z') };
        const candidates = [host('priya'), host('tomas')];
        const hostLimits = candidates.map(({ id }) => ({ hostId: id, ...day, max: 1 }));
        const book = (hours: number) =>
            store(
                booking({
                    pools: [{ poolId: 'se', candidates }],
                    hostLimits,
                    startsAt: new Date(start.getTime() + hours * 3_600_000)
                })
            );
        const results = [await book(0), await book(1), await book(2)];
        expect(
            results.map((result) => (result.outcome === 'booked' ? result.snapshot.hosts[1]?.id : result.outcome))
        ).toEqual(['priya', 'tomas', 'daily_limit_reached']);
    });

    it('does not put one person into a meeting twice', async () => {
        const pools = [{ poolId: 'se', candidates: [host('julio'), host('priya')] }];
        const result = await store(booking({ pools }));
        expect(result.outcome === 'booked' && result.snapshot.hosts.map(({ id }) => id)).toEqual(['julio', 'priya']);
    });

    it('keeps a daily limit under concurrency', async () => {
        const limits = [{ from: new Date('2026-12-01T00:00:00Z'), to: new Date('2026-12-02T00:00:00Z'), max: 3 }];
        const rivals = Array.from({ length: 20 }, (_, index) => booking({ limits, required: [host(`host-${index}`)] }));
        expect(outcomes(await Promise.all(rivals.map(store)))).toEqual({ booked: 3, daily_limit_reached: 17 });
    });

    it('books once for one idempotency key, however often it is sent', async () => {
        const idempotency = { keyHash: 'one-key', requestHash: 'same', sealedManageToken: Buffer.from('sealed') };
        const retries = Array.from({ length: 20 }, () => booking({ idempotency, token: 'b'.repeat(64) }));
        expect(outcomes(await Promise.all(retries.map(store)))).toEqual({ booked: 1, repeated: 19 });
    });

    it('leaves nothing behind when it refuses', async () => {
        await store(booking());
        const before = await Promise.all([count('meetings'), count('claims'), count('host_reservations')]);
        await store(booking({ token: 'c'.repeat(64) }));
        expect(await Promise.all([count('meetings'), count('claims'), count('host_reservations')])).toEqual(before);
    });
});
