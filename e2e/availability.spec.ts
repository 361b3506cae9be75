import { expectAccessible } from './support/axe.ts';
import { connectAs } from './support/salesforce.ts';
import { expect, test } from './support/test.ts';

const WINDOWS = `SELECT Kind__c, Weekday__c, Date__c, StartTime__c, EndTime__c FROM AvailabilityWindow__c WHERE Schedule__r.User__r.Name = 'Helena Brandt'`;

test('a host changes weekly hours, takes a day off and puts the hours back', async ({ crm }) => {
    const salesforce = connectAs('amara');
    const { page } = crm;
    await crm.open();
    await crm.switchUser('Helena Brandt');
    await crm.openTab('My Availability');
    await expect(page.getByText('40 hours a week')).toBeVisible();
    await expectAccessible(page, 'My Availability');

    await page.getByRole('button', { name: 'Remove Friday' }).click();
    await page.getByRole('button', { name: 'Add date' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Enter a date.' })).toBeVisible();
    await expectAccessible(page, 'My Availability with a problem');
    await page.getByLabel('Date', { exact: true }).fill('2026-12-24');
    await page.getByLabel('Date', { exact: true }).press('Tab');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Availability saved')).toBeVisible();
    await expect(page.getByText('32 hours a week')).toBeVisible();
    const changed = await salesforce.query(WINDOWS);
    expect(changed.map(({ Weekday__c }) => Weekday__c)).not.toContain('Friday');
    expect(changed.map(({ Date__c }) => Date__c)).toContain('2026-12-24');

    await page.getByRole('button', { name: 'Remove Thursday, December 24, 2026' }).click();
    await page.getByRole('button', { name: 'Copy to Monday–Friday: Monday' }).click();
    await expect(page.getByText('40 hours a week')).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('You have unsaved changes.')).toBeHidden();
    const restored = await salesforce.query(WINDOWS);
    expect(restored).toHaveLength(5);
    expect(new Set(restored.map(({ StartTime__c }) => StartTime__c)).size).toBe(1);
    expect(new Set(restored.map(({ EndTime__c }) => EndTime__c)).size).toBe(1);
});
