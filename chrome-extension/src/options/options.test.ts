import { memoryStorage } from '../testing/memoryStorage.ts';
import { DEFAULT_OPTIONS, migrateOptions, normalizeOrgUrl, readOptions, writeOptions } from './options.ts';
import { originsToAllow } from './orgHosts.ts';

describe('options', () => {
    it('are the defaults when nothing is stored', async () => {
        expect(await readOptions(memoryStorage())).toEqual(DEFAULT_OPTIONS);
    });

    it('come back as they were stored', async () => {
        const area = memoryStorage();
        const options = { ...DEFAULT_OPTIONS, orgUrl: 'https://acme.my.salesforce.com', language: 'ja' } as const;
        await writeOptions(area, options);
        expect(await readOptions(area)).toEqual(options);
    });

    it('of the first version keep their host', () => {
        const first = { host: 'acme.my.salesforce.com', language: 'de' };
        expect(migrateOptions(first)).toEqual({
            ...DEFAULT_OPTIONS,
            orgUrl: 'https://acme.my.salesforce.com',
            language: 'de'
        });
    });

    it('take the default for what cannot be used', () => {
        const stored = { version: 1, orgUrl: 7, language: 'tlh', defaultAction: 'single-use' };
        expect(migrateOptions(stored)).toEqual({ ...DEFAULT_OPTIONS, defaultAction: 'single-use' });
    });

    it.each([undefined, null, 'text', []])('survive %p in their place', (stored) => {
        expect(migrateOptions(stored)).toEqual(DEFAULT_OPTIONS);
    });
});

describe('the org to sign in at', () => {
    it.each([
        ['acme.my.salesforce.com', 'https://acme.my.salesforce.com'],
        [' https://acme.my.salesforce.com/lightning/page/home ', 'https://acme.my.salesforce.com'],
        ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
        ['http://localhost:3000/', 'http://localhost:3000']
    ])('is read from %s', (typed, orgUrl) => {
        expect(normalizeOrgUrl(typed)).toBe(orgUrl);
    });

    it.each(['', 'http://acme.my.salesforce.com', 'ftp://acme.example', 'https://', 'https://me:pw@acme.example'])(
        'is not %p',
        (typed) => {
            expect(() => normalizeOrgUrl(typed)).toThrow(expect.objectContaining({ code: 'org_url_invalid' }) as Error);
        }
    );

    it.each([
        ['https://login.salesforce.com', ['https://login.salesforce.com/*', 'https://*.my.salesforce.com/*']],
        ['http://127.0.0.1:3000', ['http://127.0.0.1/*']]
    ])('needs hosts: %s', (orgUrl, origins) => {
        expect(originsToAllow(orgUrl)).toEqual(origins);
    });
});
