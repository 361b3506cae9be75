import type { Browser, CDPSession, Page, Response } from '@playwright/test';
import type { LargeOrg } from './largeOrg.ts';

/** What a person waited for, and what it cost. */
export interface Waited {
    milliseconds: number;
    /** What the org and the browser computed, all cores together; the rest was waiting, for other processes too. */
    computedMs: number;
    /** Rows of the largest list in an answer of Salesforce. */
    largestAnswer: number;
}

/** Something a person does on a page, until its first rows are there. */
export interface Deed {
    do: (page: Page) => Promise<unknown>;
    /** CSS of a row. */
    rows: string;
    /** Whether rows are there already, which the answer replaces. */
    replacesRows?: boolean;
}

const PATIENCE_MS = 30_000;
const DATA = '/services/data/';
/** Lists of records have one of these names in what Salesforce answers. */
const LISTS = new Set(['edges', 'records']);

/** The local Salesforce in a browser, as one user. */
export class OrgPage {
    readonly page: Page;
    private readonly org: LargeOrg;
    private readonly devTools: CDPSession;
    /** How many rows the largest list of each answer has. */
    private readonly answers: Promise<number>[] = [];

    private constructor(org: LargeOrg, page: Page, devTools: CDPSession) {
        this.org = org;
        this.page = page;
        this.devTools = devTools;
        page.on('response', (response) => this.note(response));
    }

    /** Opens the org as `user` (first and last name) with everything in the browser's cache. */
    static async open(browser: Browser, org: LargeOrg, user: string): Promise<OrgPage> {
        const context = await browser.newContext({ baseURL: org.url, viewport: { width: 1440, height: 900 } });
        const page = await context.newPage();
        const devTools = await browser.newBrowserCDPSession();
        const opened = new OrgPage(org, page, devTools);
        await opened.becomeWarm();
        await opened.switchTo(user);
        await opened.page.goto('/');
        return opened;
    }

    /** Forgets what the components remember of earlier visits. */
    async forget(): Promise<void> {
        await this.page.evaluate(() => window.localStorage.clear());
    }

    async wait({ do: act, rows, replacesRows = false }: Deed): Promise<Waited> {
        const first = this.answers.length;
        const answered = replacesRows ? this.page.waitForResponse(isData, { timeout: PATIENCE_MS }) : undefined;
        const computedBefore = await this.computedMs();
        const began = performance.now();
        await act(this.page);
        await (await answered)?.finished();
        if (replacesRows) await this.page.locator('.slds-spinner').first().waitFor({ state: 'hidden' });
        await this.page.locator(rows).first().waitFor({ timeout: PATIENCE_MS });
        const milliseconds = performance.now() - began;
        const computedMs = (await this.computedMs()) - computedBefore;
        return { milliseconds, computedMs, largestAnswer: await this.largestSince(first) };
    }

    /** The id of the first record that SOQL finds, as this user sees it. */
    async findId(soql: string): Promise<string> {
        return this.page.evaluate(async (query) => {
            const session = await fetch('/__dev/session');
            const { accessToken } = (await session.json()) as { accessToken: string };
            const found = await fetch(`/services/data/v66.0/query?q=${encodeURIComponent(query)}`, {
                headers: { authorization: `Bearer ${accessToken}` }
            });
            const { records } = (await found.json()) as { records: { Id: string }[] };
            if (!records[0]) throw new Error(`Nothing is found by ${query}`);
            return records[0].Id;
        }, soql);
    }

    async close(): Promise<void> {
        await this.page.context().close();
    }

    /** The bundle is built at the first page. */
    private async becomeWarm(): Promise<void> {
        await this.page.goto('/');
        await this.page.getByRole('navigation', { name: 'Admit One' }).waitFor({ timeout: 4 * PATIENCE_MS });
    }

    private async switchTo(user: string): Promise<void> {
        await this.page.getByRole('button', { name: /switch user/ }).click();
        const item = this.page.getByRole('menuitem').or(this.page.getByRole('menuitemcheckbox'));
        await item.filter({ hasText: user }).click();
        await this.page.getByRole('button', { name: `${user}: switch user` }).waitFor({ timeout: PATIENCE_MS });
    }

    private async computedMs(): Promise<number> {
        const { processInfo } = await this.devTools.send('SystemInfo.getProcessInfo');
        const browserSeconds = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
        return browserSeconds * 1000 + (this.org.computedMs() ?? 0);
    }

    private note(response: Response): void {
        if (!isData(response)) return;
        this.answers.push(response.json().then(largestList, () => 0));
    }

    private async largestSince(first: number): Promise<number> {
        return Math.max(0, ...(await Promise.all(this.answers.slice(first))));
    }
}

function isData(response: Response): boolean {
    return response.url().includes(DATA);
}

function largestList(value: unknown): number {
    if (value === null || typeof value !== 'object') return 0;
    return Math.max(
        0,
        ...Object.entries(value).map(([name, inner]) =>
            Math.max(LISTS.has(name) && Array.isArray(inner) ? inner.length : 0, largestList(inner))
        )
    );
}
