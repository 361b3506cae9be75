import { newPerson } from './support/prospect.ts';
import { connectAs, createOriginal, mintLink } from './support/salesforce.ts';
import { expect, test } from './support/test.ts';
import type { Crm } from './support/crm.ts';

const anHourAgo = (): string => new Date(Date.now() - 3_600_000).toISOString();

/** Opens a new Lead that has one expired single-use link of this original. */
async function openLeadWithExpiredLink(crm: Crm, slug: string): Promise<void> {
    const { lastName } = newPerson('Expired');
    const leadId = await connectAs('julio').create('Lead', { LastName: lastName, Company: 'Late Replies' });
    await mintLink(slug, { Lead__c: leadId, ExpiresAt__c: anHourAgo() });
    await crm.open(`/lightning/r/Lead/${leadId}/view`);
}

test('a link that has expired is replaced in one action: the successor books, belongs to the Lead and shows the chain', async ({
    crm,
    newProspect
}) => {
    await openLeadWithExpiredLink(crm, 'julio-intro');
    const timeline = crm.card('Link Timeline');
    const replace = timeline.getByRole('button', { name: /^Replace SUL-/ });
    const number = (await replace.getAttribute('aria-label'))?.replace('Replace ', '') ?? '';

    const url = await crm.copied(() => replace.click());
    await expect(crm.toast('Single-use link copied')).toBeVisible();
    await expect(timeline.getByText(`Replaces ${number}.`)).toBeVisible();
    await expect(timeline.getByText(/Replaced by SUL-/)).toBeVisible();
    await expect(replace).toHaveCount(0);
    await expect(timeline.getByRole('button', { name: 'Refresh' })).toBeFocused();

    const booker = newPerson('Successor');
    await (await newProspect()).book(url, booker);
    await crm.refreshUntil(1, `${booker.firstName} ${booker.lastName}`, 'Single-Use');
});

test('a link whose original has expired says so in place of Replace', async ({ crm }) => {
    const original = await createOriginal('Winter fair');
    await connectAs('julio').update('BookingLink__c', original.id, { ExpiresAt__c: anHourAgo() });
    await openLeadWithExpiredLink(crm, original.slug);
    const timeline = crm.card('Link Timeline');
    await expect(timeline.getByText('It cannot be replaced')).toBeVisible();
    await expect(timeline.getByRole('button', { name: /^Replace/ })).toHaveCount(0);
});
