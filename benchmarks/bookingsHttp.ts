import { randomUUID } from 'node:crypto';
import type { BenchmarkRow } from './benchmarkRow.ts';
import { hostLink, HOSTS } from './http/benchData.ts';
import { runLoad } from './http/loadGenerator.ts';
import type { LoadRequest } from './http/loadGenerator.ts';
import { startServer } from './http/serverProcess.ts';
import type { ServerProcess } from './http/serverProcess.ts';

const CONNECTIONS = 16;
const SECONDS = 6;
/** Enough for the code to be compiled: a service runs for weeks. */
const WARM_UP_BOOKINGS = 3_000;
const LINKS_PER_HOST = 250;
const SHARE_GOAL = 15;

interface Slot {
    link: string;
    start: string;
}

/** `POST /api/v1/bookings`, fsync on, every guard on, as a share of what the database can confirm at all. */
export async function run(): Promise<BenchmarkRow[]> {
    const service = await startServer('service');
    try {
        const slots = await freeSlots(service);
        const before = await ceiling(service);
        const warmUp = slots.splice(0, WARM_UP_BOOKINGS);
        await runLoad(service.url, { connections: CONNECTIONS, seconds: 4 * SECONDS }, (number) =>
            booking(warmUp[number])
        );
        const booked = await runLoad(service.url, { connections: CONNECTIONS, seconds: SECONDS }, (number) =>
            booking(slots[number])
        );
        const after = await ceiling(service);
        if (Object.keys(booked.statuses).join() !== '201') throw new Error(JSON.stringify(booked.statuses));
        const most = (before + after) / 2;
        const share = (100 * booked.perSecond) / most;
        return [
            { name: 'confirmations, the database alone', value: most, unit: '/s' },
            { name: 'POST /api/v1/bookings, single-use links', value: booked.perSecond, unit: '/s' },
            {
                name: 'POST /api/v1/bookings, single-use links',
                value: share,
                unit: '% of the database alone',
                goal: `≥ ${SHARE_GOAL}`,
                isMet: share >= SHARE_GOAL
            },
            { name: 'POST /api/v1/bookings: p50', value: booked.p50Ms, unit: 'ms' },
            { name: 'POST /api/v1/bookings: p99', value: booked.p99Ms, unit: 'ms' }
        ];
    } finally {
        await service.stop();
    }
}

async function ceiling(service: ServerProcess): Promise<number> {
    return Number(await service.tell({ kind: 'ceiling', connections: CONNECTIONS, seconds: SECONDS }));
}

/** One free slot for each of many single-use links, hosts in turn. */
async function freeSlots(service: ServerProcess): Promise<Slot[]> {
    const links = (await service.tell({ kind: 'mint', each: LINKS_PER_HOST })) as string[][];
    const starts = await Promise.all(Array.from({ length: HOSTS }, (_, host) => startsOf(service.url, hostLink(host))));
    const slots: Slot[] = [];
    for (let turn = 0; turn < LINKS_PER_HOST; turn++) {
        for (let host = 0; host < HOSTS; host++) {
            const [link, start] = [links[host]?.[turn], starts[host]?.[turn]];
            if (link !== undefined && start !== undefined) slots.push({ link, start });
        }
    }
    return slots;
}

async function startsOf(url: string, link: string): Promise<string[]> {
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const query = new URLSearchParams({ link, from: day(1), to: day(58), timeZone: 'UTC' });
    const response = await fetch(`${url}/api/v1/slots?${query.toString()}`);
    return ((await response.json()) as { slots: { start: string }[] }).slots.map(({ start }) => start);
}

function booking(slot: Slot | undefined): LoadRequest | undefined {
    if (!slot) return undefined;
    const prospect = { firstName: 'Ada', lastName: 'Byron', email: 'ada.byron@example.com' };
    return {
        method: 'POST',
        path: '/api/v1/bookings',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: JSON.stringify({ ...slot, timeZone: 'UTC', prospect })
    };
}
