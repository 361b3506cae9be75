import type { Page, Request } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { local } from './support/local.ts';
import { newPerson } from './support/prospect.ts';
import { breakSalesforce, connectAs, meetingsOf, mendSalesforce, mintLink } from './support/salesforce.ts';
import { expect, test } from './support/test.ts';

test.afterEach(() => mendSalesforce());

/** Everything the page has sent since, as one text. */
function recordRequests(page: Page): { sent: Request[]; text: () => string } {
    const sent: Request[] = [];
    page.on('request', (request) => sent.push(request));
    return {
        sent,
        text: () =>
            sent
                .map((request) => `${request.url()} ${JSON.stringify(request.headers())} ${request.postData()}`)
                .join('\n')
    };
}

test('an admin sees what Salesforce refuses and sends it again; the hint makes it happen at once', async ({
    crm,
    newProspect
}) => {
    const { url } = await mintLink('julio-intro');
    await breakSalesforce({
        kind: 'error',
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        fields: ['Location__c'],
        path: '/composite',
        body: 'Meeting__c/BookingUid__c',
        times: 1_000_000
    });
    await (await newProspect()).book(url, newPerson('Parked'));
    await expect.poll(() => meetingsOf('Parked')).toHaveLength(1);
    await mendSalesforce();

    await crm.open();
    await crm.switchUser('Amara Diallo');
    await crm.openTab('Sync Health');
    const row = crm.page.getByRole('listitem').filter({ hasText: '· Parked ·' });
    await expect(row).toContainText('FIELD_CUSTOM_VALIDATION_EXCEPTION');
    await expect(crm.page.getByText('Last heard')).toBeVisible();
    await expect(crm.page.getByRole('listitem').filter({ hasText: 'started' })).toHaveCount(1);
    await expectAccessible(crm.page, 'Sync Health');

    const requests = recordRequests(crm.page);
    await row.getByRole('button', { name: /^Retry / }).click();
    // Longer than a hint takes, shorter than it takes until the next poll.
    await expect(crm.page.getByText('1 of 1 are in Salesforce now.')).toBeVisible({ timeout: 10_000 });
    await expect(row).toHaveCount(0);
    const hints = requests.sent.filter((request) => request.url() === `${local.serviceUrl}/api/v1/hints`);
    expect(hints).toHaveLength(1);
    const [action] = await connectAs('amara').query(
        "SELECT Id FROM MeetingAction__c WHERE Kind__c = 'Retry Sync' ORDER BY CreatedDate DESC LIMIT 1"
    );
    expect(JSON.parse(hints[0]?.postData() ?? '')).toEqual({ recordId: action?.['Id'] });
    expect(hints[0]?.headers()['referer'] ?? '').toBe('');
    expect(hints[0]?.headers()['cookie']).toBeUndefined();
});

test('a rep has no Sync Health, but has a link explained in Calendars without its token being sent', async ({
    crm
}) => {
    const { url } = await mintLink('julio-deep-dive');
    const token = url.split('/s/')[1] ?? '';
    await crm.open();
    await expect(crm.page.getByRole('link', { name: 'Sync Health' })).toHaveCount(0);
    await crm.openTab('Calendars');
    const requests = recordRequests(crm.page);
    const input = crm.page.getByLabel('Link, token, number or id');
    await input.fill(url);
    await input.press('Enter');
    await expect(crm.page.getByText('Active: it can be booked')).toBeVisible();
    await expect(crm.page.getByText('Julio Reyes, Sales Engineering', { exact: true })).toBeVisible();
    expect(requests.sent.length).toBeGreaterThan(0);
    expect(requests.text()).not.toContain(token);
    await expect(input).toHaveValue('');
    await expectAccessible(crm.page, 'an explained link');

    await test.step('a mistyped one is told from one that does not exist', async () => {
        await input.fill(url.slice(0, -1));
        await crm.page.getByRole('button', { name: 'Explain', exact: true }).click();
        await expect(crm.page.getByText('A character of this link is wrong or missing.')).toBeVisible();
    });
});
