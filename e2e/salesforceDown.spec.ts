import { newPerson } from './support/prospect.ts';
import { breakSalesforce, connectAs, meetingsOf, mendSalesforce, mintLink, unknownLink } from './support/salesforce.ts';
import { expect, test } from './support/test.ts';

const LEAD = 'Thị Minh Khai Nguyễn';

test.afterEach(() => mendSalesforce());

test('while Salesforce is down a known link is booked, and Salesforce learns of it exactly once', async ({
    crm,
    newProspect,
    request
}) => {
    const julio = connectAs('julio');
    const [lead] = await julio.query(`SELECT Id FROM Lead WHERE Name = '${LEAD}'`);
    const { url } = await mintLink('julio-intro', { Lead__c: lead?.['Id'] });
    const prospect = await newProspect();
    await prospect.open(url);

    await breakSalesforce({ kind: 'html503', path: '^/services/', times: 1_000_000 });
    await prospect.book(url, newPerson('Outage'));
    await prospect.open(url, 410);

    await test.step('a link that nobody has seen is neither good nor bad', async () => {
        const response = await prospect.open(unknownLink(), 503);
        expect(Number(response.headers()['retry-after'])).toBeGreaterThan(0);
        await expect(prospect.heading('We cannot check this link right now')).toBeVisible();
        await expect(prospect.page.getByRole('link', { name: 'Try again' })).toBeVisible();
        expect((await request.get('/healthz')).status()).toBe(200);
    });

    await mendSalesforce();
    await expect.poll(() => meetingsOf('Outage'), { timeout: 60_000 }).toHaveLength(1);
    await crm.openLead(LEAD);
    await crm.refreshUntil(1, 'Ada Outage', 'Single-Use');
    const [meeting] = await meetingsOf('Outage');
    const findEvents = () =>
        connectAs('integration').query(
            `SELECT Id FROM Event WHERE BookingUid__c = '${String(meeting?.['BookingUid__c'])}'`
        );
    await expect.poll(findEvents).toHaveLength(1);
    await expect(crm.page.getByRole('link', { name: 'Intro call: Ada Outage' })).toHaveCount(1);
});
