import { expectAccessible } from './support/axe.ts';
import type { Crm } from './support/crm.ts';
import { local } from './support/local.ts';
import { dialogOf, expectOneBooking, lastPlace } from './support/places.ts';
import { newPerson } from './support/prospect.ts';
import { connectAs } from './support/salesforce.ts';
import { bookByApi } from './support/service.ts';
import { expect, test } from './support/test.ts';

const LINK = 'Intro call with Julio';

async function openLinkManagement(crm: Crm): Promise<void> {
    await crm.open();
    await crm.switchUser('Amara Diallo');
    await crm.openTab('Link Management');
}

test('P1 My Links: a rep finds a link, switches it off and on, and books with a copy', async ({ crm }) => {
    const { page } = crm;
    await crm.open('/lightning/n/MyLinks');
    await page.getByLabel('Search your links').fill('intro with');
    await expect(page.getByText('Links found: 1')).toBeAttached();
    const menu = page.getByRole('button', { name: `Actions for ${LINK}`, exact: true });
    for (const [action, toast] of [
        ['Deactivate', 'is inactive'],
        ['Activate', 'is active']
    ] as const) {
        await menu.click();
        await page.getByRole('menuitem', { name: action, exact: true }).click();
        await expect(crm.toast(toast)).toBeVisible();
    }
    await expect(crm.menuOf(LINK)).toBeVisible();
    await expectOneBooking(await crm.copyFromMenu(LINK, 'Copy Single-Use Link'));
    expect(await lastPlace('julio-intro')).toBe('My Links');
    await page.getByText('List', { exact: true }).click();
    await page.reload();
    await expect(page.getByRole('table', { name: 'Booking links' })).toBeVisible();
});

