import { local } from '../support/local.ts';
import { expectAccessible } from '../support/axe.ts';
import { linkNamed, pickFromMenu } from './support/extension.ts';
import { expect, skipWithoutExtensions, test } from './support/test.ts';

const LINK = 'Intro call with Julio';

skipWithoutExtensions();

test('the side panel shows unused links and revokes one for good', async ({ extension, prospect }) => {
    const panel = await extension.signIn('sidePanel');
    await expect(panel.getByRole('heading', { name: 'Today’s meetings' })).toBeVisible();
    const unused = panel.getByRole('button', { name: /^Revoke the link / });
    await expect(unused).not.toHaveCount(0);
    const before = await unused.count();
    const url = await extension.copied(panel, () => pickFromMenu(panel, LINK, 'Copy Single-Use Link'));
    // The newest comes first, once the list has been read again.
    await expect(unused).toHaveCount(before + 1);
    await panel
        .getByRole('button', { name: `Revoke the link ${LINK}`, exact: true })
        .first()
        .click();
    await panel.getByRole('button', { name: 'Revoke for good?' }).click();
    await expect(panel.getByRole('status').filter({ hasText: 'Link revoked.' })).toBeVisible();
    await prospect.open(url, 410);
});

test('the popup opens the side panel beside the page and makes room', async ({ extension }) => {
    const popup = await extension.signIn();
    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', { name: 'Open side panel' }).click();
    await closed;
    await expect.poll(() => extension.shownPages()).toContain(`chrome-extension://${extension.id}/sidePanel.html`);
});

test('the options are kept, checked, and change the language at once', async ({ extension }) => {
    const options = await extension.open('options');
    const org = options.getByLabel('Salesforce org');
    await expect(org).toHaveValue(local.orgUrl);
    await org.fill('http://acme.my.salesforce.com');
    await options.getByRole('button', { name: 'Save' }).click();
    await expect(org).toHaveAccessibleDescription(/it begins with https/);
    await expect(org).toBeFocused();
    await org.fill('acme.my.salesforce.com');
    await options.getByLabel('The button copies').selectOption('Copy Single-Use Link');
    await options.getByLabel('Language').selectOption('Deutsch');
    await options.getByRole('button', { name: 'Save' }).click();
    await expect(options.getByRole('heading', { name: 'Optionen von Admit One' })).toBeVisible();
    await expect(options.getByLabel('Salesforce-Organisation')).toHaveValue('https://acme.my.salesforce.com');
});

for (const colorScheme of ['light', 'dark'] as const) {
    test(`every page is accessible, ${colorScheme}`, async ({ extension }, info) => {
        const signedOut = await extension.open('popup');
        await signedOut.emulateMedia({ colorScheme });
        await expect(signedOut.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
        await expectAccessible(signedOut, 'signed out');
        await signedOut.screenshot({ path: info.outputPath(`signed-out-${colorScheme}.png`) });
        for (const name of ['popup', 'sidePanel', 'options'] as const) {
            const page = name === 'popup' ? await extension.signIn() : await extension.open(name);
            await page.emulateMedia({ colorScheme });
            if (name === 'options') await expect(page.getByLabel('Consumer key')).toBeVisible();
            else await expect(linkNamed(page, LINK)).not.toHaveCount(0);
            if (name === 'popup') await page.getByRole('button', { name: `More ways to copy ${LINK}` }).click();
            await expectAccessible(page, `${name}, ${colorScheme}`);
            await page.screenshot({ path: info.outputPath(`${name}-${colorScheme}.png`), fullPage: true });
        }
    });
}
