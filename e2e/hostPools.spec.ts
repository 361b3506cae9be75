import type { Locator } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import type { Crm } from './support/crm.ts';
import { dialogOf } from './support/places.ts';
import { newPerson } from './support/prospect.ts';
import { connectAs, createOriginal, mintLink } from './support/salesforce.ts';
import { bookByApi } from './support/service.ts';
import { expect, test } from './support/test.ts';

const POOL = 'Onboarding crew';
const MEMBERS = ['Helena Brandt', 'Tomas Lindqvist'];
const BOOKER = 'Pooled';

const rowOf = ({ page }: Crm): Locator => page.getByRole('listitem').filter({ hasText: POOL });

/** How many meetings of late the page says the members of the pool had, all together. */
async function turnsShown(crm: Crm): Promise<number> {
    const turns = rowOf(crm).getByText(/booked in 30 days: \d+/);
    await expect(turns).toHaveCount(MEMBERS.length);
    const counts = (await turns.allTextContents()).map((text) => Number(/days: (\d+)/.exec(text)?.[1]));
    return counts.reduce((sum, count) => sum + count, 0);
}

/** Makes a link with which people meet Julio and one of the pool. @returns its slug */
async function linkToPool(): Promise<string> {
    const { id, slug } = await createOriginal('Pooled call');
    const [pool] = await connectAs('amara').query(`SELECT Id FROM HostPool__c WHERE Name = '${POOL}'`);
    const host = { BookingLink__c: id, Role__c: 'Pool', HostPool__c: pool?.['Id'], Position__c: 1 };
    await connectAs('julio').create('LinkHost__c', host);
    return slug;
}

test('an admin makes a pool with weights; bookings through it go to its members, and the page, which no rep has, shows how fairly', async ({
    crm
}) => {
    const { page } = crm;
    await crm.open();
    await crm.switchUser('Amara Diallo');
    await crm.open('/lightning/n/HostPools');
    await page.getByRole('button', { name: 'New pool' }).click();
    const dialog = dialogOf(crm);
    await dialog.getByLabel('Name').fill(POOL);
    for (const member of MEMBERS) {
        await dialog.getByLabel('Search people').fill(member);
        await dialog.getByText(member, { exact: true }).click();
        await expect(dialog.getByRole('button', { name: `Remove ${member}` })).toBeVisible();
    }
    await dialog.getByLabel(`Weight of ${MEMBERS[0]}`).fill('3');
    await expect(dialog.getByText('Due: 75%')).toBeVisible();
    await expectAccessible(page, 'the editor of a pool');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(crm.toast('Pool saved')).toBeVisible();
    await expect(rowOf(crm).getByText('Due: 75%')).toBeVisible();
    await expect(rowOf(crm).getByText('Due: 25%')).toBeVisible();
    await expectAccessible(page, 'Host Pools');
    const before = await turnsShown(crm);

    const slug = await linkToPool();
    for (let meetings = 0; meetings < 2; meetings += 1) {
        await bookByApi((await mintLink(slug)).url, newPerson(BOOKER));
    }
    const hostNames = async (): Promise<string[]> =>
        (
            await connectAs('amara').query(
                `SELECT HostNames__c FROM Meeting__c WHERE ProspectLastName__c = '${BOOKER}'`
            )
        ).map((meeting) => String(meeting['HostNames__c']));
    await expect.poll(hostNames, { timeout: 30_000 }).toHaveLength(2);
    for (const names of await hostNames()) {
        expect(names).toContain('Julio Reyes');
        expect(MEMBERS.filter((member) => names.includes(member))).toHaveLength(1);
    }
    await page.reload();
    expect(await turnsShown(crm)).toBe(before + 2);

    await crm.switchUser('Julio Reyes');
    await crm.open('/lightning/n/HostPools');
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
});
