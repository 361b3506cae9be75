import { expectAccessible } from './support/axe.ts';
import type { Crm } from './support/crm.ts';
import { local } from './support/local.ts';
import { findLead } from './support/meetingLogs.ts';
import { dialogOf, expectNoOverflow } from './support/places.ts';
import { expect, test } from './support/test.ts';

const LINK = 'Intro call with Julio';
const LEAD = 'Siobhán Ní Dhomhnaill';
const PHONE = { width: 360, height: 740 };
/** What a browser of 1280 pixels shows at 200 %. */
const ZOOMED = { width: 640, height: 400 };

type PageToFit = [path: string, shows: string | RegExp];
const REP_PAGES: PageToFit[] = [
    ['/lightning/n/AdmitOneHome', /^Show as table/],
    ['/lightning/n/MyLinks', LINK],
    ['/lightning/n/Calendars', LINK],
    ['/lightning/n/MeetingLogs', /^Meetings shown/],
    ['/lightning/n/MyAvailability', /hours a week/],
    ['/lightning/n/MeetingTypes', 'Technical deep dive']
];
const ADMIN_PAGES: PageToFit[] = [
    ['/lightning/n/HostPools', /^Due: /],
    ['/lightning/n/SyncHealth', 'Explain This Link'],
    ['/lightning/n/LinkManagement', LINK]
];

async function expectFits(crm: Crm, [path, shows]: PageToFit): Promise<void> {
    await crm.open(path);
    await expect(crm.page.getByText(shows).first()).toBeVisible();
    await expectAccessible(crm.page, path);
    await expectNoOverflow(crm.page, path);
}

for (const theme of ['slds1', 'slds2'] as const) {
    for (const [size, viewport] of [
        ['360 pixels', PHONE],
        ['200 % zoom', ZOOMED]
    ] as const) {
        test.describe(`at ${size}, in the look ${theme}`, () => {
            test.beforeEach(async ({ crm }) => {
                await crm.page.setViewportSize(viewport);
                await crm.page.context().addCookies([{ name: 'devOrgTheme', value: theme, url: local.orgUrl }]);
            });

            test('a rep’s pages fit and have no violation', async ({ crm }) => {
                for (const page of REP_PAGES) await expectFits(crm, page);
                await expectFits(crm, [`/lightning/r/Lead/${await findLead(LEAD)}/view`, LINK]);
            });

            test('an admin’s pages fit and have no violation', async ({ crm }) => {
                await crm.open();
                await crm.switchUser('Amara Diallo');
                for (const page of ADMIN_PAGES) await expectFits(crm, page);
                await crm.page.getByRole('tab', { name: 'Managed Links' }).click();
                await crm.page.getByRole('button', { name: 'View Links: Office hours' }).click();
                await expect(dialogOf(crm).getByText('Priya Nair')).toBeVisible();
                await expectAccessible(crm.page, 'View Links');
            });
        });
    }
}
