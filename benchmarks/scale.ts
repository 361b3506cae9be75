import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { cpus, loadavg } from 'node:os';
import { LARGE } from '../dev-org/seed/large.ts';
import { BROWSER_FLAGS, findChromium } from '../e2e/chromium.ts';
import type { BenchmarkRow } from './benchmarkRow.ts';
import { median } from './measure.ts';
import { startLargeOrg } from './scale/largeOrg.ts';
import type { LargeOrg } from './scale/largeOrg.ts';
import { OrgPage } from './scale/orgPage.ts';
import type { Waited } from './scale/orgPage.ts';
import { visitsOfAdmins, visitsOfReps } from './scale/visits.ts';
import type { NamedDeed, Visit } from './scale/visits.ts';

const GOAL_MS = 1000;
const GOAL_ROWS = 200;
const SEED_GOAL_SECONDS = 120;
/** One is enough for a look: SCALE_ROUNDS=1. */
const ROUNDS = Number(process.env['SCALE_ROUNDS'] ?? 3);

/**
 * How long people wait for the first rows of each page with 5,000 links and 100,000 meetings: in Chromium, from the
 * click or the opening of an address, everything but data in its cache. Behind each name: the most rows in one answer, and
 * what the local Salesforce and the browser computed; on a busy machine most of the rest is waiting for other processes.
 */
export async function run(): Promise<BenchmarkRow[]> {
    // SCALE_DATA_DIR=…: measures again without seeding again.
    const org = await startLargeOrg(process.env['SCALE_DATA_DIR']);
    try {
        const { executablePath } = await findChromium();
        const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
        const rows = [...startRows(org), ...(await asRep(browser, org)), ...(await asAdmin(browser, org))];
        await browser.close();
        return rows;
    } finally {
        await org.stop();
    }
}

function startRows({ seedSeconds, startSeconds }: LargeOrg): BenchmarkRow[] {
    return [
        ...(seedSeconds === undefined ? [] : [seedRow(seedSeconds)]),
        { name: 'start of the local Salesforce with them', value: startSeconds, unit: 's' },
        { name: `load of the machine, which has ${cpus().length} cores`, value: loadavg()[0] ?? 0, unit: 'processes' }
    ];
}

function seedRow(value: number): BenchmarkRow {
    const company = `${LARGE.links.toLocaleString('en-US')} links, ${LARGE.meetings.toLocaleString('en-US')} meetings`;
    const isMet = value < SEED_GOAL_SECONDS;
    return { name: `seed:large, ${company}`, value, unit: 's', goal: `< ${SEED_GOAL_SECONDS}`, isMet };
}

async function asRep(browser: Browser, org: LargeOrg): Promise<BenchmarkRow[]> {
    const page = await OrgPage.open(browser, org, 'Julio Reyes');
    const rows = await measureAll(page, 'rep', visitsOfReps(await findLead(page)));
    await page.close();
    return rows;
}

async function asAdmin(browser: Browser, org: LargeOrg): Promise<BenchmarkRow[]> {
    const page = await OrgPage.open(browser, org, 'Amara Diallo');
    const visits = [...visitsOfReps(await findLead(page)), ...visitsOfAdmins()];
    // An admin has no links of her own.
    const rows = await measureAll(
        page,
        'admin',
        visits.filter(({ name }) => name !== 'My Links')
    );
    await page.close();
    return rows;
}

function findLead(page: OrgPage): Promise<string> {
    return page.findId(`SELECT Id FROM Lead WHERE LastName = 'Large 0000'`);
}

async function measureAll(page: OrgPage, who: string, visits: Visit[]): Promise<BenchmarkRow[]> {
    const rows: BenchmarkRow[] = [];
    for (const visit of visits) {
        rows.push(describe(`${visit.name}, ${who}`, await repeated(() => open(page, visit))));
        for (const deed of visit.deeds ?? []) {
            const waited = await repeated(() => openAndDo(page, visit, deed));
            rows.push(describe(`${visit.name}, ${who}: ${deed.name}`, waited));
        }
    }
    return rows;
}

async function repeated(measure: () => Promise<Waited>): Promise<Waited> {
    const rounds: Waited[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure());
    return {
        milliseconds: median(rounds.map(({ milliseconds }) => milliseconds)),
        computedMs: median(rounds.map(({ computedMs }) => computedMs)),
        largestAnswer: Math.max(...rounds.map(({ largestAnswer }) => largestAnswer))
    };
}

async function open(page: OrgPage, { path, rows }: Visit): Promise<Waited> {
    await page.forget();
    return page.wait({ do: (opened) => opened.goto(path, { waitUntil: 'commit' }), rows });
}

async function openAndDo(
    page: OrgPage,
    visit: Visit,
    { prepare, rows = visit.rows, ...deed }: NamedDeed
): Promise<Waited> {
    await open(page, visit);
    await page.page.waitForLoadState('networkidle');
    await prepare?.(page.page);
    return page.wait({ ...deed, rows });
}

function describe(name: string, { milliseconds, computedMs, largestAnswer }: Waited): BenchmarkRow {
    const isMet = milliseconds < GOAL_MS && largestAnswer <= GOAL_ROWS;
    const goal = `< ${GOAL_MS}, ≤ ${GOAL_ROWS} rows`;
    const detail = `${largestAnswer} rows, ${Math.round(computedMs)} ms computed`;
    // At once, so that a page that never comes takes nothing of the others with it.
    console.error(`  ${name} · ${detail}: ${Math.round(milliseconds)} ms`);
    return { name: `${name} · ${detail}`, value: milliseconds, unit: 'ms', goal, isMet };
}
