import type { Locator } from '@playwright/test';
import type { Crm } from './support/crm.ts';
import { englishLabels, textsOfSnapshot } from './support/labels.ts';
import { expect, test } from './support/test.ts';

const ENGLISH = englishLabels();

/** Words that labels happen to share with the org: its tabs, its picklist values, its own table. */
const OF_THE_ORG = ['Meeting Types', 'My Availability', 'Managed', 'Actions'];

/** Expects texts and accessible names, and none of them an English label. */
async function expectGerman(part: Locator): Promise<void> {
    const texts = textsOfSnapshot(await part.ariaSnapshot()).filter((text) => !OF_THE_ORG.includes(text));
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter((text) => ENGLISH.some((label) => label.test(text)))).toEqual([]);
}

async function openInGerman(crm: Crm, tab: string): Promise<Locator> {
    await crm.open();
    await crm.switchUser('Tomas Lindqvist');
    await crm.openTab(tab);
    return crm.page.getByRole('main');
}

test('My Links, its menus and its wizard speak German to a user who reads German', async ({ crm }) => {
    const { page } = crm;
    const main = await openInGerman(crm, 'My Links');
    await expect(page.getByRole('button', { name: 'Neuer Link' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy single-use link' }).first()).toBeVisible();
    await expectGerman(main);

    await page
        .getByRole('button', { name: /^Aktionen für / })
        .first()
        .click();
    await expect(page.getByRole('menuitem', { name: 'Ungenutzte Einmal-Links' })).toBeVisible();
    await expectGerman(main);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Neuer Link' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Was buchen Interessenten?')).toBeVisible();
    await expectGerman(dialog);
});

test('the labels a user reads in English are those that the German pages are searched for', async ({ crm }) => {
    await crm.open('/lightning/n/MyLinks');
    await expect(crm.page.getByRole('button', { name: 'New link' })).toBeVisible();
    const texts = textsOfSnapshot(await crm.page.getByRole('main').ariaSnapshot());
    expect(texts.filter((text) => ENGLISH.some((label) => label.test(text))).length).toBeGreaterThan(5);
});

for (const [tab, words] of [
    ['Home', 'Buchungen nach Woche und Linkart'],
    ['Calendars', 'Kalender durchsuchen'],
    ['Meeting Logs', 'Interessenten, Terminarten und Gastgeber durchsuchen'],
    ['My Availability', 'Wöchentliche Zeiten'],
    ['Meeting Types', 'Neue Terminart']
] as const) {
    test(`${tab} speaks German to a user who reads German`, async ({ crm }) => {
        const main = await openInGerman(crm, tab);
        await expect(main.getByText(words).or(main.getByLabel(words)).first()).toBeVisible();
        await expect(main.getByText('Wird geladen')).toHaveCount(0);
        await expectGerman(main);
    });
}
