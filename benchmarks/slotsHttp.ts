import type { BenchmarkRow } from './benchmarkRow.ts';
import { hostLink, POOL_LINK } from './http/benchData.ts';
import { runLoad } from './http/loadGenerator.ts';
import type { LoadResult } from './http/loadGenerator.ts';
import { startServer } from './http/serverProcess.ts';
import { median } from './measure.ts';

const CONNECTIONS = 32;
const SECONDS = 2;
const ROUNDS = 3;
/** What every browser and most clients send. */
const BROWSER = { 'Accept-Encoding': 'gzip, deflate, br' };

/** `GET /api/v1/slots` with a real database, as a share of what Express does when it does nothing. */
export async function run(): Promise<BenchmarkRow[]> {
    const hello = await startServer('hello');
    const service = await startServer('service');
    try {
        const [singleUse = ''] = ((await service.tell({ kind: 'mint', each: 1 })) as string[][])[0] ?? [];
        const cases = [
            { name: '1 host, 30 days', path: slotsPath(hostLink(0), 30), goal: 25, hasTail: true },
            { name: '1 host, 30 days, single-use link', path: slotsPath(singleUse, 30) },
            { name: '50-member pool, 60 days', path: slotsPath(POOL_LINK, 60), goal: 6 }
        ];
        const rows: BenchmarkRow[] = [];
        for (const { name, path, goal, hasTail } of cases) {
            const rounds = [];
            await load(service.url, path);
            // In turn, so that both meet the same noise.
            for (let round = 0; round < ROUNDS; round++) {
                rounds.push({ hello: await load(hello.url, '/'), slots: await load(service.url, path) });
            }
            rows.push(...describe(name, rounds, goal, hasTail));
        }
        return rows;
    } finally {
        await Promise.all([hello.stop(), service.stop()]);
    }
}

async function load(url: string, path: string): Promise<LoadResult> {
    const result = await runLoad(url, { connections: CONNECTIONS, seconds: SECONDS }, () => ({
        path,
        headers: BROWSER
    }));
    if (Object.keys(result.statuses).join() !== '200') throw new Error(`${path}: ${JSON.stringify(result.statuses)}`);
    return result;
}

function describe(
    name: string,
    rounds: { hello: LoadResult; slots: LoadResult }[],
    goal?: number,
    hasTail = false
): BenchmarkRow[] {
    const share = median(rounds.map(({ hello, slots }) => (100 * slots.perSecond) / hello.perSecond));
    const tail = median(rounds.map(({ slots }) => slots.p99Ms / slots.p50Ms));
    const title = `GET /api/v1/slots, ${name}`;
    return [
        { name: title, value: median(rounds.map(({ slots }) => slots.perSecond)), unit: '/s' },
        {
            name: title,
            value: share,
            unit: '% of Express hello world',
            ...(goal !== undefined && { goal: `≥ ${goal}`, isMet: share >= goal })
        },
        { name: `${title}: p99`, value: tail, unit: '× p50', ...(hasTail && { goal: '≤ 5', isMet: tail <= 5 }) }
    ];
}

function slotsPath(link: string, days: number): string {
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const query = new URLSearchParams({ link, from: day(0), to: day(days - 1), timeZone: 'America/New_York' });
    return `/api/v1/slots?${query.toString()}`;
}
