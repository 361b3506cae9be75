import type { Page } from '@playwright/test';
import type { Crm } from './crm.ts';
import { dialogOf } from './places.ts';
import { connectAs } from './salesforce.ts';

/** A screen made of our components, and how to come to it from anywhere. */
export interface ComponentScreen {
    name: string;
    open(crm: Crm): Promise<void>;
}

const LINK = 'Intro call with Julio';
const FIND_PEOPLE = 'Find people and public groups to add';

const tab = (name: string, apiName: string, shows: string | RegExp): ComponentScreen => ({
    name,
    open: async (crm) => {
        await crm.open(`/lightning/n/${apiName}`);
        await crm.page.getByText(shows).first().waitFor();
    }
});

/** The screen after something was done on another one. */
const then = (name: string, first: ComponentScreen, act: (page: Page, crm: Crm) => Promise<void>): ComponentScreen => ({
    name,
    open: async (crm) => {
        await first.open(crm);
        await act(crm.page, crm);
    }
});

const record = (objectName: string, condition: string): ComponentScreen => ({
    name: `record-${objectName.toLowerCase()}`,
    open: async (crm) => {
        const [found] = await connectAs('amara').query(`SELECT Id FROM ${objectName} WHERE ${condition}`);
        await crm.open(`/lightning/r/${objectName}/${String(found?.['Id'])}/view`);
        await crm.menuOf(LINK).waitFor();
    }
});

async function choose(page: Page, menu: RegExp, action: string): Promise<void> {
    await page.getByRole('button', { name: menu }).first().click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
    await page.getByRole('dialog').waitFor();
}

const myLinks = tab('my-links', 'MyLinks', LINK);
const meetingLogs = tab('meeting-logs', 'MeetingLogs', /^Meetings shown/);
const ofMeeting = (name: string, action: string): ComponentScreen =>
    then(name, meetingLogs, async (page, crm) => {
        await crm.card('Meeting Logs').getByLabel('Search prospects, meeting types and hosts').fill('Hernández');
        await page.getByText('Meetings shown: 1', { exact: true }).waitFor();
        await choose(page, /show actions|^Actions for the meeting/i, action);
    });
const wizard = then('wizard-1-type', myLinks, async (page, crm) => {
    await page.getByRole('button', { name: 'New link' }).click();
    await dialogOf(crm).getByText('Intro call · 30 min').click();
});
const wizardHosts = then('wizard-2-hosts', wizard, async (page, crm) => {
    await dialogOf(crm).getByRole('button', { name: 'Next' }).click();
    await dialogOf(crm).getByLabel('Find people and pools to add').fill('a');
    await page.getByText(/hours a week/).waitFor();
});
const wizardDetails = then('wizard-3-details', wizardHosts, async (_page, crm) => {
    await dialogOf(crm).getByRole('button', { name: 'Next' }).click();
    await dialogOf(crm).getByLabel('Name').fill('A call whose name is so long that it has to break somewhere');
});

/** What Julio, a rep, sees. */
export const REP_SCREENS: readonly ComponentScreen[] = [
    tab('home', 'AdmitOneHome', /^Show as table/),
    then('home-table', tab('', 'AdmitOneHome', /^Show as table/), (page) =>
        page.getByRole('button', { name: 'Show as table: Bookings by week' }).click()
    ),
    myLinks,
    then('my-links-list', myLinks, async (page) => {
        await page.getByText('List', { exact: true }).click();
        await page.getByRole('table', { name: 'Booking links' }).waitFor();
    }),
    then('links-library', myLinks, async (page) => {
        await page.getByRole('tab', { name: 'Links Library' }).click();
        await page.getByText('Executive briefing with Helena').first().waitFor();
    }),
    then('unused-links', myLinks, (page) =>
        choose(page, new RegExp(`^Actions for ${LINK}`), 'Unused single-use links')
    ),
    wizard,
    wizardHosts,
    wizardDetails,
    then('wizard-4-review', wizardDetails, (_page, crm) => dialogOf(crm).getByRole('button', { name: 'Next' }).click()),
    tab('calendars', 'Calendars', LINK),
    then('share', tab('', 'Calendars', LINK), (page) => choose(page, new RegExp(`^Actions for ${LINK}`), 'Share')),
    meetingLogs,
    then('meeting-logs-filters', meetingLogs, async (page) => {
        // Whether they are open is remembered from one visit to the next.
        const show = page.getByRole('button', { name: 'Show filters' });
        const hide = page.getByRole('button', { name: 'Hide filters' });
        await show.or(hide).waitFor();
        if (await show.isVisible()) await show.click();
        await hide.waitFor();
    }),
    then('meeting-logs-export', meetingLogs, async (page) => {
        await page.getByRole('button', { name: 'Export CSV' }).click();
        await page.getByText(/meetings are in the file/).waitFor();
    }),
    ofMeeting('reschedule', 'Reschedule'),
    ofMeeting('reassign', 'Reassign host'),
    ofMeeting('cancel', 'Cancel meeting'),
    tab('my-availability', 'MyAvailability', 'hours a week'),
    tab('meeting-types', 'MeetingTypes', 'Technical deep dive'),
    record('Lead', "Name = 'Wolfgang Müller-Lüdenscheidt'"),
    { ...record('Lead', 'IsConverted = true'), name: 'record-lead-converted' },
    record('Contact', "Name = 'Hamid Karimi'"),
    record('Account', "Name = 'Kestrel Aerospace'"),
    record('Opportunity', "Name = 'Kestrel Aerospace – Supplier portal'"),
    record('Case', "Subject = 'Single sign-on fails after certificate renewal'")
];

