import { expectAccessible } from './support/axe.ts';
import { local } from './support/local.ts';
import { bookForLead, findLead, letBegin, MeetingLogs, readCsv } from './support/meetingLogs.ts';
import { expectNoOverflow } from './support/places.ts';
import { newPerson } from './support/prospect.ts';
import { connectAs, meetingsOf } from './support/salesforce.ts';
import { bookByApi } from './support/service.ts';
import { expect, test } from './support/test.ts';

const LEAD = 'Łukasz Szczęśniewski';
const SLUG = 'julio-intro';
const PHONE = { width: 360, height: 740 };

let leadId = '';

test.beforeAll(async () => {
    leadId = await findLead(LEAD);
});

for (const { role, user, colleague } of [
    { role: 'Rep', user: undefined, colleague: 'Grace Okafor' },
    { role: 'Admin', user: 'Amara Diallo', colleague: 'Priya Nair' }
]) {
    test(`as ${role}: reschedule, reassign, cancel, and a replacement that admits one booking`, async ({ crm }) => {
        const { person } = await bookForLead(SLUG, leadId, `Changed${role}`);
        const logs = new MeetingLogs(crm);
        const who = person.lastName;
        await crm.open();
        if (user !== undefined) await crm.switchUser(user);
        await crm.open('/lightning/n/MeetingLogs');
        await logs.search(who);
        await expect(crm.meetingRows(who)).toHaveCount(1);

        await logs.choose(who, 'Reschedule');
        await logs.dialog.getByRole('button', { name: 'Later days' }).click();
        await logs.dialog.locator('[data-id="free-time"]').first().click();
        await expectAccessible(crm.page, 'the dialog that reschedules');
        await logs.confirm(who, 'Reschedule', 'Rescheduled');

        await logs.choose(who, 'Cancel meeting');
        await logs.dialog.getByLabel('Reason (optional)').fill('The room burnt down.');
        await expectAccessible(crm.page, 'the dialog that cancels');
        await logs.confirm(who, 'Cancel meeting', 'Canceled');

        await logs.choose(who, 'Make a replacement link');
        const url = await crm.copied(() =>
            logs.dialog.getByRole('button', { name: 'Make a replacement link', exact: true }).click()
        );
        await expect(crm.toast('Replacement link copied')).toBeVisible();
        await bookByApi(url, newPerson(`Replaced${role}`));
        expect((await fetch(url)).status).toBe(410);
        await expect.poll(() => meetingsOf(`Replaced${role}`), { timeout: 30_000 }).toHaveLength(1);

        const other = `Replaced${role}`;
        await logs.search(other);
        await expect(crm.meetingRows(other)).toHaveCount(1);
        await logs.choose(other, 'Reassign host');
        await logs.dialog.getByLabel('Search people').fill(colleague);
        await logs.dialog.getByText(colleague).click();
        await expectAccessible(crm.page, 'the dialog that reassigns');
        if (role === 'Admin') return logs.confirm(other, 'Reassign host', colleague);
        // A rep sees own meetings: this one is somebody else's now.
        await logs.dialog.getByRole('button', { name: 'Reassign host', exact: true }).click();
        await expect(crm.toast('Host changed')).toContainText('it left your list');
        await expect(crm.meetingRows(other)).toHaveCount(0);
        return expect(logs.dialog).toHaveCount(0);
    });
}

test('a meeting that has begun is a no-show, and is none again, as rep and as admin', async ({ crm }) => {
    const { id, person } = await bookForLead(SLUG, leadId, 'Missed');
    await letBegin(id);
    const logs = new MeetingLogs(crm);
    const who = person.lastName;
    await crm.open('/lightning/n/MeetingLogs');
    for (const user of ['Julio Reyes', 'Amara Diallo']) {
        if (user !== 'Julio Reyes') await crm.switchUser(user);
        await logs.search(who);
        await logs.choose(who, 'Mark as no-show');
        await logs.confirm(who, 'Mark as no-show', 'No-Show');
        await logs.choose(who, 'Undo no-show');
        await logs.confirm(who, 'Undo no-show', 'Rescheduled');
    }
});

