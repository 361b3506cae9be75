import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Crm } from './crm.ts';
import { local } from './local.ts';
import { newPerson } from './prospect.ts';
import { connectAs } from './salesforce.ts';
import { bookByApi } from './service.ts';

const SINGLE_USE_URL = new RegExp(`^${local.serviceUrl}/s/[a-z0-9]{32}$`);

/** Books with a single-use link, and expects that nobody can a second time. */
export async function expectOneBooking(url: string): Promise<void> {
    expect(url).toMatch(SINGLE_USE_URL);
    await bookByApi(url, newPerson('Places'));
    expect((await fetch(url)).status).toBe(410);
}

/** Where the newest single-use version of a link was copied. */
export async function lastPlace(slug: string): Promise<unknown> {
    const [newest] = await connectAs('amara').query(
        `SELECT CopiedFrom__c FROM SingleUseLink__c WHERE BookingLink__r.Slug__c = '${slug}' ORDER BY CreatedDate DESC, Name DESC LIMIT 1`
    );
    return newest?.['CopiedFrom__c'];
}

/** The dialog that is open. */
export const dialogOf = ({ page }: Crm): Locator => page.getByRole('dialog');

/** Expects that a page has room for all it shows, by a name for the report. */
export async function expectNoOverflow(page: Page, what: string): Promise<void> {
    const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow, `${what}: pixels that it scrolls sideways`).toBeLessThanOrEqual(0);
}
