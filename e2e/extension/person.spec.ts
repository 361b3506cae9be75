import { connectAs } from '../support/salesforce.ts';
import { expectAccessible } from '../support/axe.ts';
import type { Extension } from './support/extension.ts';
import { pickFromMenu } from './support/extension.ts';
import { expect, skipWithoutExtensions, test } from './support/test.ts';

const LINK = 'Intro call with Julio';

skipWithoutExtensions();

/** Signs in and opens a page of a well-known site; nothing leaves this machine. */
async function look(extension: Extension, address: string, html: string): Promise<void> {
    await (await extension.signIn()).close();
    await extension.context.route(`${new URL(address).origin}/**`, (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Elsewhere</title>${html}` })
    );
    const tab = await extension.context.newPage();
    await tab.goto(address);
}

test('the sender of a mail on screen is found in Salesforce on a click, and gets the link', async ({ extension }) => {
    const salesforce = connectAs('julio');
    const [lead] = await salesforce.query(`SELECT Id, Name, Email FROM Lead WHERE Name = 'Siobhán Ní Dhomhnaill'`);
    const mail = `<div role="main"><span email="${String(lead?.['Email'])}">Siobhán</span></div>`;
    await look(extension, 'https://mail.google.com/mail/u/0/', mail);

    const popup = await extension.open('popup');
    const find = popup.getByRole('button', { name: 'Find the person in view in Salesforce' });
    await find.click();
    const person = popup.getByRole('radio', { name: new RegExp(`^${String(lead?.['Name'])}.*\\(Lead\\)$`) });
    await expect(person).toBeChecked();
    await expect(person).toBeFocused();
    await expectAccessible(popup, 'a person was found');
    await extension.copied(popup, () => pickFromMenu(popup, LINK, 'Copy Single-Use Link'));
    const minted = `SELECT Id FROM SingleUseLink__c WHERE Lead__c = '${String(lead?.['Id'])}' AND CopiedFrom__c = 'Chrome Extension' ORDER BY CreatedDate DESC`;
    const before = (await salesforce.query(minted)).length;
    expect(before).toBeGreaterThan(0);

    await popup.getByRole('radio', { name: 'Nobody in particular' }).check();
    await extension.copied(popup, () => pickFromMenu(popup, LINK, 'Copy Single-Use Link'));
    expect(await salesforce.query(minted)).toHaveLength(before);
});

test('a profile that Salesforce does not know says so', async ({ extension }) => {
    await look(extension, 'https://www.linkedin.com/in/nobody', '<main><h1>Nobody Known-Here</h1></main>');
    const popup = await extension.open('popup');
    await popup.getByRole('button', { name: 'Find the person in view in Salesforce' }).click();
    await expect(popup.getByRole('status').filter({ hasText: 'Salesforce knows nobody in view.' })).toBeVisible();
});

test('a page without a person asks to open one', async ({ extension }) => {
    await look(extension, 'https://mail.google.com/mail/u/0/', '<div role="main">Nothing here</div>');
    const popup = await extension.open('popup');
    const find = popup.getByRole('button', { name: 'Find the person in view in Salesforce' });
    await find.click();
    await expect(popup.getByRole('alert').filter({ hasText: 'No address and no name is in view.' })).toBeVisible();
    await expect(find).toBeEnabled();
});
