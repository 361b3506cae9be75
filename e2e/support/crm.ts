import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { local } from './local.ts';

/** The first page of a fresh machine waits until all components are compiled. */
const FIRST_PAGE_MS = 75_000;
/** How long the last card of a record page may take on a busy machine. */
const LINKS_MS = 30_000;
/** How long the service may take to tell Salesforce of a booking. */
const SYNC_MS = 20_000;

/** Salesforce in a browser, as a rep uses it. */
export class Crm {
    readonly page: Page;
    readonly orgUrl: string;

    constructor(page: Page, orgUrl = local.orgUrl) {
        this.page = page;
        this.orgUrl = orgUrl;
    }

    /** Opens an address of the org as whoever this browser is; Julio at first. */
    async open(path = '/'): Promise<void> {
        await this.page.goto(`${this.orgUrl}${path}`);
        await expect(this.navigation).toBeVisible({ timeout: FIRST_PAGE_MS });
    }

    /** Goes to a tab of the app. */
    async openTab(name: string): Promise<void> {
        await this.navigation.getByRole('link', { name, exact: true }).click();
        await expect(this.page).toHaveTitle(new RegExp(`^${name}`));
    }

    /** Julio → Leads → the Lead. */
    async openLead(name: string): Promise<void> {
        await this.open();
        await this.openTab('Leads');
        await this.page.getByRole('link', { name, exact: true }).click();
        await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
    }

    /** Becomes another user, by the menu at the top right. */
    async switchUser(name: string): Promise<void> {
        await this.page.getByRole('button', { name: /switch user/ }).click();
        await this.page
            .getByRole('menuitem')
            .or(this.page.getByRole('menuitemcheckbox'))
            .filter({ hasText: name })
            .click();
        await expect(this.page.getByRole('button', { name: `${name}: switch user` })).toBeVisible();
    }

    /** The card of a heading: *Copy Link*, *Meeting Logs*, *My Links*. */
    card(heading: string): Locator {
        return this.page
            .getByRole('article')
            .filter({ has: this.page.getByRole('heading', { level: 2, name: heading, exact: true }) });
    }

    /** Picks from the dropdown beside a link's *Copy Link* and gives what came on the clipboard. */
    async copyFromMenu(linkName: string, action: 'Copy Link' | 'Copy Single-Use Link'): Promise<string> {
        return this.copied(() => this.pickFromMenu(linkName, action));
    }

    /** Picks from the dropdown, whatever comes of it. */
    async pickFromMenu(linkName: string, action: 'Copy Link' | 'Copy Single-Use Link'): Promise<void> {
        await this.menuOf(linkName).click({ timeout: LINKS_MS });
        await this.page.getByRole('menuitem', { name: action, exact: true }).click();
    }

    /** The dropdown beside a link's *Copy Link*. */
    menuOf(linkName: string): Locator {
        return this.page.getByRole('button', { name: `More ways to copy ${linkName}`, exact: true });
    }

    /** What an action puts on the clipboard, once it is there. Where unused links are asked about, they are kept. */
    async copied(action: () => Promise<void>): Promise<string> {
        await this.page.evaluate(() => navigator.clipboard.writeText(''));
        await action();
        let text = '';
        await expect(async () => {
            const keep = this.page.getByRole('button', { name: 'Copy New, Keep Old', exact: true });
            if (await keep.isVisible()) await keep.click({ timeout: 1_000 });
            text = await this.clipboard();
            expect(text).toMatch(/^(?:http|<)/);
        }).toPass();
        return text;
    }

    /** What a rep would paste now. */
    clipboard(): Promise<string> {
        return this.page.evaluate(() => navigator.clipboard.readText());
    }

    /** Presses Tab until something has the focus. */
    async tabTo(target: Locator): Promise<void> {
        const isFocused = (): Promise<boolean> => target.evaluate((element) => element.matches(':focus'));
        for (let tabs = 0; tabs < 80 && !(await isFocused()); tabs += 1) await this.page.keyboard.press('Tab');
        await expect(target).toBeFocused();
    }

    /** The confirmation that passes by. */
    toast(title: string): Locator {
        return this.page.getByRole('alert').filter({ hasText: title }).last();
    }

    /** Rows of the Meeting Logs on this page that hold all these texts. */
    meetingRows(...texts: string[]): Locator {
        const rows = this.card('Meeting Logs').getByRole('row');
        return texts.reduce((found, text) => found.filter({ hasText: text }), rows);
    }

    /** Refreshes the Meeting Logs until so many rows hold these texts. */
    async refreshUntil(count: number, ...texts: string[]): Promise<void> {
        await expect(async () => {
            await this.card('Meeting Logs').getByRole('button', { name: 'Refresh' }).click();
            await expect(this.meetingRows(...texts)).toHaveCount(count, { timeout: 1_500 });
        }).toPass({ timeout: SYNC_MS });
    }

    /** Turns the toggle above the Meeting Logs on or off, by its label as a hand would. */
    async hideSingleUse(isHidden: boolean): Promise<void> {
        const card = this.card('Meeting Logs');
        await card.getByText('Hide Single-Use Links', { exact: true }).click();
        await expect(card.getByRole('switch', { name: 'Hide Single-Use Links' })).toBeChecked({ checked: isHidden });
    }

    private get navigation(): Locator {
        return this.page.getByRole('navigation', { name: 'Admit One' });
    }
}
