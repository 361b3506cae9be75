import { newToken } from '../force-app/main/default/lwc/linkToken/linkToken.ts';
import type { BenchmarkRow } from './benchmarkRow.ts';
import { runLoad } from './http/loadGenerator.ts';
import { startServer } from './http/serverProcess.ts';
import { median } from './measure.ts';

const ROUNDS = 400;
const WARM_UP = 40;
/** How far two medians may lie apart and still tell nobody anything over a network. */
const NOISE = 1.25;

interface Request {
    path: string;
    method?: 'GET' | 'POST';
}

/** How long answers take by what a token is: what must not be told by time, and what may be. */
export async function run(): Promise<BenchmarkRow[]> {
    const service = await startServer('service');
    try {
        const [minted = []] = (await service.tell({ kind: 'mint', each: 2 })) as string[][];
        const [used = '', unused = ''] = minted;
        await book(service.url, used);
        const never = (): string => `s/${newToken()}`;
        const medians = await measure(service.url, {
            'GET, mistyped': () => ({ path: `/${mistyped(never())}` }),
            'GET, never issued': () => ({ path: `/${never()}` }),
            'GET, used': () => ({ path: `/${used}` }),
            'resend, never issued': () => ({ path: `/${never()}/resend`, method: 'POST' }),
            'resend, unused': () => ({ path: `/${unused}/resend`, method: 'POST' }),
            'resend, used': () => ({ path: `/${used}/resend`, method: 'POST' }),
            'meeting, mistyped': () => ({ path: `/m/${mistyped(newToken())}` }),
            'meeting, never issued': () => ({ path: `/m/${newToken()}` })
        });
        const ratio = (one: string, other: string): number => (medians.get(one) ?? NaN) / (medians.get(other) ?? NaN);
        return [
            ...[...medians].map(([name, value]) => ({ name: `token: ${name}`, value, unit: 'ms' })),
            secret('resend, used', 'resend, never issued'),
            secret('resend, unused', 'resend, never issued'),
            told('GET, never issued', 'GET, mistyped'),
            told('GET, used', 'GET, never issued'),
            told('meeting, never issued', 'meeting, mistyped')
        ];

        function told(one: string, other: string): BenchmarkRow {
            return { name: `token: ${one}`, value: ratio(one, other), unit: `× ${other}` };
        }

        function secret(one: string, other: string): BenchmarkRow {
            const row = told(one, other);
            const isMet = row.value <= NOISE && row.value >= 1 / NOISE;
            return { ...row, goal: `within ${NOISE} of 1`, isMet };
        }
    } finally {
        await service.stop();
    }
}

/** Median milliseconds of each kind of request, one after the other and in turn, so that all meet the same noise. */
async function measure(url: string, kinds: Record<string, () => Request>): Promise<Map<string, number>> {
    const times = new Map(Object.keys(kinds).map((name): [string, number[]] => [name, []]));
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
        for (const [name, make] of Object.entries(kinds)) {
            const { path, method = 'GET' } = make();
            const { p50Ms } = await runLoad(url, { connections: 1, seconds: 10 }, (number) =>
                number === 0 ? { path, method } : undefined
            );
            if (round >= WARM_UP) times.get(name)?.push(p50Ms);
        }
    }
    return new Map([...times].map(([name, measured]) => [name, median(measured)]));
}

async function book(url: string, link: string): Promise<void> {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const query = new URLSearchParams({ link, from: day(1), to: day(20), timeZone: 'Europe/Berlin' });
    const { slots } = (await (await fetch(`${url}/api/v1/slots?${query.toString()}`)).json()) as {
        slots: { start: string }[];
    };
    const prospect = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' };
    const response = await fetch(`${url}/api/v1/bookings`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ link, start: slots[0]?.start, timeZone: 'Europe/Berlin', prospect })
    });
    if (response.status !== 201) throw new Error(`The link cannot be used: ${await response.text()}`);
}

/** The last character checks the others. */
function mistyped(link: string): string {
    return `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`;
}
