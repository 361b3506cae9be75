import { refuseClipboard } from './support/clipboard.ts';
import { connectAs, createOriginal, mintLink } from './support/salesforce.ts';
import { local } from './support/local.ts';
import { expect, test } from './support/test.ts';

const LEAD = 'Siobhán Ní Dhomhnaill';
const LINK = 'Intro call with Julio';
const SINGLE_USE_URL = new RegExp(`^${local.serviceUrl}/s/[a-z0-9]{32}$`);

test('every click on Copy Single-Use Link mints another link, bound to the Lead', async ({ crm, request }) => {
    await crm.openLead(LEAD);
    const first = await crm.copyFromMenu(LINK, 'Copy Single-Use Link');
    const second = await crm.copyFromMenu(LINK, 'Copy Single-Use Link');
    expect(second).not.toBe(first);
    for (const url of [first, second]) expect((await request.get(url)).status()).toBe(200);
    const minted = await connectAs('julio').query(
        `SELECT Status__c FROM SingleUseLink__c WHERE Lead__r.Name = '${LEAD}' AND CopiedFrom__c = 'Record Page' AND Status__c = 'Active'`
    );
    expect(minted).toHaveLength(2);
});

test('My Links copies from the menu and from the text action', async ({ crm, request }) => {
    await crm.open();
    await crm.openTab('My Links');
    const fromMenu = await crm.copyFromMenu(LINK, 'Copy Single-Use Link');
    const textAction = crm.page.getByRole('button', { name: `Copy single-use link: ${LINK}`, exact: true });
    const fromText = await crm.copied(() => textAction.click());
    const reusable = await crm.copied(() =>
        crm.page.getByRole('button', { name: `Copy Link: ${LINK}`, exact: true }).click()
    );
    expect(reusable).toBe(`${local.serviceUrl}/l/julio-intro`);
    expect(new Set([fromMenu, fromText]).size).toBe(2);
    for (const url of [fromMenu, fromText]) {
        expect(url).toMatch(SINGLE_USE_URL);
        expect((await request.get(url)).status()).toBe(200);
    }
});

test('when the clipboard refuses, the link stands selected in a field that cannot be changed', async ({
    crm,
    request
}) => {
    await crm.openLead('Zoë van der Westhuizen');
    await refuseClipboard(crm.page);
    await crm.pickFromMenu(LINK, 'Copy Single-Use Link');
    const field = crm.page.getByLabel('Link to copy');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(SINGLE_USE_URL);
    await expect(field).toHaveAttribute('readonly', /.*/);
    const selected = await field.evaluate((input: HTMLInputElement) =>
        input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)
    );
    expect(selected).toBe(await field.inputValue());
    await expect(crm.page.getByText('Your browser did not let us copy the link.')).toBeVisible();
    expect((await request.get(selected)).status()).toBe(200);
});

test('single-use links follow their originals: another meeting type, another expiry', async ({
    newProspect,
    request
}) => {
    const [retyped, expired] = [await createOriginal('Discovery call'), await createOriginal('Follow-up call')];
    const [follower, late] = [await mintLink(retyped.slug), await mintLink(expired.slug)];
    const prospect = await newProspect();
    for (const { url, name } of [
        { ...retyped, ...follower },
        { ...expired, ...late }
    ]) {
        await prospect.open(url);
        await expect(prospect.heading(name)).toBeVisible();
    }

    const julio = connectAs('julio');
    const [deepDive] = await julio.query("SELECT Id FROM MeetingType__c WHERE Name = 'Technical deep dive'");
    await julio.update('BookingLink__c', retyped.id, { MeetingType__c: deepDive?.['Id'] });
    await julio.update('BookingLink__c', expired.id, { ExpiresAt__c: new Date(Date.now() - 60_000).toISOString() });

    // A look is answered from the mirror; a form, even an empty one, reads Salesforce when the mirror is older than 15 s.
    const sendEmptyForm = async (): Promise<number> => (await request.post(late.url, { form: {} })).status();
    await expect.poll(sendEmptyForm, { timeout: 40_000 }).toBe(410);
    await prospect.open(late.url, 410);
    await expect(prospect.heading('This link has expired')).toBeVisible();
    await prospect.open(follower.url);
    await expect(prospect.heading('Technical deep dive')).toBeVisible();
    await expect(prospect.page.getByText('1 hour')).toBeVisible();
});

test('where single use is required, nothing offers the reusable link, and it opens nothing', async ({
    crm,
    request
}) => {
    const link = 'Executive briefing with Helena';
    await crm.open();
    await crm.switchUser('Helena Brandt');
    await crm.openTab('My Links');
    await crm.menuOf(link).click();
    await expect(crm.page.getByRole('menuitem')).toHaveText(['Copy Single-Use Link']);
    await crm.page.keyboard.press('Escape');
    await expect(crm.page.getByRole('button', { name: `Copy Link: ${link}`, exact: true })).toHaveCount(0);
    const main = crm.page.getByRole('button', { name: `Copy Single-Use Link: ${link}`, exact: true });
    expect(await crm.copied(() => main.click())).toMatch(SINGLE_USE_URL);
    expect((await request.get(`${local.serviceUrl}/l/helena-briefing`)).status()).toBe(410);
});
