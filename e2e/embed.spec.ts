import type { Page } from '@playwright/test';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { newPerson } from './support/prospect.ts';
import { expectAccessible } from './support/axe.ts';
import { local } from './support/local.ts';
import { mintLink } from './support/salesforce.ts';
import { expect, test } from './support/test.ts';

/** The company's web site: another origin, which the settings of the local org allow. */
const ALLOWED = new URL(local.embedOrigin);
let site: Server;

test.beforeAll(async () => {
    site = createServer((req, res) => {
        const address = new URL(req.url ?? '/', ALLOWED).searchParams.get('address') ?? '';
        res.setHeader('Content-Type', 'text/html; charset=utf-8');
        res.end(`<!doctype html><html lang="en"><title>Our site</title><main><h1>Talk to us</h1>
            <div data-admit-one="${address}"></div>
            <script src="${local.serviceUrl}/embed.js" async></script></main></html>`);
    });
    await new Promise<void>((resolve) => site.listen(Number(ALLOWED.port), () => resolve()));
});
test.afterAll(() => new Promise((resolve) => site.close(resolve)));

async function openSite(page: Page, address: string, origin: string = ALLOWED.origin): Promise<void> {
    await page.addInitScript(() => {
        const heard: unknown[] = [];
        Object.assign(window, { heard });
        for (const name of ['ready', 'booked', 'closed']) {
            document.addEventListener(`admitone:${name}`, (event) => heard.push([name, (event as CustomEvent).detail]));
        }
    });
    await page.goto(`${origin}/?address=${encodeURIComponent(address)}`);
}

const heard = (page: Page): Promise<[string, Record<string, string>][]> =>
    page.evaluate(() => (window as unknown as { heard: [string, Record<string, string>][] }).heard);

test('a page of another site shows the booking page, as high as it is, and hears that a meeting was booked', async ({
    newProspect
}) => {
    const { url } = await mintLink('julio-intro');
    const { page } = await newProspect();
    const token = url.split('/').at(-1) ?? '';
    await openSite(page, url);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1, name: 'Intro call' })).toBeVisible();
    await expect.poll(() => heard(page)).toEqual([['ready', {}]]);
    // No second scroll bar: the frame is as high as what it holds.
    await expect
        .poll(() => frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight))
        .toBeLessThanOrEqual(1);
    await expectAccessible(page, 'a page with a booking page in it');

    const start = await frame.getByRole('radio').first().getAttribute('value');
    await frame.getByRole('radio').first().check();
    const { firstName, lastName, email } = newPerson('Embedded');
    await frame.getByLabel('First name').fill(firstName);
    await frame.getByLabel('Last name').fill(lastName);
    await frame.getByLabel('Email address').fill(email);
    await frame.getByRole('button', { name: 'Book this meeting' }).click();
    await expect(frame.getByRole('heading', { name: 'Your meeting is booked' })).toBeVisible();
    await expect.poll(async () => (await heard(page)).map(([name]) => name)).toContain('booked');
    const booked = (await heard(page)).find(([name]) => name === 'booked')?.[1];
    expect(Date.parse(booked?.['start'] ?? '')).toBe(Date.parse(start ?? ''));
    expect(JSON.stringify(await heard(page))).not.toContain(token);
    expect(JSON.stringify(await heard(page))).not.toMatch(/\/m\/|@/);
    // The meeting's own page moves and cancels: it opens apart, where no other page can lie over it.
    await expect(frame.getByRole('link', { name: /^View or change/ })).toHaveAttribute('target', '_blank');
    expect(await page.context().cookies()).toEqual([]);
});

test('a reusable link works in a frame as well, and a closed one tells its state', async ({ newProspect }) => {
    const { page } = await newProspect();
    await openSite(page, `${local.serviceUrl}/l/julio-intro`);
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText('Intro call');
    const { url } = await mintLink('julio-intro', { RevokedAt__c: new Date().toISOString() });
    await openSite(page, url);
    await expect.poll(async () => (await heard(page)).at(-1)).toEqual(['closed', { state: 'revoked' }]);
});

test('a site that settings do not name shows nothing', async ({ browser }) => {
    const page = await (await browser.newContext()).newPage();
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    // The same server by another name is another origin.
    await openSite(page, `${local.serviceUrl}/l/julio-intro`, ALLOWED.origin.replace('localhost', '127.0.0.1'));
    await refused;
    expect(await heard(page)).toEqual([]);
    await page.context().close();
});

test('the manage page is shown in no frame', async ({ newProspect, request }) => {
    const { url } = await mintLink('julio-intro');
    const prospect = await newProspect();
    await prospect.book(url);
    const managePage = prospect.page.url().replace('?booked', '');
    const policy = (await request.get(managePage)).headers()['content-security-policy'];
    expect(policy).toContain("frame-ancestors 'none'");
});
