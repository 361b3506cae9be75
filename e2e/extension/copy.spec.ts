import { refuseClipboard } from '../support/clipboard.ts';
import { local } from '../support/local.ts';
import { newPerson } from '../support/prospect.ts';
import { connectAs } from '../support/salesforce.ts';
import { linkNamed, pickFromMenu } from './support/extension.ts';
import { expect, skipWithoutExtensions, test } from './support/test.ts';

const LINK = 'Intro call with Julio';

skipWithoutExtensions();

test('a rep signs in, copies the reusable link and a single-use link that is booked once', async ({
    extension,
    prospect
}) => {
    const popup = await extension.signIn();
    const reusable = await extension.copied(popup, () =>
        popup.getByRole('button', { name: `Copy Link: ${LINK}`, exact: true }).click()
    );
    expect(reusable).toBe(`${local.serviceUrl}/l/julio-intro`);

    const single = await extension.copied(popup, () => pickFromMenu(popup, LINK, 'Copy Single-Use Link'));
    expect(single).toMatch(new RegExp(`^${local.serviceUrl}/s/[a-z0-9]{32}$`));
    await prospect.book(single, newPerson());
    await prospect.open(single, 410);

    const next = await extension.copied(popup, () => pickFromMenu(popup, LINK, 'Copy Single-Use Link'));
    expect(next).not.toBe(single);
    await prospect.open(next);
});

test('the popup finds links as one types, in My Links and in the Links Library', async ({ extension }) => {
    const popup = await extension.signIn();
    await expect(linkNamed(popup, LINK)).toBeVisible();
    await popup.getByRole('searchbox', { name: 'Search links' }).fill('deep dive');
    await expect(popup.getByRole('listitem')).toHaveCount(1);
    await popup.getByRole('searchbox').fill('nothing like it');
    await expect(popup.getByText('No link matches “nothing like it”.')).toBeVisible();
    await popup.getByRole('searchbox').fill('');
    await popup.getByRole('tab', { name: 'My Links' }).press('ArrowRight');
    await expect(popup.getByRole('tab', { name: 'Links Library' })).toBeFocused();
    await expect(popup.getByRole('tab', { name: 'Links Library' })).toHaveAttribute('aria-selected', 'true');
});

test('the Links Library shows who shared a link, and copies it', async ({ extension, prospect }) => {
    const [shared] = await connectAs('amara').query(
        `SELECT Name, Owner.Name FROM BookingLink__c WHERE IsInLibrary__c = true AND IsActive__c = true AND Owner.Name != 'Julio Reyes' AND MeetingType__r.SingleUsePolicy__c = 'Required' LIMIT 1`
    );
    const name = String(shared?.['Name']);
    const popup = await extension.signIn();
    await popup.getByRole('tab', { name: 'Links Library' }).click();
    const owner = (shared?.['Owner'] as { Name: string }).Name;
    await expect(linkNamed(popup, name).getByText(`Shared by ${owner}`)).toBeVisible();
    const copy = linkNamed(popup, name).getByRole('button', { name: `Copy Single-Use Link: ${name}`, exact: true });
    await prospect.open(await extension.copied(popup, () => copy.click()));
});

test('a link that nobody could book says why and cannot be copied', async ({ extension }) => {
    const salesforce = connectAs('julio');
    const [type] = await salesforce.query(`SELECT MeetingType__c FROM BookingLink__c WHERE Slug__c = 'julio-intro'`);
    const name = 'Switched-off intro call';
    await salesforce.create('BookingLink__c', {
        ...{ Name: name, Slug__c: `off-${Date.now()}`, MeetingType__c: String(type?.['MeetingType__c']) },
        IsActive__c: false
    });
    const popup = await extension.signIn();
    await expect(linkNamed(popup, name).getByText('Nobody can book it')).toBeVisible();
    await expect(linkNamed(popup, name).getByRole('button')).toHaveCount(0);
});

test('the keyboard alone finds a link and copies a single-use one', async ({ extension, prospect }) => {
    const popup = await extension.signIn();
    await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await expect(popup.getByRole('searchbox', { name: 'Search links' })).toBeFocused();
    await popup.keyboard.type('intro call with julio');
    await expect(popup.getByRole('listitem')).toHaveCount(1);
    for (const role of ['tab', 'button', 'button'] as const) {
        await popup.keyboard.press('Tab');
        await expect(popup.locator(':focus')).toHaveRole(role);
    }
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('menuitem', { name: 'Copy Link', exact: true })).toBeFocused();
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('status').filter({ hasText: 'Single-use link copied' })).toBeVisible();
    await expect(popup.getByRole('button', { name: `More ways to copy ${LINK}` })).toBeFocused();
    await prospect.open(await popup.evaluate(() => navigator.clipboard.readText()));
});

test('a clipboard that refuses leaves the link selected in a field', async ({ extension, prospect }) => {
    const popup = await extension.signIn();
    await refuseClipboard(popup);
    await pickFromMenu(popup, LINK, 'Copy Single-Use Link');
    const field = popup.getByRole('textbox', { name: 'Link to copy' });
    await expect(field).toBeFocused();
    const url = await field.inputValue();
    const selected = await field.evaluate((input: HTMLInputElement) =>
        input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)
    );
    expect(selected).toBe(url);
    await prospect.open(url);
});
