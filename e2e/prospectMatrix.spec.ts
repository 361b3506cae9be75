import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { local } from './support/local.ts';
import { weighPage } from './support/pageWeight.ts';
import { mintLink } from './support/salesforce.ts';
import { expect, test } from './support/test.ts';

interface View {
    width: number;
    colorScheme: 'light' | 'dark';
    locale: string;
    hasScript: boolean;
    /** How the page says that it is done. */
    done: string;
}

/** Every pair of width, scheme and script, and every language with and without script; not everything with everything. */
const VIEWS: View[] = [
    { width: 320, colorScheme: 'light', locale: 'de-DE', hasScript: true, done: 'Ihr Termin ist gebucht' },
    { width: 320, colorScheme: 'dark', locale: 'ja-JP', hasScript: false, done: '面談を予約しました' },
    { width: 768, colorScheme: 'light', locale: 'fr-FR', hasScript: false, done: 'Votre rendez-vous est réservé' },
    { width: 768, colorScheme: 'dark', locale: 'es-ES', hasScript: true, done: 'Su reunión está reservada' },
    { width: 1440, colorScheme: 'light', locale: 'en-GB', hasScript: false, done: 'Your meeting is booked' },
    { width: 1440, colorScheme: 'dark', locale: 'en-US', hasScript: true, done: 'Your meeting is booked' },
    { width: 1440, colorScheme: 'dark', locale: 'de-AT', hasScript: false, done: 'Ihr Termin ist gebucht' },
    { width: 768, colorScheme: 'light', locale: 'ja-JP', hasScript: true, done: '面談を予約しました' },
    { width: 320, colorScheme: 'dark', locale: 'fr-CA', hasScript: true, done: 'Votre rendez-vous est réservé' },
    { width: 320, colorScheme: 'light', locale: 'es-MX', hasScript: false, done: 'Su reunión está reservada' }
];

for (const { width, colorScheme, locale, hasScript, done } of VIEWS) {
    test(`a meeting is booked at ${width} pixels, ${colorScheme}, in ${locale}, ${hasScript ? 'with' : 'without'} JavaScript`, async ({
        newProspect
    }) => {
        const { url } = await mintLink('julio-intro');
        const viewport = { width, height: 900 };
        const { page } = await newProspect({ viewport, colorScheme, locale, javaScriptEnabled: hasScript });
        const token = url.split('/').at(-1) ?? '';
        const watched = watchRequests(page);
        await page.goto(url);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expectFitting(page, width);
        if (hasScript) await expectAccessible(page, `the booking page in ${locale}`);
        await page.locator('details[open] input[name=start]').first().check();
        await page.locator('[name=firstName]').fill('Ada');
        await page.locator('[name=lastName]').fill('Matrix');
        await page.locator('[name=email]').fill(`matrix.${width}.${locale}@example.com`);
        await page.locator('#booking-form .button-primary').click();
        await expect(page.locator('h1')).toHaveText(done);
        await expectFitting(page, width);
        if (hasScript) await expectAccessible(page, `the confirmation in ${locale}`);
        expect(await page.title()).not.toContain(token);
        expect(watched.origins()).toEqual([local.serviceUrl]);
        expect(watched.referrers).toEqual([]);
    });
}

