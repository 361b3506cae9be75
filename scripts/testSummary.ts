// Sums up the reports of the last `npm test` in one line: N passed, N failed, N skipped.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

interface Counts {
    passed: number;
    failed: number;
    skipped: number;
}

const JestReport = z
    .object({
        numPassedTests: z.number(),
        numFailedTests: z.number(),
        numPendingTests: z.number(),
        numFailedTestSuites: z.number(),
        numRuntimeErrorTestSuites: z.number()
    })
    .transform((report) => ({
        passed: report.numPassedTests,
        // A suite that cannot even be loaded has no failed test to count.
        failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
        skipped: report.numPendingTests
    }));

const PlaywrightReport = z
    .object({
        stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() })
    })
    .transform(({ stats }) => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped
    }));

const folder = path.join(import.meta.dirname, '..', 'test-results');
const counts = [
    read('jest.json', JestReport),
    read('e2e.json', PlaywrightReport),
    read('extension.json', PlaywrightReport)
];
const sum = (key: 'passed' | 'failed' | 'skipped'): number => counts.reduce((total, count) => total + count[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
if (sum('failed') > 0 || sum('passed') === 0) process.exitCode = 1;

/** A report that is missing counts as one failure: its tests did not run. */
function read(file: string, schema: z.ZodType<Counts>): Counts {
    const report = path.join(folder, file);
    if (existsSync(report)) return schema.parse(JSON.parse(readFileSync(report, 'utf8')));
    console.error(`${file} is missing: those tests did not run.`);
    return { passed: 0, failed: 1, skipped: 0 };
}
