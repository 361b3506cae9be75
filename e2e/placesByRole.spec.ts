import type { Crm } from './support/crm.ts';
import { dialogOf, expectOneBooking, lastPlace } from './support/places.ts';
import { connectAs, createOriginal } from './support/salesforce.ts';
import { expect, test } from './support/test.ts';

/** A test that fails makes the links anew, and no two have one address. */
const RUN = Date.now().toString(36);
const ADMIN_LINK = `Admin office call ${RUN}`;
const ADMIN_SLUG = `admin-office-call-${RUN}`;
const SHARED_LINK = `Shared tour ${RUN}`;
const SHARED_SLUG = `shared-tour-${RUN}`;
const REP_LINK = 'Intro call with Julio';
const RECORDS: [objectName: string, condition: string][] = [
    ['Lead', "Name = 'Thị Minh Khai Nguyễn'"],
    ['Contact', "Name = 'Hamid Karimi'"],
    ['Account', "Name = 'Kestrel Aerospace'"],
    ['Opportunity', "Name = 'Kestrel Aerospace – Supplier portal'"],
    ['Case', "Subject = 'Single sign-on fails after certificate renewal'"]
];

/** A link of the admin's own, with which people meet Julio: admins have no hours. */
test.beforeAll(async () => {
    const shared = await createOriginal(SHARED_LINK);
    await connectAs('julio').update('BookingLink__c', shared.id, { IsInLibrary__c: true });
    const amara = connectAs('amara');
    const [julio] = await amara.query("SELECT Id FROM User WHERE Name = 'Julio Reyes'");
    const fields = { Name: ADMIN_LINK, Slug__c: ADMIN_SLUG, MeetingType__c: shared.meetingTypeId };
    const id = await amara.create('BookingLink__c', fields);
    await amara.create('LinkHost__c', { BookingLink__c: id, Role__c: 'Required Host', User__c: julio?.['Id'] });
});

async function openAs(crm: Crm, user: string, path: string): Promise<void> {
    await crm.open();
    await crm.switchUser(user);
    await crm.open(path);
}

test('P1 My Links as admin: a copy of an own link books once', async ({ crm }) => {
    await openAs(crm, 'Amara Diallo', '/lightning/n/MyLinks');
    await expectOneBooking(await crm.copyFromMenu(ADMIN_LINK, 'Copy Single-Use Link'));
    expect(await lastPlace(ADMIN_SLUG)).toBe('My Links');
});

test('P2 Links Library as admin: a copy of what a rep shares books once', async ({ crm }) => {
    await openAs(crm, 'Amara Diallo', '/lightning/n/MyLinks');
    await crm.page.getByRole('tab', { name: 'Links Library' }).click();
    await expectOneBooking(await crm.copyFromMenu(SHARED_LINK, 'Copy Single-Use Link'));
    expect(await lastPlace(SHARED_SLUG)).toBe('Links Library');
});

test('P3 the Standard wizard as admin: it warns of a host without hours, and its copy books once', async ({ crm }) => {
    const { page } = crm;
    await openAs(crm, 'Amara Diallo', '/lightning/n/MyLinks');
    await page.getByRole('button', { name: 'New link' }).click();
    await dialogOf(crm).getByRole('button', { name: 'Standard', exact: true }).click();
    const dialog = dialogOf(crm);
    await dialog.getByText('Intro call · 30 min').click();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByText('No availability schedule: prospects will see no times.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Remove Amara Diallo' }).click();
    await dialog.getByLabel('Find people and pools to add').fill('helena');
    await dialog.getByRole('button', { name: 'Add Helena Brandt' }).click();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByLabel('Name').fill('Made by an admin');
    await dialog.getByLabel('Address').fill('made-by-an-admin');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    const copy = dialog.getByRole('button', { name: 'Copy Single-Use Link: Made by an admin' });
    await expectOneBooking(await crm.copied(() => copy.click()));
    expect(await lastPlace('made-by-an-admin')).toBe('Wizard');
});

test('P5 as rep: the link that an admin manages is copied on My Links and books once; View Links is not there', async ({
    crm
}) => {
    await openAs(crm, 'Priya Nair', '/lightning/n/MyLinks');
    await expectOneBooking(await crm.copyFromMenu('Office hours', 'Copy Single-Use Link'));
    expect(await lastPlace('priya-office-hours')).toBe('My Links');
    await crm.open('/lightning/n/LinkManagement');
    await expect(crm.page.getByRole('button', { name: /^View Links/ })).toHaveCount(0);
});

test('P7 the text action of a meeting type card as admin: its copy books once', async ({ crm }) => {
    await openAs(crm, 'Amara Diallo', '/lightning/n/MyLinks');
    const action = crm.page.getByRole('button', { name: `Copy single-use link: ${ADMIN_LINK}`, exact: true });
    await expectOneBooking(await crm.copied(() => action.click()));
    expect(await lastPlace(ADMIN_SLUG)).toBe('Meeting Type Card');
});

test('P8 Calendars as admin: the single-use link of the Share pop-up books once', async ({ crm }) => {
    const { page } = crm;
    await openAs(crm, 'Amara Diallo', '/lightning/n/Calendars');
    await page.getByRole('button', { name: `Actions for ${ADMIN_LINK}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Share', exact: true }).click();
    const copy = dialogOf(crm).getByRole('button', { name: `Copy Single-Use Link: ${ADMIN_LINK}` });
    await expectOneBooking(await crm.copied(() => copy.click()));
    expect(await lastPlace(ADMIN_SLUG)).toBe('Calendars');
});

for (const { role, user, link, slug } of [
    { role: 'rep', user: 'Julio Reyes', link: REP_LINK, slug: 'julio-intro' },
    { role: 'admin', user: 'Amara Diallo', link: ADMIN_LINK, slug: ADMIN_SLUG }
]) {
    for (const [objectName, condition] of RECORDS) {
        test(`P9 as ${role}: a link copied on the page of ${objectName} knows its record and books once`, async ({
            crm
        }) => {
            const amara = connectAs('amara');
            const [record] = await amara.query(`SELECT Id FROM ${objectName} WHERE ${condition}`);
            const path = `/lightning/r/${objectName}/${String(record?.['Id'])}/view`;
            if (role === 'rep') await crm.open(path);
            else await openAs(crm, user, path);
            await expectOneBooking(await crm.copyFromMenu(link, 'Copy Single-Use Link'));
            const [made] = await amara.query(
                `SELECT CopiedFrom__c, ${objectName}__c FROM SingleUseLink__c WHERE BookingLink__r.Slug__c = '${slug}' ORDER BY CreatedDate DESC, Name DESC LIMIT 1`
            );
            expect(made).toMatchObject({ CopiedFrom__c: 'Record Page', [`${objectName}__c`]: record?.['Id'] });
        });
    }
}