test('the language that was chosen stays through booking, changing and canceling', async ({ newProspect }) => {
    const { url } = await mintLink('julio-intro');
    const { page } = await newProspect({ locale: 'en-US' });
    await page.goto(url);
    await page.locator('.languages summary').click();
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.getByRole('link', { name: 'Spätere Tage' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.getByRole('radio').first().check();
    await page.getByLabel('Vorname').fill('Ada');
    await page.getByLabel('Nachname').fill('Sprache');
    await page.getByLabel('E-Mail-Adresse').fill('sprache@example.com');
    await page.getByRole('button', { name: 'Termin buchen' }).click();
    await expect(page.getByRole('heading', { name: 'Ihr Termin ist gebucht' })).toBeVisible();
    await page.locator('a[href*="/m/"]:not([href*=".ics"])').last().click();
    await page.locator('details.cancel summary').click();
    await page.locator('.button-danger').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.locator('h1')).toHaveText(/abgesagt/);
    expect(await page.context().cookies()).toEqual([]);
});

test('a screen reader hears whom one meets, then when, then what is asked, then the button', async ({
    newProspect
}) => {
    const { url } = await mintLink('julio-intro');
    const { page } = await newProspect({ timezoneId: 'Europe/Berlin' });
    await page.goto(url);
    await expect(page.getByText('Time zone: Europe/Berlin')).toBeVisible();
    await page.getByRole('radio').first().check();
    const heard = await page.locator('body').ariaSnapshot();
    const order = [
        'link "Skip to content"',
        'navigation "Language"',
        'heading "Intro call" [level=1]',
        'region "You will meet"',
        'Julio Reyes',
        'How long',
        'Where',
        'heading "Choose a time" [level=2]',
        'Time zone: Europe/Berlin',
        'navigation "Days with times"',
        'radio',
        'heading "Your details" [level=2]',
        'textbox "First name"',
        'textbox "Last name"',
        'textbox "Email address"',
        'textbox "Guests',
        'Your time:',
        'Your host’s time (America/New York)',
        'button "Book this meeting"'
    ];
    const places = order.map((text) => [text, heard.indexOf(text)] as const);
    expect(places.filter(([, place]) => place < 0)).toEqual([]);
    expect(places.map(([, place]) => place)).toEqual(places.map(([, place]) => place).toSorted((a, b) => a - b));
    await expect(page.getByRole('button', { name: 'Book this meeting' })).toHaveAccessibleDescription(/^Your time:/);
});

test('text of twice the size breaks nothing', async ({ newProspect }) => {
    const { url } = await mintLink('julio-deep-dive');
    // Zooming to 200 % leaves half as many CSS pixels.
    const { page } = await newProspect({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
    await page.goto(url);
    await expectFitting(page, 640);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await expectFitting(page, 640);
});

for (const width of [320, 768, 1440]) {
    test(`nothing moves by itself while the booking page loads at ${width} pixels`, async ({ newProspect }) => {
        const { url } = await mintLink('julio-intro');
        // Another zone than the host's, so that the script writes the times anew.
        const { page } = await newProspect({ viewport: { width, height: 800 }, timezoneId: 'Asia/Tokyo' });
        await page.addInitScript(() => {
            const shifts: number[] = [];
            Object.assign(window, { shifts });
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
            }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(url);
        await expect(page.getByText('Time zone: Asia/Tokyo')).toBeVisible();
        await page.waitForLoadState('networkidle');
        const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
        // What is called good is below 0.1.
        expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.02);
    });
}

test('the first view takes at most 28 KB in five requests and asks nobody but us', async ({ newProspect }) => {
    const { url } = await mintLink('julio-intro');
    const { page } = await newProspect();
    const { bytes, requests, origins } = await weighPage(page, url);
    expect(bytes).toBeLessThanOrEqual(28_000);
    expect(requests).toBeLessThanOrEqual(5);
    expect(origins).toEqual([local.serviceUrl]);
});

function watchRequests(page: Page): { referrers: string[]; origins: () => string[] } {
    const referrers: string[] = [];
    const origins = new Set<string>();
    page.on('request', (request) => {
        origins.add(new URL(request.url()).origin);
        const { referer } = request.headers();
        if (referer) referrers.push(referer);
    });
    return { referrers, origins: () => [...origins] };
}

async function expectFitting(page: Page, width: number): Promise<void> {
    const box = await page.locator('body').boundingBox();
    const scroll = await page.locator('html').evaluate((html) => html.scrollWidth);
    expect([Math.round(box?.width ?? 0) <= width, scroll <= width]).toEqual([true, true]);
}