test('a meeting that was not booked through the service is refused, in words, and the row stays', async ({ crm }) => {
    const logs = new MeetingLogs(crm);
    await crm.open('/lightning/n/MeetingLogs');
    await logs.search('Hernández');
    await logs.choose('Hernández', 'Cancel meeting');
    await logs.dialog.getByRole('button', { name: 'Cancel meeting', exact: true }).click();
    await expect(logs.dialog.getByRole('alert')).toContainText('The booking service does not know this meeting');
    await expectAccessible(crm.page, 'a refusal');
    await logs.dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await expect(crm.meetingRows('Hernández')).toContainText('Scheduled');
});

test('filters, Hide Single-Use Links and the export narrow alike, and a hostile name is text in the file', async ({
    crm
}) => {
    await bookForLead(SLUG, leadId, { ...newPerson(), firstName: '=cmd()', lastName: 'Hostile "x", y' });
    const logs = new MeetingLogs(crm);
    const { page } = crm;
    await crm.open('/lightning/n/MeetingLogs');
    await expect(crm.meetingRows('Hostile')).toHaveCount(1);
    await logs.card.getByRole('button', { name: 'Show filters' }).click();
    await logs.card.getByRole('combobox', { name: 'Link Type' }).click();
    await page.getByRole('option', { name: 'Single-Use' }).click();
    await expect(crm.meetingRows('Standard')).toHaveCount(0);
    await expect(crm.meetingRows('Hostile')).toHaveCount(1);
    await expectAccessible(page, 'Meeting Logs with filters');
    await crm.hideSingleUse(true);
    await expect(logs.card.getByText('No meeting matches')).toBeVisible();
    await crm.hideSingleUse(false);

    await logs.card.getByRole('button', { name: 'Export CSV' }).click();
    await expect(logs.dialog.getByText(/meetings are in the file/)).toBeVisible();
    await expectAccessible(page, 'the export');
    const download = page.waitForEvent('download');
    await logs.dialog.getByRole('link', { name: 'Save File' }).click();
    const [head = [], ...lines] = await readCsv(await download);
    const column = (name: string): number => head.indexOf(name);
    const all = await connectAs('julio').query("SELECT Id FROM Meeting__c WHERE LinkType__c = 'Single-Use'");
    expect(lines).toHaveLength(all.length);
    expect(new Set(lines.map((line) => line[column('Link Type')]))).toEqual(new Set(['Single-Use']));
    expect(lines.map((line) => line[column('Prospect')])).toContain('\'=cmd() Hostile "x", y');
    for (const cell of lines.flat()) expect(cell).not.toMatch(/^[=+\-@]/);
});

for (const theme of ['slds1', 'slds2'] as const) {
    test(`on a phone of 360 pixels meetings are cards, changed with the keyboard alone, in the look ${theme}`, async ({
        crm
    }) => {
        const { page } = crm;
        const who = `Ada Phone${theme}`;
        await bookForLead(SLUG, leadId, `Phone${theme}`);
        await page.setViewportSize(PHONE);
        await page.context().addCookies([{ name: 'devOrgTheme', value: theme, url: local.orgUrl }]);
        await crm.open('/lightning/n/MeetingLogs');
        const logs = new MeetingLogs(crm);
        await logs.search(who);
        const menu = page.getByRole('button', { name: `Actions for the meeting with ${who}`, exact: true });
        await crm.tabTo(menu);
        await expectAccessible(page, 'Meeting Logs as cards');
        await page.keyboard.press('Enter');
        const cancel = page.getByRole('menuitem', { name: 'Cancel meeting', exact: true });
        await expect(page.getByRole('menuitem', { name: 'Open meeting', exact: true })).toBeFocused();
        for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ArrowDown');
        await expect(cancel).toBeFocused();
        await page.keyboard.press('Enter');
        const confirm = logs.dialog.getByRole('button', { name: 'Cancel meeting', exact: true });
        await expect(confirm).toBeVisible();
        await crm.tabTo(confirm);
        await expectAccessible(page, 'the dialog that cancels, on a phone');
        await page.keyboard.press('Enter');
        await expect(logs.card.getByRole('listitem').filter({ hasText: who })).toContainText('Canceled');
        await expect(logs.dialog).toHaveCount(0);
        await expect(menu).toBeFocused();
        await expectNoOverflow(page, 'Meeting Logs as cards');
    });
}
