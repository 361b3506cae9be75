// Measures what is claimed to be fast and prints one table. Arguments choose benchmarks: `npm run bench -- slotEngine`.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { BenchmarkRow, RunBenchmark } from './benchmarkRow.ts';
import { formatTable } from './table.ts';

/** In this order; one that is not there is left out. */
const BENCHMARKS = [
    'slotEngine',
    'slotsHttp',
    'bookingsHttp',
    'tokens',
    'counting',
    'memory',
    'devOrg',
    'shellStart',
    'scale'
];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !BENCHMARKS.includes(name));
if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${BENCHMARKS.join(', ')}.`);
    process.exit(2);
}
const rows: BenchmarkRow[] = [];
for (const name of BENCHMARKS) {
    const file = path.join(import.meta.dirname, `${name}.ts`);
    if ((chosen.length > 0 && !chosen.includes(name)) || !existsSync(file)) continue;
    console.error(`Measuring ${name} …`);
    const { run } = (await import(file)) as { run: RunBenchmark };
    rows.push(...(await run()));
}
console.log(formatTable(rows));
const missed = rows.filter(({ isMet }) => isMet === false);
console.log(missed.length === 0 ? '\nEvery goal is met.' : `\nMissed: ${missed.map(({ name }) => name).join('; ')}`);
