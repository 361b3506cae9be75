import { newPerson } from './support/prospect.ts';
import { connectAs, meetingsOf, mintLink, unknownLink } from './support/salesforce.ts';
import { bookByApi } from './support/service.ts';
import { expect, test } from './support/test.ts';

const SLUG = 'julio-intro';

test('a scanner that opens a link a hundred times leaves it active', async ({ newProspect, request }) => {
    const { url, id } = await mintLink(SLUG);
    for (let look = 0; look < 50; look += 1) {
        expect((await request.get(url)).status()).toBe(200);
        expect((await request.head(url)).status()).toBe(200);
    }
    const [link] = await connectAs('julio').query(`SELECT Status__c FROM SingleUseLink__c WHERE Id = '${id}'`);
    expect(link?.['Status__c']).toBe('Active');
    await (await newProspect({ javaScriptEnabled: false })).book(url);
});

test('another zone and other dates come without a new page and keep what was typed and chosen', async ({
    newProspect
}) => {
    const { url } = await mintLink(SLUG);
    const prospect = await newProspect({ timezoneId: 'Europe/Berlin' });
    const { page } = prospect;
    await prospect.open(url);
    await expect(page.getByText('Time zone: Europe/Berlin')).toBeVisible();
    let loads = 0;
    page.on('framenavigated', () => (loads += 1));
    await prospect.fillIn(newPerson('Hopper'));
    const start = await prospect.chooseTime();
    const inBerlin = await prospect.chosenTime();

    await page.getByText('Time zone: Europe/Berlin').click();
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await expect(page.getByText('Time zone: Asia/Tokyo')).toBeVisible();
    await expect(page.getByRole('radio', { checked: true })).toHaveValue(start);
    expect(await prospect.chosenTime()).not.toBe(inBerlin);

    const range = await page.getByRole('navigation', { name: 'Days with times' }).innerText();
    await page.getByRole('link', { name: 'Later dates' }).click();
    await expect(page.getByRole('navigation', { name: 'Days with times' })).not.toHaveText(range);
    await expect(page.getByLabel('Last name')).toHaveValue('Hopper');
    await expect(page.getByRole('radio', { checked: true })).toHaveValue(start);
    // Addresses change without a load; a load would have thrown the typed text away.
    expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
    expect(loads).toBeGreaterThan(0);

    await prospect.submit();
    await expect(prospect.heading('Your meeting is booked')).toBeVisible();
    await expect
        .poll(async () => {
            const meetings = await meetingsOf('Hopper');
            return meetings.map((meeting) => [meeting['TimeZone__c'], Date.parse(String(meeting['StartsAt__c']))]);
        })
        .toEqual([['Asia/Tokyo', Date.parse(start)]]);
});

test('a double click on the button sends one form', async ({ newProspect }) => {
    const { url } = await mintLink(SLUG);
    const prospect = await newProspect();
    await prospect.open(url);
    await prospect.chooseTime();
    await prospect.fillIn(newPerson('Twice'));
    const posts: string[] = [];
    prospect.page.on('request', (sent) => {
        if (sent.method() === 'POST') posts.push(sent.url());
    });
    await prospect.submitButton.dblclick({ noWaitAfter: true });
    await expect(prospect.heading('Your meeting is booked')).toBeVisible();
    expect(posts).toEqual([url]);
});

test('a time that was just taken costs neither the link nor what was typed', async ({ newProspect, request }) => {
    const [slow, fast] = [await mintLink(SLUG), await mintLink(SLUG)];
    const [late, early] = [await newProspect(), await newProspect({ javaScriptEnabled: false })];
    const person = newPerson('Late');
    await late.open(slow.url);
    const start = await late.chooseTime();
    await late.fillIn(person);
    await early.open(fast.url);
    expect(await early.chooseTime()).toBe(start);
    await early.fillIn(newPerson('Early'));
    await early.submit();
    await expect(early.heading('Your meeting is booked')).toBeVisible();

    const [answer] = await Promise.all([late.page.waitForResponse(slow.url), late.submit()]);
    expect(answer.status()).toBe(409);
    await expect(late.page.getByRole('alert')).toContainText('Someone has just taken that time');
    await expect(late.page.getByRole('alert')).toBeFocused();
    await expect(late.page.getByLabel('Last name')).toHaveValue('Late');
    await expect(late.page.locator(`input[value="${start}"]`)).toHaveCount(0);
    expect((await request.get(slow.url)).status()).toBe(200);

    expect(await late.chooseTime()).not.toBe(start);
    await late.submit();
    await expect(late.heading('Your meeting is booked')).toBeVisible();
});

