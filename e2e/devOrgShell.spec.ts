import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { startShellFixture } from './support/shellFixture.ts';
import type { ShellFixture } from './support/shellFixture.ts';
import { expect, test } from './support/test.ts';

const LONG_NAME = 'Priyanka Venkataraghavan-Subramaniam';
const THEMES = ['slds1', 'slds2'] as const;
const RECORD_PAGES: [objectName: string, condition: string, relatedList: string][] = [
    ['Lead', `Name = '${LONG_NAME}'`, 'Single-Use Links'],
    ['Contact', "Name = 'Beatrice Whitfield'", 'Cases'],
    ['Account', "Name = 'Brightwater Health'", 'Contacts'],
    ['Opportunity', "Account.Name = 'Brightwater Health'", 'Meetings'],
    ['Case', "Account.Name = 'Brightwater Health'", 'Meetings']
];
const SETUP_PAGES: [name: string, label: string, shows: string][] = [
    ['ManageUsers', 'Users', 'julio.reyes@nexora.example'],
    ['PermSets', 'Permission Sets', 'Admit One: Rep'],
    ['DeployStatus', 'Deployed Components', 'AccountRecordPage'],
    ['ApiUsage', 'API Usage', 'Sforce-Limit-Info: api-usage='],
    ['FaultsAndClock', 'Faults and Clock', 'No fault waits.']
];

let fixture: ShellFixture;

test.beforeAll(async () => {
    fixture = await startShellFixture();
});
test.afterAll(() => fixture.close());

async function open(page: Page, path: string): Promise<void> {
    await page.goto(fixture.org.url + path);
    await expect(page.getByRole('navigation', { name: 'Admit One' })).toBeVisible({ timeout: 60_000 });
}

async function recordPath(page: Page, objectName: string, condition: string): Promise<string> {
    const session = (await (await page.request.get(`${fixture.org.url}/__dev/session`)).json()) as {
        accessToken: string;
    };
    const soql = encodeURIComponent(`SELECT Id FROM ${objectName} WHERE ${condition} LIMIT 1`);
    const response = await page.request.get(`${fixture.org.url}/services/data/v66.0/query?q=${soql}`, {
        headers: { authorization: `Bearer ${session.accessToken}` }
    });
    const { records } = (await response.json()) as { records: { Id: string }[] };
    return `/lightning/r/${objectName}/${records[0]?.Id}/view`;
}

/** Presses Tab until an element has the focus; a keyboard has no other way to it. */
async function tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    const { keyboard } = target.page();
    for (let tabs = 0; tabs < 80; tabs += 1) {
        if (await target.evaluate((element) => element.matches(':focus'))) return;
        await keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
}

/** Opens a menu by keyboard and chooses an item by arrows. */
async function chooseByKeyboard(menu: Locator, item: Locator): Promise<void> {
    const { keyboard } = menu.page();
    await tabTo(menu);
    await keyboard.press('Enter');
    await expect(item).toBeVisible();
    for (let steps = 0; steps < 12; steps += 1) {
        if (await item.evaluate((element) => element.matches(':focus'))) break;
        await keyboard.press('ArrowDown');
    }
    await expect(item).toBeFocused();
    await keyboard.press('Enter');
}

async function setTheme(page: Page, theme: string): Promise<void> {
    await page.context().addCookies([{ name: 'devOrgTheme', value: theme, url: fixture.org.url }]);
}

const setupMenu = (page: Page): Locator => page.getByRole('button', { name: 'Setup and theme' });

