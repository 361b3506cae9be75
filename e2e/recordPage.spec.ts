import { expectAccessible } from './support/axe.ts';
import { local } from './support/local.ts';
import { findLead, MeetingLogs } from './support/meetingLogs.ts';
import { expectNoOverflow } from './support/places.ts';
import { newPerson } from './support/prospect.ts';
import { connectAs, mintLink } from './support/salesforce.ts';
import { bookByApi } from './support/service.ts';
import { expect, test } from './support/test.ts';

const LEAD = 'Olúwaṣeun Adébáyọ̀-Okonkwo';
const LINK = 'Intro call with Julio';

test('P9 on a Lead with an unused link a new one is copied and the old one revoked; the new one admits one booking', async ({
    crm
}) => {
    const { page } = crm;
    const person = newPerson('Recorded');
    const { url: old } = await mintLink('julio-intro', { Lead__c: await findLead(LEAD) });
    expect((await fetch(old)).status).toBe(200);
    await crm.openLead(LEAD);
    const timeline = crm.card('Link Timeline');
    await expect(timeline.getByText('Opened by a person')).toHaveCount(0);
    await expect(timeline.getByText(/^Copied by Julio Reyes/).first()).toBeVisible();

    await crm.pickFromMenu(LINK, 'Copy Single-Use Link');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/unused links? for this person exists?/)).toBeVisible();
    await expectAccessible(page, 'the question about unused links');
    await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    expect((await fetch(old)).status).toBe(200);

    await crm.pickFromMenu(LINK, 'Copy Single-Use Link');
    const url = await crm.copied(() => dialog.getByRole('button', { name: 'Copy New, Revoke Old' }).click());
    expect(url).not.toBe(old);
    await expect.poll(async () => (await fetch(old)).status, { timeout: 40_000 }).toBe(410);
    await bookByApi(url, person);
    expect((await fetch(url)).status).toBe(410);

    await crm.refreshUntil(1, person.lastName, 'Single-Use', 'Scheduled');
    await timeline.getByRole('button', { name: 'Refresh' }).click();
    await expect(timeline.getByText('Used: a meeting was booked')).toHaveCount(1);
    await expect(timeline.getByText(/^Revoked/).first()).toBeVisible();
    await expectAccessible(page, 'a Lead with its links and meetings');
});

test('Home shows charts, each also as a table', async ({ crm }) => {
    const { page } = crm;
    await crm.open('/lightning/n/AdmitOneHome');
    await expect(page.locator('canvas')).toHaveCount(4);
    await expectAccessible(page, 'Home');
    await page
        .getByRole('button', { name: /^Show as table: / })
        .first()
        .click();
    await expect(page.locator('canvas')).toHaveCount(3);
    await expect(page.getByRole('columnheader', { name: 'Single-Use' })).toBeVisible();
    await expectAccessible(page, 'Home with a table');
    await expectNoOverflow(page, 'Home with a table');
});

for (const theme of ['slds1', 'slds2'] as const) {
    test(`on a phone of 360 pixels a chart’s table scrolls in its place, with the keyboard too, in the look ${theme}`, async ({
        crm
    }) => {
        const { page } = crm;
        await page.setViewportSize({ width: 360, height: 740 });
        await page.context().addCookies([{ name: 'devOrgTheme', value: theme, url: local.orgUrl }]);
        await crm.open('/lightning/n/AdmitOneHome');
        const toggle = page.getByRole('button', { name: 'Show as table: Bookings by week' });
        await crm.tabTo(toggle);
        await page.keyboard.press('Enter');
        const region = page.getByRole('region', { name: 'Bookings by week' });
        await expect(region.getByRole('columnheader', { name: 'Single-Use' })).toBeVisible();
        await expectNoOverflow(page, 'Home with a table');
        await expectAccessible(page, 'Home with a table, on a phone');
        await crm.tabTo(region);
        for (let steps = 0; steps < 10; steps += 1) await page.keyboard.press('ArrowRight');
        await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
    });
}

test('on a converted Lead the card says so, and a link copied there belongs to the Contact it has become', async ({
    crm
}) => {
    const { page } = crm;
    const amara = connectAs('amara');
    const [lead] = await amara.query('SELECT Id, Name, ConvertedContactId FROM Lead WHERE IsConverted = true');
    await crm.open(`/lightning/r/Lead/${String(lead?.['Id'])}/view`);
    const card = crm.card('Copy Link');
    await expect(card.getByText(/^This Lead was converted/)).toContainText(`the Contact ${String(lead?.['Name'])}`);
    await expectAccessible(page, 'a converted Lead');
    const url = await crm.copyFromMenu(LINK, 'Copy Single-Use Link');
    const person = newPerson('Converted');
    await bookByApi(url, person);
    expect((await fetch(url)).status).toBe(410);
    const records = (): Promise<unknown> =>
        amara.query(`SELECT Lead__c, Contact__c FROM Meeting__c WHERE ProspectLastName__c = '${person.lastName}'`);
    await expect
        .poll(records, { timeout: 30_000 })
        .toEqual([expect.objectContaining({ Lead__c: null, Contact__c: lead?.['ConvertedContactId'] })]);

    await card.getByRole('button', { name: `Open ${String(lead?.['Name'])}` }).click();
    await expect(page).toHaveURL(new RegExp(`/lightning/r/Contact/${String(lead?.['ConvertedContactId'])}/view`));
    await crm.refreshUntil(1, person.lastName, 'Single-Use', 'Scheduled');
});

test('a meeting canceled on the page of its record can be replaced there, and the successor admits one booking', async ({
    crm
}) => {
    const [record] = await connectAs('julio').query(
        "SELECT Id FROM Case WHERE Subject = 'Calendar invitations arrive in the wrong language'"
    );
    const { url } = await mintLink('julio-intro', { Case__c: record?.['Id'] });
    const person = newPerson('Dropped');
    await bookByApi(url, person);
    await crm.open(`/lightning/r/Case/${String(record?.['Id'])}/view`);
    await crm.refreshUntil(1, person.lastName, 'Scheduled');
    const logs = new MeetingLogs(crm);
    await logs.choose(person.lastName, 'Cancel meeting');
    await logs.confirm(person.lastName, 'Cancel meeting', 'Canceled');
    await expectAccessible(crm.page, 'a Case with a canceled meeting');

    const timeline = crm.card('Link Timeline');
    await timeline.getByRole('button', { name: 'Refresh' }).click();
    const successor = await crm.copied(() => timeline.getByRole('button', { name: /^Replace SUL-/ }).click());
    await bookByApi(successor, newPerson('Resumed'));
    expect((await fetch(successor)).status).toBe(410);
    await crm.refreshUntil(1, 'Resumed', 'Single-Use', 'Scheduled');
});