for (const javaScriptEnabled of [false, true]) {
    test(`errors name their fields and keep what was typed, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
        newProspect
    }) => {
        const { url } = await mintLink(SLUG);
        const prospect = await newProspect({ javaScriptEnabled });
        await prospect.open(url);
        const start = await prospect.chooseTime();
        // Past the browser's own checks, so that the server has to look.
        await prospect.fillIn({ firstName: '   ', lastName: 'Fields', email: 'ada@example.com' });
        await prospect.page.getByLabel(/^Guests/).fill('not an address');
        const [answer] = await Promise.all([prospect.page.waitForResponse(url), prospect.submit()]);
        expect(answer.status()).toBe(400);
        const summary = prospect.page.getByRole('alert');
        await expect(summary).toBeFocused();
        await expect(prospect.page).toHaveTitle(/^Error:/);
        await expect(summary.getByRole('link')).toHaveText([
            'First name: fill this in.',
            'Enter one email address per line, like name@example.com.'
        ]);
        await expect(prospect.page.getByLabel('Last name')).toHaveValue('Fields');
        await expect(prospect.page.getByLabel(/^Guests/)).toHaveValue('not an address');
        await expect(prospect.page.getByRole('radio', { checked: true })).toHaveValue(start);
        await summary.getByRole('link', { name: /^First name/ }).click();
        await expect(prospect.page.getByLabel('First name')).toBeFocused();
        await expect(prospect.page.getByLabel('First name')).toHaveAccessibleDescription(/fill this in/);
    });
}

test('a form without a time says so where the times stand', async ({ newProspect }) => {
    const { url } = await mintLink(SLUG);
    const prospect = await newProspect();
    await prospect.open(url);
    await prospect.fillIn(newPerson());
    await prospect.submit();
    await expect(prospect.page.getByRole('region', { name: 'Choose a time' })).toBeFocused();
    await expect(prospect.page.getByText('Choose a time.', { exact: true })).toBeVisible();
});

test('a form sent again after the booking shows the meeting that it made', async ({ newProspect, request }) => {
    const { url } = await mintLink(SLUG);
    const prospect = await newProspect({ javaScriptEnabled: false });
    let form = '';
    prospect.page.on('request', (sent) => {
        if (sent.method() === 'POST') form = sent.postData() ?? '';
    });
    await prospect.book(url, newPerson('Again'));
    const booked = prospect.page.url();
    await prospect.page.goBack();
    await expect(prospect.heading('This link has already been used')).toBeVisible();
    const again = await request.post(url, {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        data: form,
        maxRedirects: 0
    });
    expect(again.status()).toBe(303);
    expect(new URL(again.headers()['location'] ?? '', url).href).toBe(booked);
    await expect.poll(() => meetingsOf('Again')).toHaveLength(1);
});

const CLOSED: [state: string, status: number, heading: string, make: () => Promise<string>][] = [
    ['used', 410, 'This link has already been used', usedLink],
    ['expired', 410, 'This link has expired', () => linkWith(SLUG, { ExpiresAt__c: past() })],
    ['revoked', 410, 'This link has been withdrawn', () => linkWith(SLUG, { RevokedAt__c: past() })],
    ['inactive', 410, 'This link is not available now', () => linkWith('julio-webinar-follow-up', {})],
    ['unknown', 404, 'We cannot find this page', () => Promise.resolve(unknownLink())]
];

for (const [state, status, heading, make] of CLOSED) {
    test(`a link that is ${state} answers ${status}, says what to do and gives nothing away`, async ({
        newProspect
    }) => {
        const url = await make();
        const prospect = await newProspect();
        const headers = (await prospect.open(url, status)).headers();
        await expect(prospect.heading(heading)).toBeVisible();
        await expect(prospect.page.getByText(/new link|try again|open it again|ask/i).first()).toBeVisible();
        expect(headers['x-robots-tag']).toContain('noindex');
        expect(headers['referrer-policy']).toBe('no-referrer');
        expect(headers['cache-control']).toContain('no-store');
        expect(headers['content-security-policy']).toContain("default-src 'none'");
        expect(headers['content-security-policy']).not.toContain('unsafe');
        const token = url.split('/').at(-1) ?? '';
        expect(await prospect.page.title()).not.toContain(token);
        expect(await prospect.page.locator('body').innerHTML()).not.toContain('/l/');
    });
}

test('nothing scrolls sideways on a screen 320 pixels wide', async ({ newProspect }) => {
    const { url } = await mintLink('julio-deep-dive');
    const prospect = await newProspect({ viewport: { width: 320, height: 640 } });
    const width = () => prospect.page.evaluate(() => document.documentElement.scrollWidth);
    await prospect.open(url);
    expect(await width()).toBe(320);
    await prospect.chooseTime();
    await prospect.fillIn(newPerson('Venkataraghavan-Subramaniam'));
    await prospect.submit();
    await expect(prospect.heading('Your meeting is booked')).toBeVisible();
    expect(await width()).toBe(320);
    await prospect.open(url, 410);
    expect(await width()).toBe(320);
});

const past = (): string => new Date(Date.now() - 3_600_000).toISOString();

async function linkWith(slug: string, fields: Record<string, unknown>): Promise<string> {
    return (await mintLink(slug, fields)).url;
}

async function usedLink(): Promise<string> {
    const { url } = await mintLink(SLUG);
    await bookByApi(url, newPerson('Used'));
    return url;
}