const allLinks = tab('all-links', 'LinkManagement', 'Executive briefing with Helena');
const managedLinks = then('managed-links', allLinks, async (page) => {
    await page.getByRole('tab', { name: 'Managed Links' }).click();
    await page.getByRole('button', { name: 'View Links: Office hours' }).waitFor();
});
const meetingTypes = tab('', 'MeetingTypes', 'Technical deep dive');
const managedWizard = then('managed-wizard-1-type', tab('', 'MyLinks', 'New link'), async (page, crm) => {
    await page.getByRole('button', { name: 'New link' }).click();
    await dialogOf(crm).getByRole('button', { name: 'Managed', exact: true }).click();
    await dialogOf(crm).getByText('Technical deep dive · 60 min').click();
});
const managedPeople = then('managed-wizard-2-people', managedWizard, async (_page, crm) => {
    await dialogOf(crm).getByRole('button', { name: 'Next' }).click();
    await dialogOf(crm).getByLabel(FIND_PEOPLE).fill('sales eng');
    await dialogOf(crm).getByRole('button', { name: 'Add Sales Engineers' }).click();
    await dialogOf(crm).getByText('3 people added').waitFor();
});
const managedNames = then('managed-wizard-3-names', managedPeople, async (_page, crm) => {
    await dialogOf(crm).getByRole('button', { name: 'Next' }).click();
    await dialogOf(crm).getByLabel('Name of the managed link').fill('Clinic');
    await dialogOf(crm).getByText('/l/').first().waitFor();
});

/** What Amara, an admin, sees besides. */
export const ADMIN_SCREENS: readonly ComponentScreen[] = [
    allLinks,
    then('all-links-bulk', allLinks, async (page) => {
        await page.getByRole('checkbox', { name: 'Select Spring fair' }).check();
        await page.getByRole('button', { name: 'Revoke single-use links' }).click();
        await page.getByText(/^Revoke \d/).waitFor();
    }),
    managedLinks,
    then('view-links', managedLinks, async (page, crm) => {
        await page.getByRole('button', { name: 'View Links: Office hours' }).click();
        await dialogOf(crm).getByText('Priya Nair').waitFor();
    }),
    then('new-link', tab('', 'MyLinks', 'New link'), (page) => page.getByRole('button', { name: 'New link' }).click()),
    managedWizard,
    managedPeople,
    managedNames,
    then('managed-wizard-4-review', managedNames, (_page, crm) =>
        dialogOf(crm).getByRole('button', { name: 'Next' }).click()
    ),
    then('meeting-type-editor', meetingTypes, async (page) => {
        await choose(page, /^Actions for Executive briefing/, 'Edit Executive briefing');
    }),
    tab('host-pools', 'HostPools', 'Due:'),
    then('host-pool-editor', tab('', 'HostPools', 'Due:'), (page) =>
        page.getByRole('button', { name: 'Edit Sales Engineering' }).click()
    ),
    tab('sync-health', 'SyncHealth', 'Explain This Link'),
    then('explain-link', tab('', 'SyncHealth', 'Explain This Link'), async (page) => {
        await page.getByLabel('Link, token, number or id').fill('SUL-000001');
        await page.getByRole('button', { name: 'Explain', exact: true }).click();
        await page.getByText('SUL-000001').first().waitFor();
    })
];
