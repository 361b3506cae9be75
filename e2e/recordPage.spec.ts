import { expectAccessible } from './support/axe.ts';
import { findLead } from './support/meetingLogs.ts';
import { newPerson } from './support/prospect.ts';
import { mintLink } from './support/salesforce.ts';
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
    const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow).toBeLessThanOrEqual(0);
});
