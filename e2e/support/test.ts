import { expect, test as base } from '@playwright/test';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { Crm } from './crm.ts';
import { local } from './local.ts';
import { Prospect } from './prospect.ts';
import { MAX_ROWS, RowCounter } from './rowCounter.ts';

export { expect };

interface Parts {
    /** Salesforce as Julio, with a clipboard; its console must stay free of errors, and its lists short. */
    crm: Crm;
    /** A prospect's browser; of another clock, without script, and so on. */
    newProspect: (options?: BrowserContextOptions) => Promise<Prospect>;
}

/** A test with a rep and any number of prospects, each in a browser of their own. */
export const test = base.extend<Parts>({
    crm: async ({ browser }, use) => {
        const context = await browser.newContext({ permissions: [] });
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: local.orgUrl });
        const page = await context.newPage();
        const errors = consoleErrors(page);
        const rows = new RowCounter(page);
        await use(new Crm(page));
        const longest = await rows.longest();
        await context.close();
        expect(errors, 'errors in the console of Salesforce').toEqual([]);
        expect(longest, 'rows that a component asked for at once').toBeLessThanOrEqual(MAX_ROWS);
    },
    newProspect: async ({ browser }, use) => {
        const pages: Page[] = [];
        const errors: string[] = [];
        await use(async (options) => {
            const page = await (await browser.newContext(options)).newPage();
            watchPage(page, errors);
            pages.push(page);
            return new Prospect(page);
        });
        for (const page of pages) await page.context().close();
        expect(errors, 'errors in the console of the booking pages').toEqual([]);
    }
});

function consoleErrors(page: Page): string[] {
    const errors: string[] = [];
    watchPage(page, errors);
    return errors;
}

/** A status other than 200 is a resource error to Chromium; the tests themselves look at statuses. */
function watchPage(page: Page, errors: string[]): void {
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
        if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
        errors.push(message.text());
    });
}