test('P2 Links Library: what a colleague shares can be copied and nothing else', async ({ crm }) => {
    const { page } = crm;
    const link = 'Technical deep dive with Julio';
    await crm.open('/lightning/n/MyLinks');
    await page.getByRole('button', { name: `Actions for ${link}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Share to library', exact: true }).click();
    await expect(crm.toast('library')).toBeVisible();
    await crm.switchUser('Priya Nair');
    await page.getByRole('tab', { name: 'Links Library' }).click();
    await expect(page.getByText('Owner: Julio Reyes')).toBeVisible();
    await expect(page.getByRole('button', { name: `Actions for ${link}` })).toHaveCount(0);
    await expectOneBooking(await crm.copyFromMenu(link, 'Copy Single-Use Link'));
    expect(await lastPlace('julio-deep-dive')).toBe('Links Library');
});

test('P3 the Standard wizard shows hosts’ hours, compares addresses, and ends with two ways to copy', async ({
    crm
}) => {
    const { page } = crm;
    await crm.open('/lightning/n/MyLinks');
    await page.getByRole('button', { name: 'New link' }).click();
    const dialog = dialogOf(crm);
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByText('Choose a meeting type.')).toBeVisible();
    await dialog.getByText('Intro call · 30 min').click();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByText(/hours a week \(America\/New_York\)/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByLabel('Name').fill('Wizard made');
    await dialog.getByLabel('Address').fill('julio-intro');
    await expect(dialog.getByText('Another link has this address.')).toBeVisible();
    await dialog.getByLabel('Address').fill('wizard-made');
    await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(dialog.getByText('Discard what you have entered?')).toBeVisible();
    await dialog.getByRole('button', { name: 'Keep editing' }).click();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Wizard made is saved')).toBeVisible();
    const reusable = await crm.copied(() => dialog.getByRole('button', { name: 'Copy Link: Wizard made' }).click());
    expect(reusable).toBe(`${local.serviceUrl}/l/wizard-made`);
    const url = await crm.copied(() =>
        dialog.getByRole('button', { name: 'Copy Single-Use Link: Wizard made' }).click()
    );
    await expectOneBooking(url);
    await bookByApi(reusable, newPerson('Places'));
    expect(await lastPlace('wizard-made')).toBe('Wizard');
});

test('P3 a link that cannot be saved whole leaves nothing behind', async ({ crm }) => {
    const { page } = crm;
    await crm.open('/lightning/n/MyLinks');
    await page.getByRole('button', { name: 'New link' }).click();
    const dialog = dialogOf(crm);
    await dialog.getByText('Intro call · 30 min').click();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByLabel('Name').fill('Half made');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await page.route('**/ui-api/records', async (route) => {
        const isHost = route.request().postData()?.includes('LinkHost__c') === true;
        if (isHost) await route.fulfill({ status: 500, json: [{ message: 'Row lock', errorCode: 'UNKNOWN' }] });
        else await route.continue();
    });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('Everything that had been made for it was removed again.')).toBeVisible();
    expect(await connectAs('amara').query("SELECT Id FROM BookingLink__c WHERE Slug__c = 'half-made'")).toEqual([]);
});

test('P3 and P5: an admin makes a managed link for a group, without any single-use option, and copies in View Links', async ({
    crm
}) => {
    const { page } = crm;
    await crm.open();
    await crm.switchUser('Amara Diallo');
    await crm.openTab('My Links');
    await page.getByRole('button', { name: 'New link' }).click();
    await dialogOf(crm).getByRole('button', { name: 'Managed', exact: true }).click();
    const dialog = dialogOf(crm);
    await dialog.getByText('Technical deep dive · 60 min').click();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByText('Add at least one person')).toBeVisible();
    await dialog.getByLabel('Find people and public groups to add').fill('sales eng');
    await dialog.getByRole('button', { name: 'Add Sales Engineers' }).click();
    await expect(dialog.getByText('Sales Engineers: 3 people added.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByLabel('Name of the managed link').fill('Clinic');
    await dialog.getByLabel('Address of each link').fill('{firstName}-clinic');
    await expect(dialog.getByText('/l/grace-clinic')).toBeVisible();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog).not.toContainText(/single-use/i);
    await dialog.getByRole('button', { name: 'Save and make links' }).click();
    await expect(dialog.getByText(/^Done\./)).toBeVisible();
    await expect(dialog).not.toContainText(/single-use/i);
    await expect(dialog.getByRole('button', { name: /Copy/ })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();

    await crm.openTab('Link Management');
    await page.getByRole('tab', { name: 'Managed Links' }).click();
    await page.getByRole('button', { name: 'View Links: Clinic' }).click();
    const link = 'Technical deep dive: Grace Okafor';
    const reusable = await crm.copyFromMenu(link, 'Copy Link');
    expect(reusable).toBe(`${local.serviceUrl}/l/grace-clinic`);
    await expectOneBooking(await crm.copyFromMenu(link, 'Copy Single-Use Link'));
    expect(await lastPlace('grace-clinic')).toBe('View Links');
    await dialogOf(crm).getByRole('button', { name: 'Close', exact: true }).last().click();

    await page.getByRole('button', { name: 'Actions for Clinic' }).click();
    await page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('button', { name: 'Remove Grace Okafor' }).click();
    await expect(dialog.getByText(/their links switched off: Grace Okafor/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('button', { name: 'Save and make links' }).click();
    await expect(dialog.getByText(/^Done\./)).toBeVisible();
    const links = await connectAs('amara').query(
        "SELECT Slug__c, IsActive__c, Owner.Name FROM BookingLink__c WHERE Slug__c LIKE '%-clinic' ORDER BY Slug__c"
    );
    expect(links.map((each) => [each['Slug__c'], each['IsActive__c']])).toEqual([
        ['grace-clinic', false],
        ['priya-clinic', true],
        ['tomas-clinic', true]
    ]);
});

test('P4 All Links: an admin finds anybody’s link, copies it, and changes many at once', async ({ crm }) => {
    const { page } = crm;
    await openLinkManagement(crm);
    await page.getByLabel('Search all links').fill('julio reyes');
    await expect(page.getByRole('link', { name: 'Executive briefing with Helena' })).toHaveCount(0);
    await expectOneBooking(await crm.copyFromMenu(LINK, 'Copy Single-Use Link'));
    expect(await lastPlace('julio-intro')).toBe('All Links');

    await page.getByRole('checkbox', { name: 'Select Spring fair' }).check();
    await page.getByRole('checkbox', { name: 'Select Webinar follow-up' }).check();
    await page.getByRole('button', { name: 'Revoke single-use links' }).click();
    const dialog = dialogOf(crm);
    await expect(dialog.getByText(/^Revoke 2 unused single-use links of the 2 links/)).toBeVisible();
    await expectAccessible(page, 'the question before links are revoked');
    await dialog.getByRole('button', { name: 'Revoke single-use links' }).click();
    await expect(dialog.getByText('Done: 2.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    const left = await connectAs('amara').query(
        "SELECT Id FROM SingleUseLink__c WHERE BookingLink__r.Slug__c IN ('julio-spring-fair', 'julio-webinar-follow-up') AND RevokedAt__c = null AND UsedAt__c = null"
    );
    expect(left).toEqual([]);

    await page.getByRole('checkbox', { name: 'Select Spring fair' }).check();
    await page.getByRole('button', { name: 'Change owner' }).click();
    await dialog.getByLabel('Find people').fill('priya');
    await dialog.getByText('Priya Nair').click();
    await dialog.getByRole('button', { name: 'Change owner' }).click();
    await expect(dialog.getByText('Done: 1.')).toBeVisible();
    const [fair] = await connectAs('amara').query(
        "SELECT Owner.Name, (SELECT User__r.Name FROM LinkHosts__r) FROM BookingLink__c WHERE Slug__c = 'julio-spring-fair'"
    );
    expect(JSON.stringify(fair)).not.toContain('Julio');
    expect(JSON.stringify(fair)).toContain('Priya Nair');
});

test('P4 a rep does not see Link Management, not even by its address', async ({ crm }) => {
    await crm.open();
    await expect(crm.page.getByRole('link', { name: 'My Links', exact: true })).toBeVisible();
    await expect(crm.page.getByRole('link', { name: 'Link Management' })).toHaveCount(0);
    await crm.open('/lightning/n/LinkManagement');
    await expect(crm.page.getByRole('tab', { name: 'All Links' })).toHaveCount(0);
    await crm.page.goto(`${local.orgUrl}/lightning/n/MyLinks`);
    await crm.page.getByRole('button', { name: 'New link' }).click();
    await expect(crm.page.getByRole('dialog').getByText('What do prospects book?')).toBeVisible();
});

test('P7 the text action of a meeting type card copies a link that admits one booking', async ({ crm }) => {
    await crm.open('/lightning/n/MyLinks');
    const action = crm.page.getByRole('button', { name: `Copy single-use link: ${LINK}`, exact: true });
    await expect(action).toHaveText('Copy single-use link');
    await expectOneBooking(await crm.copied(() => action.click()));
    expect(await lastPlace('julio-intro')).toBe('Meeting Type Card');
});

test('P8 Calendars: ⋯ and Share copy a scheduling link, a single-use link and lines to embed', async ({ crm }) => {
    const { page } = crm;
    await crm.open('/lightning/n/Calendars');
    await page.getByRole('button', { name: `Actions for ${LINK}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Share', exact: true }).click();
    const dialog = dialogOf(crm);
    await expect(dialog.getByText(/closes after the first person/)).toBeVisible();
    await expectAccessible(page, 'the Share pop-up');
    const scheduling = await crm.copied(() => dialog.getByRole('button', { name: `Copy Link: ${LINK}` }).click());
    expect(scheduling).toBe(`${local.serviceUrl}/l/julio-intro`);
    const lines = await crm.copied(() => dialog.getByRole('button', { name: `Copy lines to embed ${LINK}` }).click());
    expect(lines).toContain(`data-admit-one="${scheduling}"`);
    const url = await crm.copied(() => dialog.getByRole('button', { name: `Copy Single-Use Link: ${LINK}` }).click());
    await expectOneBooking(url);
    expect(await lastPlace('julio-intro')).toBe('Calendars');
});

test('P8 with the keyboard alone', async ({ crm }) => {
    const { page } = crm;
    await crm.open('/lightning/n/Calendars');
    await expect(page.getByText(LINK, { exact: true })).toBeVisible();
    const menu = page.getByRole('button', { name: `Actions for ${LINK}`, exact: true });
    await crm.tabTo(menu);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Share', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    const copy = dialogOf(crm).getByRole('button', { name: `Copy Single-Use Link: ${LINK}` });
    await expect(copy).toBeVisible();
    const url = await crm.copied(async () => {
        await crm.tabTo(copy);
        await page.keyboard.press('Enter');
    });
    await expectOneBooking(url);
    await page.keyboard.press('Escape');
    await expect(dialogOf(crm)).toHaveCount(0);
    await expect(menu).toBeFocused();
});
