import { local } from '../support/local.ts';
import type { Page } from '@playwright/test';
import { connectAs } from '../support/salesforce.ts';
import type { Extension } from './support/extension.ts';
import { expect, skipWithoutExtensions, test } from './support/test.ts';

const EDITORS = `<!doctype html><title>Mail</title>
    <label>Plain <textarea>Hello </textarea></label>
    <div role="textbox" aria-label="Rich" contenteditable>Hello&nbsp;</div>
    <p tabindex="0">Nothing to edit</p>`;

skipWithoutExtensions();

/** A page of somebody else's with a plain and a rich field, and the id of the link to insert. */
async function writeMail(extension: Extension): Promise<{ page: Page; linkId: string }> {
    const [link] = await connectAs('julio').query(`SELECT Id FROM BookingLink__c WHERE Slug__c = 'julio-intro'`);
    await (await extension.signIn()).close();
    const page = await extension.context.newPage();
    const address = `${local.serviceUrl}/editors`;
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: EDITORS }));
    await page.goto(address);
    return { page, linkId: String(link?.['Id']) };
}

test('a single-use link lands at the caret of a text field, and can be undone', async ({ extension, prospect }) => {
    const { page, linkId } = await writeMail(extension);
    const field = page.getByLabel('Plain');
    await field.press('Control+End');
    await extension.clickMenu(page, `insert:${linkId}`);
    await expect(field).toHaveValue(new RegExp(`^Hello ${local.serviceUrl}/s/[a-z0-9]{32}$`));
    await prospect.open((await field.inputValue()).replace('Hello ', ''));
    await field.press('Control+z');
    await expect(field).toHaveValue('Hello ');
});

test('a rich editor gets a hyperlink that names the meeting', async ({ extension, prospect }) => {
    const { page, linkId } = await writeMail(extension);
    await page.getByRole('textbox', { name: 'Rich' }).press('Control+End');
    await extension.clickMenu(page, `insert:${linkId}`);
    const link = page.getByRole('textbox', { name: 'Rich' }).getByRole('link', { name: 'Intro call' });
    await expect(link).toHaveAttribute('href', new RegExp(`^${local.serviceUrl}/s/[a-z0-9]{32}$`));
    await prospect.open((await link.getAttribute('href')) ?? '');
});

test('three times come along as text', async ({ extension }) => {
    const { page, linkId } = await writeMail(extension);
    const field = page.getByLabel('Plain');
    await field.press('Control+End');
    await extension.clickMenu(page, `insertTimes:${linkId}`);
    await expect(field).toHaveValue(
        /^Hello Would one of these times suit you\?\n(• .+ E[SD]T\n){3}Book it, or another one, here:\nhttp\S+$/
    );
});

test('no link is made where none can be inserted, and the popup says why', async ({ extension }) => {
    const { page, linkId } = await writeMail(extension);
    const salesforce = connectAs('julio');
    const minted = `SELECT Id FROM SingleUseLink__c WHERE CopiedFrom__c = 'Chrome Extension'`;
    const before = (await salesforce.query(minted)).length;
    await page.getByText('Nothing to edit').focus();
    await extension.clickMenu(page, `insert:${linkId}`);
    await extension.waitForLeftover();
    const popup = await extension.open('popup');
    await expect(popup.getByRole('alert').filter({ hasText: 'the field does not take text' })).toBeVisible();
    expect(await salesforce.query(minted)).toHaveLength(before);
});
