// Starts everything, takes a picture of each screen that people judge us by, and leaves them in test-results/screens.
// Words after `npm run screens --` name the component screens to take, such as `wizard`; without any, all are taken.
import { chromium } from '@playwright/test';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BROWSER_FLAGS, findChromium } from './chromium.ts';
import { ADMIN_SCREENS, REP_SCREENS } from './support/componentScreens.ts';
import type { ComponentScreen } from './support/componentScreens.ts';
import { Crm } from './support/crm.ts';
import { local, PROJECT_DIR } from './support/local.ts';
import { NpmStart } from './support/processes.ts';
import { Prospect } from './support/prospect.ts';
import { connectAs, mintLink } from './support/salesforce.ts';

const LEAD = 'Wolfgang Müller-Lüdenscheidt';
const LINK = 'Intro call with Julio';
const FOLDER = path.join(PROJECT_DIR, 'test-results', 'screens');
const PHONE = { width: 320, height: 640 };
const SALESFORCE_PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1440, height: 900 };
const WANTED = process.argv.slice(2);

mkdirSync(FOLDER, { recursive: true });
const start = new NpmStart(local);
try {
    await start.running();
    const { executablePath } = await findChromium();
    const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
    if (WANTED.length === 0) await takeJob(browser);
    await takeComponents(browser);
    await browser.close();
} finally {
    await start.end();
    rmSync(path.dirname(local.dataDir), { recursive: true, force: true });
}

/** Every page and dialog of ours in both looks, wide and on a phone. One that cannot be reached does not hold up others. */
async function takeComponents(browser: Browser): Promise<void> {
    for (const [user, screens] of [
        ['Julio Reyes', REP_SCREENS],
        ['Amara Diallo', ADMIN_SCREENS]
    ] as const) {
        const wanted = screens.filter(({ name }) => WANTED.length === 0 || WANTED.some((word) => name.includes(word)));
        if (wanted.length === 0) continue;
        for (const theme of ['slds1', 'slds2'] as const) {
            const crm = new Crm(await newPage(browser, { viewport: DESKTOP }));
            crm.page.setDefaultTimeout(10_000);
            await crm.page.context().addCookies([{ name: 'devOrgTheme', value: theme, url: local.orgUrl }]);
            await crm.open();
            if (user !== 'Julio Reyes') await crm.switchUser(user);
            for (const [size, viewport] of [
                ['wide', DESKTOP],
                ['360', SALESFORCE_PHONE]
            ] as const) {
                await crm.page.setViewportSize(viewport);
                for (const screen of wanted) await takeComponent(crm, screen, `${screen.name}-${theme}-${size}`);
            }
            await crm.page.context().close();
        }
    }
}

async function takeComponent(crm: Crm, screen: ComponentScreen, name: string): Promise<void> {
    try {
        await screen.open(crm);
        await crm.page.waitForLoadState('networkidle');
    } catch (error) {
        process.exitCode = 1;
        console.error(`${name}: ${String(error)}`);
    }
    // What a dialog covers is not worth a picture of the whole page.
    const hasDialog = await crm.page.getByRole('dialog').isVisible();
    await take(crm.page, name, !hasDialog);
}

async function takeJob(browser: Browser): Promise<void> {
    const crm = new Crm(await newPage(browser, { viewport: DESKTOP }));
    await crm.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: local.orgUrl });
    await crm.openLead(LEAD);
    await take(crm.page, 'crm-lead');
    await crm.menuOf(LINK).click();
    await take(crm.page, 'crm-lead-menu');
    await crm.page.keyboard.press('Escape');
    await crm.copyFromMenu(LINK, 'Copy Single-Use Link');
    await crm.toast('Single-use link copied').waitFor();
    await take(crm.page, 'crm-lead-copied');
    await takeProspectPages(browser);
    await crm.refreshUntil(1, 'Wolfgang', 'Single-Use', 'Scheduled');
    await crm.page.reload();
    await crm.refreshUntil(1, 'Wolfgang', 'Single-Use', 'Scheduled');
    await take(crm.page, 'crm-lead-booked');
    for (const [tab, name] of [
        ['My Links', 'crm-my-links'],
        ['Meeting Logs', 'crm-meeting-logs'],
        ['Leads', 'crm-leads']
    ] as const) {
        await crm.openTab(tab);
        await crm.page.waitForLoadState('networkidle');
        await take(crm.page, name);
        await crm.page.setViewportSize(PHONE);
        await take(crm.page, `${name}-320`);
        await crm.page.setViewportSize(DESKTOP);
    }
    await crm.openLead(LEAD);
    await crm.page.setViewportSize(PHONE);
    await take(crm.page, 'crm-lead-320');
}

async function takeProspectPages(browser: Browser): Promise<void> {
    const [lead] = await connectAs('julio').query(`SELECT Id FROM Lead WHERE Name = '${LEAD}'`);
    const { url } = await mintLink('julio-intro', { Lead__c: lead?.['Id'] });
    for (const [size, viewport] of [
        ['320', PHONE],
        ['desktop', DESKTOP]
    ] as const) {
        for (const colorScheme of ['light', 'dark'] as const) {
            const prospect = new Prospect(await newPage(browser, { viewport, colorScheme }));
            const kind = `${size}-${colorScheme}`;
            await prospect.open(url);
            await prospect.chooseTime(1);
            await take(prospect.page, `booking-${kind}`);
            await prospect.fillIn({ firstName: ' ', lastName: 'Müller', email: 'w.mueller@rheinwerk.example' });
            await prospect.submit();
            await prospect.page.getByRole('alert').waitFor();
            await take(prospect.page, `booking-errors-${kind}`);
            await prospect.page.context().close();
        }
    }
    const prospect = new Prospect(await newPage(browser, { viewport: DESKTOP }));
    await prospect.book(url, { firstName: 'Wolfgang', lastName: 'Müller', email: 'w.mueller@rheinwerk.example' });
    await takeInAllSizes(prospect.page, 'confirmation');
    await prospect.page.getByRole('link', { name: /^View/ }).click();
    await prospect.heading('Your meeting').waitFor();
    await takeInAllSizes(prospect.page, 'meeting');
    await prospect.open(url, 410);
    await takeInAllSizes(prospect.page, 'used');
}

async function takeInAllSizes(page: Page, name: string): Promise<void> {
    for (const [size, viewport] of [
        ['desktop', DESKTOP],
        ['320', PHONE]
    ] as const) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            await take(page, `${name}-${size}-${colorScheme}`);
        }
    }
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Europe/Berlin', ...options });
    return context.newPage();
}

async function take(page: Page, name: string, fullPage = true): Promise<void> {
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage, animations: 'disabled' });
}