test('the app launcher is used by keyboard alone and gives the focus back', async ({ page }) => {
    await open(page, '/lightning/n/MyLinks');
    const launcher = page.getByRole('button', { name: 'App Launcher' });
    await tabTo(launcher);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'App Launcher' });
    await tabTo(dialog.getByRole('searchbox'));
    await page.keyboard.type('co');
    await expect(dialog.getByRole('link', { name: 'Leads' })).toBeHidden();
    await tabTo(dialog.getByRole('link').first());
    await page.keyboard.press('End');
    await expect(dialog.getByRole('link').last()).toBeFocused();
    await page.keyboard.press('Home');
    const app = dialog.getByRole('button', { name: /^Admit One/ });
    await expect(app).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(dialog.getByRole('link').first()).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(app).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(launcher).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(dialog.getByRole('link', { name: 'Contacts' }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(/^Contacts/);
});

test('arrows move through the tabs of the app', async ({ page }) => {
    await open(page, '/lightning/n/MyLinks');
    const tabs = page.getByRole('navigation', { name: 'Admit One' }).getByRole('link');
    await tabTo(tabs.first());
    await page.keyboard.press('ArrowRight');
    await expect(tabs.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(tabs.last()).toBeFocused();
    await tabTo(tabs.filter({ hasText: 'Leads' }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(/^Leads/);
    await expect(tabs.filter({ hasText: 'Leads' })).toHaveAttribute('aria-current', 'page');
});

test('another user is chosen by keyboard', async ({ page }) => {
    await open(page, '/lightning/o/Lead/list');
    const menu = page.getByRole('button', { name: 'Julio Reyes: switch user' });
    await tabTo(menu);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitemcheckbox').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
    await chooseByKeyboard(menu, page.getByRole('menuitemcheckbox', { name: /^Helena Brandt/ }));
    await expect(page.getByRole('button', { name: 'Helena Brandt: switch user' })).toBeVisible();
});

test('a theme is chosen by keyboard and remembered', async ({ page }) => {
    await open(page, '/lightning/o/Lead/list');
    const styleSheet = page.locator('#design-system');
    await expect(styleSheet).toHaveAttribute('href', /slds2-/);
    await chooseByKeyboard(setupMenu(page), page.getByRole('menuitemcheckbox', { name: 'SLDS 1' }));
    await expect(styleSheet).toHaveAttribute('href', /slds1-/);
    await page.reload();
    await expect(styleSheet).toHaveAttribute('href', /slds1-/);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'slds1');
});

test('Setup is reached and walked through by keyboard', async ({ page }) => {
    await open(page, '/lightning/o/Lead/list');
    await chooseByKeyboard(setupMenu(page), page.getByRole('menuitem', { name: 'Setup', exact: true }));
    for (const [name, label, shows] of SETUP_PAGES) {
        await tabTo(page.getByRole('link', { name: label, exact: true }));
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(new RegExp(`/setup/${name}/home$`));
        await expect(page.getByText(shows, { exact: false }).first()).toBeVisible();
    }
});

test('Setup shows faults and the clock, and takes them back', async ({ page }) => {
    fixture.org.faults.add({ kind: 'error', code: 'UNABLE_TO_LOCK_ROW', path: '/composite', times: 3 });
    fixture.org.clock.set(Date.parse('2027-03-28T12:00:00Z'));
    await open(page, '/lightning/setup/FaultsAndClock/home');
    await expect(page.getByRole('row', { name: /error: UNABLE_TO_LOCK_ROW.*\/composite.*3/ })).toBeVisible();
    await expect(page.getByText('It was set by hand')).toBeVisible();
    await page.getByRole('button', { name: 'Take All Back' }).press('Enter');
    await expect(page.getByText('No fault waits.')).toBeVisible();
    await page.getByRole('button', { name: 'Show Real Time' }).press('Enter');
    await expect(page.getByText('It shows the real time.')).toBeVisible();
    expect(fixture.org.clock.isSet).toBe(false);
});

test('each record page has details, activities and related lists', async ({ page }) => {
    for (const [objectName, condition, relatedList] of RECORD_PAGES) {
        await open(page, await recordPath(page, objectName, condition));
        await expect(page.getByRole('heading', { name: 'Details', exact: true })).toBeVisible();
        for (const section of ['Upcoming', 'Past'])
            await expect(page.getByRole('heading', { name: section })).toBeVisible();
        await expect(page.getByRole('heading', { name: new RegExp(`^${relatedList} \\(\\d+\\+?\\)$`) })).toBeVisible();
        await expect(page.getByText('Converted', { exact: false })).toHaveCount(0);
    }
});

test('the activities of an account are those of its contacts', async ({ page }) => {
    await open(page, await recordPath(page, 'Account', "Name = 'Brightwater Health'"));
    await expect(page.getByRole('link', { name: 'Technical deep dive: Hamid Karimi' }).first()).toBeVisible();
});

test('a component that fails leaves the rest of the page alone', async ({ page }) => {
    await open(page, await recordPath(page, 'Lead', `Name = '${LONG_NAME}'`));
    const failures = page.getByRole('alert').filter({ hasText: 'This component has an error' });
    await expect(failures).toHaveCount(1);
    await expect(failures).toContainText('c:failsToRender');
    await expect(failures).toContainText('TypeError: Nothing to render');
    await page.getByRole('button', { name: 'Fail now' }).press('Enter');
    await expect(failures).toHaveCount(2);
    await expect(failures.filter({ hasText: 'c:failsOnClick' })).toContainText('RangeError: Clicked too far');
    await expect(page.getByRole('heading', { level: 1, name: LONG_NAME })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Copy Link', exact: true })).toBeVisible();
    await failures.filter({ hasText: 'c:failsOnClick' }).getByRole('button', { name: 'Try Again' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Fail now' })).toBeVisible();
    await expect(failures).toHaveCount(1);
    await expectAccessible(page, 'a page with a failed component');
});

test('a component reads related lists through lightning/uiRelatedListApi', async ({ page }) => {
    await open(page, await recordPath(page, 'Lead', `Name = '${LONG_NAME}'`));
    for (const fact of [
        /^names SUL-\d+/,
        /^more (true|false)$/,
        /^count [1-9]\d*$/,
        'columns Name,Status__c,RecipientEmail__c,ExpiresAt__c',
        'lists true',
        'batch 200,404',
        'error 404 NOT_FOUND'
    ]) {
        await expect(page.getByRole('listitem').filter({ hasText: fact })).toHaveCount(1);
    }
});

test('quick actions open their component, or run it', async ({ page }) => {
    const path = await recordPath(page, 'Lead', `Name = '${LONG_NAME}'`);
    const recordId = path.split('/')[4] ?? '';
    await open(page, path);
    const opener = page.getByRole('button', { name: 'Show Record' });
    await tabTo(opener);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Show Record' });
    await expect(dialog.getByText(`Lead ${recordId}`)).toBeVisible();
    await expectAccessible(page, 'the dialog of a quick action');
    await dialog.getByRole('button', { name: 'Done' }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    for (const run of [1, 2]) {
        await page.getByRole('button', { name: 'Run Once' }).press('Enter');
        await expect(page.getByRole('alert').filter({ hasText: `Ran on ${recordId}` })).toHaveCount(run);
    }
});

for (const theme of THEMES) {
    for (const width of [1280, 320]) {
        test(`pages of the shell have no violation and fit in ${theme} at ${width} pixels`, async ({ page }) => {
            await page.setViewportSize({ width, height: 800 });
            await setTheme(page, theme);
            const records = await Promise.all(
                RECORD_PAGES.map(([objectName, condition]) => recordPath(page, objectName, condition))
            );
            const setup = SETUP_PAGES.map(([name]) => `/lightning/setup/${name}/home`);
            for (const path of [...records, ...setup, '/lightning/o/Lead/list']) {
                await open(page, path);
                await page.waitForLoadState('networkidle');
                await expectAccessible(page, `${path} in ${theme}`);
                const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
                expect(overflow, `${path}: pixels beyond the window`).toBeLessThanOrEqual(0);
            }
        });
    }
}
