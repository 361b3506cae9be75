import type { BenchmarkRow } from './benchmarkRow.ts';
import { hostLink, HOSTS, POOL_LINK } from './http/benchData.ts';
import { runLoad } from './http/loadGenerator.ts';
import { startServer } from './http/serverProcess.ts';
import type { ServerProcess } from './http/serverProcess.ts';

/** Smaller for a quick look: MEMORY_SHARE=0.01. */
const SHARE = Number(process.env['MEMORY_SHARE'] ?? 1);
const LINKS = 100_000 * SHARE;
const MEETINGS = 1_000_000 * SHARE;
const GOAL_MB = 15;

/** What the service holds in memory with an empty database, and with many links and meetings in it, after equal work. */
export async function run(): Promise<BenchmarkRow[]> {
    const service = await startServer('service');
    try {
        const links = ((await service.tell({ kind: 'mint', each: 5 })) as string[][]).flat();
        await work(service, links);
        const before = await heap(service);
        await service.tell({ kind: 'fill', links: LINKS, meetings: MEETINGS });
        await work(service, links);
        const after = await heap(service);
        const more = Math.max(0, after - before);
        const filled = `${LINKS.toLocaleString('en-US')} links and ${MEETINGS.toLocaleString('en-US')} meetings`;
        return [
            { name: 'memory of the service, empty database', value: before, unit: 'MB' },
            { name: `memory of the service, ${filled}`, value: after, unit: 'MB' },
            {
                name: `memory: more with ${filled}`,
                value: more,
                unit: 'MB',
                goal: `≤ ${GOAL_MB}`,
                isMet: more <= GOAL_MB
            }
        ];
    } finally {
        await service.stop();
    }
}

async function heap(service: ServerProcess): Promise<number> {
    return Number(await service.tell({ kind: 'heap' }));
}

/** Looks at every host, the pool and some hundreds of single-use links. */
async function work(service: ServerProcess, singleUse: string[]): Promise<void> {
    const links = [...singleUse, POOL_LINK, ...Array.from({ length: HOSTS }, (_, host) => hostLink(host))];
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    await runLoad(service.url, { connections: 8, seconds: 60 }, (number) => {
        const link = links[number];
        if (link === undefined) return undefined;
        const query = new URLSearchParams({ link, from: day(0), to: day(29), timeZone: 'Europe/Berlin' });
        return { path: `/api/v1/slots?${query.toString()}` };
    });
}
