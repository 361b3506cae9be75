import type { SignedIn } from '../background/session.ts';
import { fakeServer, jsonAnswer } from '../testing/fakeServer.ts';
import { SalesforceClient } from './client.ts';
import { findTodaysMeetings } from './meetings.ts';
import { findPeople } from './records.ts';
import { findUnusedLinks, revokeLink } from './singleUseLinks.ts';

const SIGNED_IN: SignedIn = {
    place: { orgUrl: 'https://login.salesforce.com', clientId: 'key' },
    tokens: { accessToken: 'a', refreshToken: 'r', instanceUrl: 'https://acme.my.salesforce.com' },
    user: { id: '005x', name: 'Julio Reyes', username: 'julio' }
};

/** A client whose queries are answered with these rows, and what was asked. */
function setup(...rows: object[]) {
    const server = fakeServer(() => jsonAnswer({ records: rows }));
    const http = { fetch: server.fetch, isOnline: () => true, deadlineMs: 1000 };
    const signedIn = (): Promise<SignedIn> => Promise.resolve(SIGNED_IN);
    const client = new SalesforceClient(http, { get: signedIn, renew: signedIn });
    const queries = (): string[] => server.requests.map(({ url }) => new URL(url).searchParams.get('q') ?? '');
    return { client, queries, requests: server.requests };
}

describe('unused single-use links', () => {
    it('tell the original and whom they are for', async () => {
        const { client } = setup({
            ...{ Id: '1', Name: 'SUL-1', BookingLink__r: { Name: 'Intro' }, Lead__r: { Name: 'Chloé' } },
            ...{ CreatedDate: '2026-11-20T10:00:00.000Z', RecipientEmail__c: 'chloe@example.com' }
        });
        expect(await findUnusedLinks(client, '005x')).toEqual([
            { id: '1', linkName: 'Intro', forWhom: 'Chloé', createdAt: '2026-11-20T10:00:00.000Z', expiresAt: '' }
        ]);
    });

    it('go by their number where the original is out of sight', async () => {
        const { client } = setup({ Id: '1', Name: 'SUL-1', BookingLink__r: null, RecipientEmail__c: 'a@example.com' });
        expect((await findUnusedLinks(client, '005x'))[0]).toMatchObject({
            linkName: 'SUL-1',
            forWhom: 'a@example.com'
        });
    });

    it('are revoked at a moment', async () => {
        const { client, requests } = setup();
        await revokeLink(client, 'a02', new Date('2026-11-21T12:00:00Z'));
        expect(requests[0]).toMatchObject({ method: 'PATCH', body: '{"RevokedAt__c":"2026-11-21T12:00:00.000Z"}' });
        expect(requests[0]?.url).toMatch(/\/sobjects\/SingleUseLink__c\/a02$/);
    });
});

describe('people', () => {
    it('are looked for by address among Contacts and open Leads, with every value quoted', async () => {
        const { client, queries } = setup();
        await findPeople(client, { emails: ["o'hara@example.com"], names: ['ignored'] });
        expect(queries()).toEqual([
            expect.stringContaining("FROM Contact WHERE Email IN ('o\\'hara@example.com')"),
            expect.stringContaining("FROM Lead WHERE Email IN ('o\\'hara@example.com') AND IsConverted = false")
        ]);
    });

    it('are looked for by name when no address is in view', async () => {
        const { client, queries } = setup({ Id: '003', Name: 'Chloé' });
        const found = await findPeople(client, { emails: [], names: ['Chloé'] });
        expect(queries()[0]).toContain("Name IN ('Chloé')");
        expect(found[0]).toEqual({ id: '003', objectApiName: 'Contact', name: 'Chloé', hint: '' });
    });

    it('are not looked for when nobody is in view', async () => {
        const { client, requests } = setup();
        expect(await findPeople(client, { emails: [], names: [] })).toEqual([]);
        expect(requests).toEqual([]);
    });
});

describe('meetings of today', () => {
    it('are those between two local midnights', async () => {
        const { client, queries } = setup();
        const now = new Date(2026, 10, 21, 15, 30);
        await findTodaysMeetings(client, '005x', now);
        expect(queries()[0]).toContain(`StartsAt__c >= ${new Date(2026, 10, 21).toISOString()}`);
        expect(queries()[0]).toContain(`StartsAt__c < ${new Date(2026, 10, 22).toISOString()}`);
    });
});
