import { hashToken } from '../../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { fakeServer, jsonAnswer } from '../testing/fakeServer.ts';
import { memoryStorage } from '../testing/memoryStorage.ts';
import { LinkBook } from './linkBook.ts';

const ME = '005000000000001AAA';
const NOW = new Date('2026-11-21T12:00:00Z');

function row(id: string, fields: object = {}): object {
    return {
        Id: id,
        Name: `Link ${id}`,
        Slug__c: id,
        Url__c: `https://book.example/l/${id}`,
        IsActive__c: true,
        OwnerId: ME,
        Owner: { Name: 'Julio Reyes' },
        MeetingType__r: { Title__c: 'Intro', DurationMinutes__c: 30, IsActive__c: true },
        LinkHosts__r: { records: [{ User__r: { Name: 'Julio' } }, { User__r: null, HostPool__r: { Name: 'Pool' } }] },
        ...fields
    };
}

function setup(rows: object[]) {
    const network = { isUp: true };
    const server = fakeServer(({ method }) => {
        if (!network.isUp) throw new TypeError('Failed to fetch');
        return method === 'POST' ? jsonAnswer({ id: 'new' }, 201) : jsonAnswer({ records: rows });
    });
    const signedIn = {
        place: { orgUrl: 'https://login.salesforce.com', clientId: 'key' },
        tokens: { accessToken: 'a', refreshToken: 'r', instanceUrl: 'https://acme.my.salesforce.com' },
        user: { id: ME, name: 'Julio Reyes', username: 'julio' }
    };
    const tokens = { get: () => Promise.resolve(signedIn), renew: () => Promise.resolve(signedIn) };
    const client = new SalesforceClient(
        { fetch: server.fetch, isOnline: () => network.isUp, deadlineMs: 1000 },
        tokens
    );
    const [session, local] = [memoryStorage(), memoryStorage()];
    const book = new LinkBook({ client, userId: () => Promise.resolve(ME), session, local, now: () => NOW });
    return { book, network, session, local, requests: server.requests };
}

const ids = (links: { id: string }[]): string[] => links.map(({ id }) => id);
const code = (name: string): Error => expect.objectContaining({ code: name }) as Error;

describe('LinkBook', () => {
    it('reads my links and the library, each as it stands now', async () => {
        const { book, requests } = setup([
            row('a'),
            row('b', { OwnerId: '005x', IsInLibrary__c: true, Owner: { Name: 'Helena' } }),
            row('c', { ExpiresAt__c: NOW.toISOString() })
        ]);
        const { links } = await book.list();
        expect(links[0]).toMatchObject({
            isMine: true,
            hostNames: ['Julio', 'Pool'],
            isActive: true,
            isExpired: false
        });
        expect(links[1]).toMatchObject({ isMine: false, isInLibrary: true, ownerName: 'Helena' });
        expect(links[2]).toMatchObject({ isExpired: true });
        expect(decodeURIComponent(requests[0]?.url ?? '')).toContain(
            `WHERE OwnerId = '${ME}' OR IsInLibrary__c = true`
        );
    });

    it('puts what was used last first', async () => {
        const { book } = setup([row('a'), row('b'), row('c')]);
        await book.noteUse('c');
        await book.noteUse('b');
        expect(ids((await book.list()).links)).toEqual(['b', 'c', 'a']);
    });

    it('shows what it read last without a network, and why', async () => {
        const { book, network } = setup([row('a')]);
        await book.list();
        network.isUp = false;
        const { links, staleBecause } = await book.list();
        expect([ids(links), staleBecause]).toEqual([['a'], 'offline']);
    });

    it('has nothing to show without a network at first', async () => {
        const { book, network } = setup([row('a')]);
        network.isUp = false;
        await expect(book.list()).rejects.toThrow(code('offline'));
    });

    it('mints a link of which Salesforce learns the hash alone', async () => {
        const { book, requests } = setup([row('a')]);
        const url = await book.mint('a', { id: '00Qx', objectApiName: 'Lead' });
        const token = url.replace('https://book.example/s/', '');
        const sent = requests.find(({ method }) => method === 'POST');
        expect(JSON.parse(sent?.body ?? '')).toEqual({
            BookingLink__c: 'a',
            TokenHash__c: await hashToken(token),
            CopiedFrom__c: 'Chrome Extension',
            Lead__c: '00Qx'
        });
        expect(sent?.body).not.toContain(token);
    });

    it('mints another link each time', async () => {
        const { book } = setup([row('a')]);
        expect(await book.mint('a')).not.toBe(await book.mint('a'));
    });

    it('makes nothing when the org has no service URL', async () => {
        const { book, requests } = setup([row('a', { Url__c: '/l/a' })]);
        await expect(book.mint('a')).rejects.toThrow(code('service_url_missing'));
        expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
    });

    it('knows no link that is gone', async () => {
        await expect(setup([row('a')]).book.mint('b')).rejects.toThrow(code('link_not_found'));
    });

    it.each([
        ['link_inactive', { IsActive__c: false }],
        ['link_inactive', { MeetingType__r: { IsActive__c: false } }],
        ['link_expired', { ExpiresAt__c: NOW.toISOString() }],
        ['link_expired', { MeetingType__r: { IsActive__c: true, ExpiresAt__c: NOW.toISOString() } }]
    ])('makes nothing that could not be booked: %s', async (why, fields) => {
        const { book, requests } = setup([row('a', fields)]);
        await expect(book.mint('a')).rejects.toThrow(code(why));
        expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
    });

    it('offers the menu only what can be booked', async () => {
        const { book } = setup([row('a', { IsActive__c: false }), row('b'), row('c'), row('d')]);
        await book.list();
        expect(ids(await book.listForMenu(2))).toEqual(['b', 'c']);
    });

    it('forgets all of it', async () => {
        const { book, session, local } = setup([row('a')]);
        await book.mint('a');
        await book.forget();
        expect([session.values.size, local.values.size]).toEqual([0, 0]);
    });
});
