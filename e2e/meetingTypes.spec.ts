import { expectAccessible } from './support/axe.ts';
import { connectAs } from './support/salesforce.ts';
import { expect, test } from './support/test.ts';

test('a rep makes a personal meeting type with a question; an admin locks it, and it stays as it is', async ({
    crm
}) => {
    const { page } = crm;
    const title = `Onboarding ${Date.now()}`;
    await crm.open();
    await crm.openTab('Meeting Types');
    await page.getByRole('button', { name: 'New meeting type' }).click();
    const editor = page.getByRole('dialog');
    await editor.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(editor.getByText('Complete this field.')).toBeVisible();
    await editor.getByRole('textbox', { name: 'Title' }).fill(title);
    await editor.getByRole('button', { name: 'Add question' }).click();
    await editor.getByRole('textbox', { name: 'Question', exact: true }).fill('Which team is it for?');
    // The box itself is drawn by its label.
    await editor.getByText('An answer is required').click();
    await expectAccessible(page, 'the editor of a meeting type');
    await editor.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Meeting type saved')).toBeVisible();
    await expect(editor).toHaveCount(0);
    const row = page.getByRole('listitem').filter({ hasText: title });
    await expect(row.getByText('30 min · Questions: 1 · Single-use links: Allowed')).toBeVisible();
    await expect(row.getByText('Personal')).toBeVisible();
    await expectAccessible(page, 'Meeting Types');

    await crm.switchUser('Amara Diallo');
    await crm.openTab('Meeting Types');
    await row.getByRole('button', { name: `Actions for ${title}` }).click();
    await page.getByRole('menuitem', { name: 'Lock', exact: true }).click();
    await expect(row.getByText('Locked')).toBeVisible();

    const julio = connectAs('julio');
    const [type] = await julio.query(`SELECT Id FROM MeetingType__c WHERE Title__c = '${title}'`);
    const change = julio.update('MeetingType__c', String(type?.['Id']), { DurationMinutes__c: 60 });
    await expect(change).rejects.toThrow(/This meeting type is locked/);
});
