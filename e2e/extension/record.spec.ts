import { local } from '../support/local.ts';
import { connectAs } from '../support/salesforce.ts';
import { pickFromMenu } from './support/extension.ts';
import { expect, skipWithoutExtensions, test } from './support/test.ts';

const LINK = 'Intro call with Julio';
const LEAD = 'Chloé Lefèvre-Beaumont';

skipWithoutExtensions();

test('a single-use link copied while a Lead is on screen belongs to the Lead', async ({ extension }) => {
    const salesforce = connectAs('julio');
    const [lead] = await salesforce.query(`SELECT Id FROM Lead WHERE Name = '${LEAD}'`);
    const leadId = String(lead?.['Id']);
    const mintedFor = `SELECT Id FROM SingleUseLink__c WHERE Lead__c = '${leadId}' AND CopiedFrom__c = 'Chrome Extension'`;
    await (await extension.signIn()).close();
    const tab = await extension.context.newPage();
    await tab.goto(`${local.orgUrl}/lightning/r/Lead/${leadId}/view`, { waitUntil: 'commit' });

    const popup = await extension.open('popup');
    const binding = popup.getByRole('checkbox', { name: `New single-use links belong to ${LEAD} (Lead)` });
    await expect(binding).toBeChecked();
    await extension.copied(popup, () => pickFromMenu(popup, LINK, 'Copy Single-Use Link'));
    await expect(popup.getByRole('status').filter({ hasText: `Single-use link for ${LEAD} copied` })).toBeVisible();
    expect(await salesforce.query(mintedFor)).toHaveLength(1);

    await binding.uncheck();
    await extension.copied(popup, () => pickFromMenu(popup, LINK, 'Copy Single-Use Link'));
    expect(await salesforce.query(mintedFor)).toHaveLength(1);
});
