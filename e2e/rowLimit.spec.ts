import { expect, test } from '@playwright/test';
import { seedLarge } from '../dev-org/seed/large.ts';
import { seedNexora } from '../dev-org/seed/nexora.ts';
import { startDevOrg } from '../dev-org/src/devOrg.ts';
import type { DevOrg } from '../dev-org/src/devOrg.ts';
import { Crm } from './support/crm.ts';
import { PROJECT_DIR } from './support/local.ts';
import { MAX_ROWS, RowCounter } from './support/rowCounter.ts';

const LINKS = 1_000;
const MEETINGS = 1_000;

let org: DevOrg;

/** An org of its own with more links and meetings than one request may answer. */
test.beforeAll(async () => {
    org = await startDevOrg({
        projectDir: PROJECT_DIR,
        shell: true,
        connectedApp: { clientId: 'row-limit' },
        seed: (store, { now }) => {
            const { userIds } = seedNexora(store, { now });
            const hosts = [
                { id: userIds.julio, name: 'Julio Reyes' },
                { id: userIds.priya, name: 'Priya Nair' }
            ];
            const owners = { hosts, integrationId: userIds.integration };
            seedLarge(store, { now, sizes: { links: LINKS, meetings: MEETINGS }, owners });
        }
    });
    await org.warmUp();
});
test.afterAll(() => org.close());

const TABS: [tab: string, shows: string | RegExp][] = [
    ['AdmitOneHome', /^Show as table/],
    ['MyLinks', 'Show more'],
    ['MeetingLogs', 'Load more'],
    ['Calendars', 'Show more'],
    ['MeetingTypes', 'Large: call']
];

test('no page asks for more than 200 rows at once, however many there are', async ({ page }) => {
    const crm = new Crm(page, org.url);
    const rows = new RowCounter(page);
    for (const [tab, shows] of TABS) {
        await crm.open(`/lightning/n/${tab}`);
        await expect(page.getByText(shows).first()).toBeVisible();
    }
    await crm.open('/lightning/n/MyLinks');
    const tiles = crm.card('My Links').getByRole('button', { name: /^More ways to copy Large: call/ });
    for (let shown = 1; shown < 10; shown += 1) {
        await page.getByRole('button', { name: 'Show more' }).click();
        await expect.poll(() => tiles.count()).toBeGreaterThan(shown * 24);
    }
    expect(await rows.longest()).toBeLessThan(MAX_ROWS);
    await crm.card('My Links').getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => rows.longest()).toBe(MAX_ROWS);

    await crm.open('/lightning/n/MeetingLogs');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await expect(page.getByText(/^\d+ meetings are in the file/)).toBeVisible();
    expect(rows.lengths.filter((length) => length === MAX_ROWS).length).toBeGreaterThan(2);

    await crm.open();
    await crm.switchUser('Amara Diallo');
    await crm.open('/lightning/n/LinkManagement');
    for (let pages = 1; pages < 4; pages += 1) {
        await page.getByRole('button', { name: 'Show more' }).click();
        await expect(page.getByText(new RegExp(`^Links shown: ${50 * (pages + 1)}`))).toBeVisible();
    }
    await page.getByRole('tab', { name: 'Managed Links' }).click();
    await page.getByRole('button', { name: 'View Links: Large: managed 0000' }).click();
    await expect(page.getByRole('dialog').getByText('Priya Nair')).toBeVisible();
    expect(await rows.longest()).toBe(MAX_ROWS);
});
