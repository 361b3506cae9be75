// Weighs the prospect's pages and lets Lighthouse judge them: npm run bench:pages. Starts an Admit One of its own.
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { BROWSER_FLAGS, findChromium } from '../e2e/chromium.ts';
import { local } from '../e2e/support/local.ts';
import { weighPage } from '../e2e/support/pageWeight.ts';
import { NpmStart } from '../e2e/support/processes.ts';
import { Prospect } from '../e2e/support/prospect.ts';
import { mintLink } from '../e2e/support/salesforce.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/**
 * Our pages ask search engines to stay away, because their addresses are secrets. Lighthouse counts that against every
 * page, so this one audit is left out of the score; all the others count.
 */
const LEFT_OUT = ['is-crawlable'];

const start = new NpmStart(local);
try {
    await start.running();
    const port = await freePort();
    const { executablePath } = await findChromium();
    const args = [...BROWSER_FLAGS, `--remote-debugging-port=${port}`];
    const browser = await chromium.launch({ executablePath, args });
    const { url } = await mintLink('julio-intro');
    const prospect = new Prospect(await (await browser.newContext()).newPage());
    await prospect.book((await mintLink('julio-intro')).url);
    for (const [name, address] of [
        ['booking page', url],
        ['confirmation', prospect.page.url()]
    ] as const) {
        const page = await (await browser.newContext()).newPage();
        const { requests, bytes } = await weighPage(page, address);
        await page.context().close();
        console.log(`${name}: ${requests} requests, ${(bytes / 1000).toFixed(1)} KB`);
        for (const line of await judge(address, port)) console.log(`  ${line}`);
    }
    console.log(`Left out of the score, by design of the pages: ${LEFT_OUT.join(', ')} (noindex).`);
    await browser.close();
} finally {
    await start.end();
    rmSync(path.dirname(local.dataDir), { recursive: true, force: true });
}

/** One line for each category; what cost points stands behind it. */
async function judge(url: string, port: number): Promise<string[]> {
    const flags = { port, output: 'json' as const, onlyCategories: CATEGORIES, skipAudits: LEFT_OUT };
    const report = await lighthouse(url, flags);
    if (!report) throw new Error('Lighthouse gave no report.');
    const { categories, audits } = report.lhr;
    return Object.values(categories).map(({ title, score, auditRefs }) => {
        const lost = auditRefs
            .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
            .map(({ id }) => id);
        return `${title}: ${Math.round((score ?? 0) * 100)}${lost.length > 0 ? ` (${lost.join(', ')})` : ''}`;
    });
}

function freePort(): Promise<number> {
    return new Promise((resolve, reject) => {
        const server = createServer();
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address() as AddressInfo;
            server.close(() => resolve(port));
        });
    });
}
