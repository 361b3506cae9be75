import type { Locator } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import type { Crm } from './support/crm.ts';
import { dialogOf, expectNoOverflow, expectOneBooking } from './support/places.ts';
import { connectAs, createOriginal } from './support/salesforce.ts';
import { expect, test } from './support/test.ts';

const NAME = 'Keyboard call';
const EDITED = 'Keyboard call, edited';
const PHONE = { width: 360, height: 740 };

async function press(crm: Crm, button: Locator): Promise<void> {
    await crm.tabTo(button);
    await crm.page.keyboard.press('Enter');
}

async function chooseAction(crm: Crm, linkName: string, action: string): Promise<void> {
    const { page } = crm;
    await press(crm, page.getByRole('button', { name: `Actions for ${linkName}`, exact: true }));
    const items = page.getByRole('menuitem');
    await expect(items.first()).toBeFocused();
    const index = (await items.allTextContents()).findIndex((text) => text.trim() === action);
    for (let steps = 0; steps < index; steps += 1) await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: action, exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialogOf(crm)).toBeVisible();
}

/** Goes on to the step that shows this, and looks at it. */
async function goOn(crm: Crm, shows: string): Promise<void> {
    const dialog = dialogOf(crm);
    await press(crm, dialog.getByRole('button', { name: 'Next' }));
    await expect(dialog.getByText(shows).first()).toBeVisible();
    await expectAccessible(crm.page, `the wizard at ${shows}`);
    await expectNoOverflow(crm.page, `the wizard at ${shows}`);
}

test('on a phone of 360 pixels and with the keyboard alone a link is edited and cloned, and the clone’s copy books once', async ({
    crm
}) => {
    const { page } = crm;
    const { id } = await createOriginal(NAME);
    await page.setViewportSize(PHONE);
    await crm.open('/lightning/n/MyLinks');
    await crm.tabTo(page.getByLabel('Search your links'));
    await page.keyboard.type('keyboard');
    await expect(page.getByText('Links found: 1')).toBeAttached();

    const dialog = dialogOf(crm);
    await chooseAction(crm, NAME, 'Edit');
    await expect(dialog.getByText('What do prospects book?')).toBeVisible();
    await expectAccessible(page, 'the first step of the wizard');
    await expectNoOverflow(page, 'the first step of the wizard');
    await goOn(crm, 'Who is met?');
    await goOn(crm, 'Address');
    await crm.tabTo(dialog.getByLabel('Name'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(EDITED);
    await goOn(crm, EDITED);
    await press(crm, dialog.getByRole('button', { name: 'Save' }));
    await expect(dialog.getByText(`${EDITED} is saved`)).toBeVisible();
    await press(crm, dialog.getByRole('button', { name: 'Close', exact: true }).last());
    await expect(dialog).toHaveCount(0);
    const [saved] = await connectAs('julio').query(`SELECT Name FROM BookingLink__c WHERE Id = '${id}'`);
    expect(saved?.['Name']).toBe(EDITED);

    await chooseAction(crm, EDITED, 'Clone');
    await goOn(crm, 'Who is met?');
    await goOn(crm, 'Address');
    await goOn(crm, `Copy of ${EDITED}`);
    await press(crm, dialog.getByRole('button', { name: 'Save' }));
    const copy = dialog.getByRole('button', { name: `Copy Single-Use Link: Copy of ${EDITED}` });
    await expect(copy).toBeVisible();
    await expectAccessible(page, 'the end of the wizard');
    await expectNoOverflow(page, 'the end of the wizard');
    await expectOneBooking(await crm.copied(() => press(crm, copy)));
});
