import type { Locator } from '@playwright/test';
import { expectAccessible, findViolations } from './support/axe.ts';
import { newPerson } from './support/prospect.ts';
import { connectAs, mintLink, unknownLink } from './support/salesforce.ts';
import { local } from './support/local.ts';
import { expect, test } from './support/test.ts';

const LEAD = 'Wolfgang Müller-Lüdenscheidt';
const LINK = 'Intro call with Julio';
const DESKTOP = { width: 1440, height: 900 };
const NARROW = { width: 320, height: 640 };

test('the check finds what is planted among rendered components', async ({ crm }) => {
    await crm.open('/lightning/n/MyLinks');
    await expect(crm.menuOf(LINK)).toBeVisible();
    await crm.card('My Links').evaluate((card) => {
        card.insertAdjacentHTML(
            'beforeend',
            '<img src="/none.png"><p style="color:#ccc;background:#fff">Pale</p><input type="text">'
        );
    });
    const rules = (await findViolations(crm.page)).map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['color-contrast', 'image-alt', 'label']));
});

test('the check waits for words that fade in, but not for what turns for ever', async ({ crm }) => {
    await crm.open('/lightning/n/MyLinks');
    await expect(crm.menuOf(LINK)).toBeVisible();
    await crm.card('My Links').evaluate((card) => {
        card.insertAdjacentHTML('beforeend', '<p style="color:#181818;background:#fff">Fades in</p><p>Turns</p>');
        const [turning, fading] = [...card.children].reverse();
        fading?.animate([{ opacity: 0.1 }, { opacity: 1 }], { duration: 2_000, id: 'fades' });
        turning?.animate([{ rotate: '0deg' }, { rotate: '1deg' }], {
            duration: 500,
            iterations: Infinity,
            id: 'turns'
        });
    });
    await expectAccessible(crm.page, 'words that have faded in');
    const running = await crm.page.evaluate(() => document.getAnimations().map(({ id }) => id));
    expect(running.filter(Boolean)).toEqual(['turns']);
});

for (const viewport of [DESKTOP, NARROW]) {
    test(`Salesforce’s pages have no violation at ${viewport.width} pixels`, async ({ crm }) => {
        await crm.page.setViewportSize(viewport);
        const [lead] = await connectAs('julio').query(`SELECT Id FROM Lead WHERE Name = '${LEAD}'`);
        const pages: [path: string, shows: string][] = [
            [`/lightning/r/Lead/${String(lead?.['Id'])}/view`, LINK],
            ['/lightning/n/MyLinks', LINK],
            ['/lightning/n/MeetingLogs', 'Meetings shown'],
            ['/lightning/o/Lead/list', LEAD]
        ];
        for (const [path, shows] of pages) {
            await crm.open(path);
            await expect(crm.page.getByText(shows).first()).toBeVisible();
            await expectAccessible(crm.page, path);
        }
    });

    for (const colorScheme of ['light', 'dark'] as const) {
        test(`the prospect’s pages have no violation at ${viewport.width} pixels, ${colorScheme}`, async ({
            newProspect
        }) => {
            const { url } = await mintLink('julio-intro');
            const prospect = await newProspect({ viewport, colorScheme });
            await prospect.open(url);
            await expectAccessible(prospect.page, 'the booking page');
            await prospect.page.getByText(/^Time zone:/).click();
            await prospect.chooseTime();
            await prospect.fillIn({ ...newPerson(), firstName: ' ' });
            await prospect.submit();
            await expect(prospect.page.getByRole('alert')).toBeVisible();
            await expectAccessible(prospect.page, 'the booking page with an error');
            await prospect.fillIn(newPerson());
            await prospect.submit();
            await expect(prospect.heading('Your meeting is booked')).toBeVisible();
            await expectAccessible(prospect.page, 'the confirmation');
            await prospect.page.getByRole('link', { name: /^View/ }).click();
            await expect(prospect.heading('Your meeting')).toBeVisible();
            await expectAccessible(prospect.page, 'the meeting');
            await prospect.open(url, 410);
            await expectAccessible(prospect.page, 'a used link');
            await prospect.open(unknownLink(), 404);
            await expectAccessible(prospect.page, 'an unknown link');
        });
    }
}

test('a single-use link is copied with the keyboard alone', async ({ crm, request }) => {
    await crm.openLead(LEAD);
    const { page } = crm;
    const menu = crm.menuOf(LINK);
    const keepOld = page.getByRole('button', { name: 'Copy New, Keep Old', exact: true });
    await expect(menu).toBeVisible();
    const url = await crm.copied(async () => {
        await page.locator('body').press('Home');
        await crm.tabTo(menu);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('menuitem', { name: 'Copy Link', exact: true })).toBeFocused();
        await page.keyboard.press('ArrowDown');
        await expect(page.getByRole('menuitem', { name: 'Copy Single-Use Link', exact: true })).toBeFocused();
        await page.keyboard.press('Enter');
        await expect(keepOld).toBeVisible();
        await crm.tabTo(keepOld);
        await page.keyboard.press('Enter');
    });
    expect(url).toContain(`${local.serviceUrl}/s/`);
    expect((await request.get(url)).status()).toBe(200);
    await expect(menu).toBeFocused();
});

test('a meeting is booked with the keyboard alone', async ({ newProspect }) => {
    const { url } = await mintLink('julio-intro');
    const prospect = await newProspect();
    const { page } = prospect;
    await prospect.open(url);
    // From the very beginning of the page, as somebody without a mouse comes there.
    await tabTo(page.getByRole('link', { name: 'Skip to content' }));
    await page.keyboard.press('Enter');
    await tabTo(page.getByRole('link', { name: 'Later dates' }));
    const month = page.getByRole('navigation', { name: 'Days with times' });
    const before = await month.innerText();
    await page.keyboard.press('Enter');
    await expect(month).not.toHaveText(before);
    await tabTo(prospect.times.first());
    await page.keyboard.press('ArrowDown');
    await expect(prospect.times.nth(1)).toBeChecked();
    const { firstName, lastName, email } = newPerson('Keys');
    const typed: [label: string, text: string][] = [
        ['First name', firstName],
        ['Last name', lastName],
        ['Email address', email]
    ];
    for (const [label, text] of typed) {
        await tabTo(page.getByLabel(label));
        await page.keyboard.type(text);
    }
    await page.keyboard.press('Enter');
    await expect(prospect.heading('Your meeting is booked')).toBeVisible();

    await tabTo(page.getByRole('link', { name: 'View or change this meeting' }));
    await page.keyboard.press('Enter');
    await expect(prospect.heading('Your meeting')).toBeVisible();
    await tabTo(page.locator('details.cancel summary'));
    await page.keyboard.press('Enter');
    await tabTo(page.getByRole('textbox', { name: 'Reason' }));
    await page.keyboard.type('Another day');
    await tabTo(page.getByRole('button', { name: 'Cancel the meeting' }));
    await page.keyboard.press('Enter');
    await expect(prospect.heading('This meeting is canceled')).toBeVisible();

    async function tabTo(target: Locator): Promise<void> {
        for (let tabs = 0; tabs < 60; tabs += 1) {
            if (await target.evaluate((element) => element.matches(':focus'))) return;
            await page.keyboard.press('Tab');
        }
        await expect(target).toBeFocused();
    }
});
