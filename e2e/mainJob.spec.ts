import { newPerson } from './support/prospect.ts';
import { local } from './support/local.ts';
import { expect, test } from './support/test.ts';

const LEAD = 'Chloé Lefèvre-Beaumont';
const LINK = 'Intro call with Julio';

test('a single-use link copied on a Lead admits exactly one booking, and the meeting lands on the Lead', async ({
    crm,
    newProspect
}) => {
    const prospect = await newProspect({ javaScriptEnabled: false });
    const booker = newPerson('Lovelace');
    const name = `${booker.firstName} ${booker.lastName}`;
    let url = '';

    await test.step('Julio copies a single-use link on the Lead', async () => {
        await crm.openLead(LEAD);
        url = await crm.copyFromMenu(LINK, 'Copy Single-Use Link');
        expect(url).toMatch(new RegExp(`^${local.serviceUrl}/s/[a-z0-9]{32}$`));
        await expect(crm.toast('Single-use link copied')).toBeVisible();
    });

    await test.step('the prospect books it without JavaScript', async () => {
        await prospect.book(url, booker);
        await expect(prospect.page.getByText('Julio Reyes')).toBeVisible();
    });

    await test.step('the meeting stands in Meeting Logs on the Lead, as Single-Use', async () => {
        await crm.refreshUntil(1, name, 'Single-Use');
    });

    await test.step('Hide Single-Use Links hides it there', async () => {
        await crm.hideSingleUse(true);
        await expect(crm.meetingRows(name)).toHaveCount(0);
        await crm.hideSingleUse(false);
        await expect(crm.meetingRows(name)).toHaveCount(1);
    });

    await test.step('the Activity panel of the Lead shows the Event', async () => {
        await crm.page.reload();
        await expect(crm.page.getByRole('link', { name: `Intro call: ${name}` })).toHaveCount(1);
    });

    await test.step('the page of all Meeting Logs shows it, until single-use links are hidden', async () => {
        await crm.openTab('Meeting Logs');
        await crm.refreshUntil(1, name, 'Single-Use', LEAD);
        await crm.hideSingleUse(true);
        await expect(crm.meetingRows(name)).toHaveCount(0);
        await expect(crm.meetingRows('Single-Use')).toHaveCount(0);
        await expect(crm.meetingRows('Standard')).not.toHaveCount(0);
    });

    await test.step('the link is used up', async () => {
        await prospect.open(url, 410);
        await expect(prospect.heading('This link has already been used')).toBeVisible();
        await expect(prospect.page.getByText(/one booking.*booked/)).toBeVisible();
    });

    await test.step('the reusable link still works', async () => {
        await crm.openLead(LEAD);
        const reusable = await crm.copyFromMenu(LINK, 'Copy Link');
        expect(reusable).toBe(`${local.serviceUrl}/l/julio-intro`);
        // With JavaScript: without it, a reusable link asks for half a minute's patience.
        const another = await newProspect();
        await another.book(reusable);
        await another.open(reusable);
    });

    await test.step('a new single-use link works', async () => {
        const next = await crm.copyFromMenu(LINK, 'Copy Single-Use Link');
        expect(next).not.toBe(url);
        await prospect.book(next);
        await prospect.open(next, 410);
    });
});
