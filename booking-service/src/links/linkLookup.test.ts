import { pino } from 'pino';
import { createTestDatabase } from '../../testing/testDatabase.ts';
import type { TestDatabase } from '../../testing/testDatabase.ts';
import { SalesforceReader } from '../mirror/salesforceReader.ts';
import { SingleUseLinkStore } from '../mirror/singleUseLinkStore.ts';
import { SalesforceNetworkError } from '../salesforce/errors.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { LinkLookup } from './linkLookup.ts';

const TOKEN_HASH = 'a'.repeat(64);

const row = (tokenHash: string) => ({
    Id: 'use',
    OwnerId: 'julio',
    TokenHash__c: tokenHash,
    BookingLink__c: 'intro',
    IsDeleted: false,
    SystemModstamp: '2026-11-21T03:07:01.000+0000'
});

describe('LinkLookup', () => {
    let database: TestDatabase;
    let queries: string[];
    let known: string[];
    let isDown: boolean;
    let now: number;
    let store: SingleUseLinkStore;
    let lookup: LinkLookup;

    beforeAll(async () => {
        database = await createTestDatabase();
    });
    afterAll(() => database.drop());
    beforeEach(() => {
        queries = [];
        known = ['known', TOKEN_HASH];
        isDown = false;
        now = Date.parse('2026-11-23T12:00:00Z');
        const salesforce: Pick<SalesforceClient, 'query'> = {
            query: (soql) => {
                queries.push(soql);
                if (isDown) throw new SalesforceNetworkError('ECONNREFUSED', 'down', { isAmbiguous: false });
                const found = known.filter((name) => soql.includes(`'${name}'`));
                const isSlug = soql.includes('BookingLink__c WHERE');
                return Promise.resolve(found.map((name) => (isSlug ? { Slug__c: name } : row(name))));
            }
        };
        store = new SingleUseLinkStore(database);
        const reader = new SalesforceReader(salesforce as SalesforceClient);
        lookup = new LinkLookup(reader, store, pino({ level: 'silent' }), () => new Date(now), 60);
    });

    it('finds a single-use link and keeps it', async () => {
        const answer = await lookup.findSingleUseLink(TOKEN_HASH);
        expect(answer).toMatchObject({ outcome: 'found', found: { id: 'use', bookingLinkId: 'intro' } });
        expect(await store.find(TOKEN_HASH)).toMatchObject({ id: 'use' });
    });

    it('asks once for what many ask at the same time', async () => {
        const answers = await Promise.all(Array.from({ length: 50 }, () => lookup.findSlug('known')));
        expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['found']));
        expect(queries).toHaveLength(1);
    });

    it('believes "no such link" for four seconds, because a link may be made right after', async () => {
        expect(await lookup.findSlug('soon')).toEqual({ outcome: 'unknown' });
        known.push('soon');
        now += 3_999;
        expect(await lookup.findSlug('soon')).toEqual({ outcome: 'unknown' });
        expect(queries).toHaveLength(1);
        now += 1;
        expect(await lookup.findSlug('soon')).toEqual({ outcome: 'found', found: true });
    });

    it('cannot tell while Salesforce is down, and remembers nothing of that', async () => {
        isDown = true;
        expect(await lookup.findSingleUseLink(TOKEN_HASH)).toEqual({ outcome: 'unverifiable' });
        isDown = false;
        expect(await lookup.findSingleUseLink(TOKEN_HASH)).toMatchObject({ outcome: 'found' });
    });

    it('cannot tell once the calls of ten minutes are used up, so guessing does not eat the API budget', async () => {
        for (let call = 0; call < 60; call += 1) await lookup.findSlug(`guess-${call}`);
        expect(await lookup.findSlug('known')).toEqual({ outcome: 'unverifiable' });
        expect(await lookup.findSingleUseLink(TOKEN_HASH)).toEqual({ outcome: 'unverifiable' });
        expect(queries).toHaveLength(60);
        now += 600_000;
        expect(await lookup.findSlug('known')).toEqual({ outcome: 'found', found: true });
    });
});
