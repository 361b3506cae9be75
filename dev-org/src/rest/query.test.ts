import type { Connection } from 'jsforce';
import type { DevOrg } from '../devOrg.ts';
import { connect, REP, startTestOrg } from '../testing/testOrg.ts';

let org: DevOrg;
let sf: Connection;
const ROWS = 450;

beforeAll(async () => {
    org = await startTestOrg();
    sf = await connect(org);
    const records = Array.from({ length: ROWS }, (_, position) => ({ Key__c: `k${position}` }));
    await sf.sobject('Kind__c').create(records, { allowRecursive: true });
});
afterAll(() => org.close());

const SMALL_BATCHES = { headers: { 'sforce-query-options': 'batchSize=200' } };

describe('query', () => {
    it('pages through a long result', async () => {
        const first = await sf.query('SELECT Key__c FROM Kind__c ORDER BY CreatedDate, Id', SMALL_BATCHES);
        expect(first).toMatchObject({ totalSize: ROWS, done: false });
        expect(first.records).toHaveLength(200);
        const second = await sf.queryMore(first.nextRecordsUrl!);
        const third = await sf.queryMore(second.nextRecordsUrl!);
        expect(third).toMatchObject({ totalSize: ROWS, done: true });
        const keys = [first, second, third].flatMap(({ records }) =>
            records.map((record) => record['Key__c'] as string)
        );
        expect(new Set(keys).size).toBe(ROWS);
    });

    it('keeps a cursor to the user who opened it', async () => {
        const { nextRecordsUrl } = await sf.query('SELECT Id FROM Kind__c', SMALL_BATCHES);
        const rep = await connect(org, REP);
        await expect(rep.queryMore(nextRecordsUrl!)).rejects.toMatchObject({ errorCode: 'INVALID_QUERY_LOCATOR' });
    });

    it('shows deleted records to queryAll only', async () => {
        const { id } = await sf.sobject('Kind__c').create({ Key__c: 'gone' });
        await sf.sobject('Kind__c').destroy(id!);
        const soql = "SELECT Id, IsDeleted FROM Kind__c WHERE Key__c = 'gone'";
        expect((await sf.query(soql)).records).toHaveLength(0);
        expect((await sf.query(soql, { scanAll: true })).records).toMatchObject([{ Id: id, IsDeleted: true }]);
    });

    it('counts without records', async () => {
        expect(await sf.query('SELECT COUNT() FROM Kind__c')).toMatchObject({
            totalSize: ROWS,
            done: true,
            records: []
        });
    });

    it('refuses what it cannot parse', async () => {
        await expect(sf.query('SELECT FROM')).rejects.toMatchObject({ errorCode: 'MALFORMED_QUERY' });
    });

    it('finds the settings among the custom metadata', async () => {
        const { records } = await sf.query(
            "SELECT ServiceUrl__c FROM AdmitOneSetting__mdt WHERE DeveloperName = 'Default'"
        );
        expect(records).toMatchObject([{ ServiceUrl__c: 'http://127.0.0.1:4000' }]);
    });
});

describe('updated and deleted', () => {
    it('lists what changed and what went', async () => {
        const kept = (await sf.sobject('Account').create({ Name: 'Kept' })).id!;
        const gone = (await sf.sobject('Account').create({ Name: 'Gone' })).id!;
        await sf.sobject('Account').destroy(gone);
        const start = new Date(Date.now() - 120_000);
        const end = new Date(Date.now() + 60_000);
        expect((await sf.sobject('Account').updated(start, end)).ids).toEqual([kept]);
        expect((await sf.sobject('Account').deleted(start, end)).deletedRecords).toMatchObject([{ id: gone }]);
    });

    it('refuses a span shorter than a minute', async () => {
        const start = new Date();
        await expect(sf.sobject('Account').updated(start, new Date(start.getTime() + 30_000))).rejects.toMatchObject({
            errorCode: 'INVALID_REPLICATION_DATE'
        });
    });
});

describe('describe', () => {
    it('tells the traits of fields and the children of an object', async () => {
        const link = await sf.sobject('Link__c').describe();
        expect(link.fields.find(({ name }) => name === 'Slug__c')).toMatchObject({
            ...{ type: 'string', length: 20, unique: true, externalId: true, caseSensitive: true, nillable: false }
        });
        expect(link.fields.find(({ name }) => name === 'Kind__c')).toMatchObject({
            ...{ type: 'reference', referenceTo: ['Kind__c'], relationshipName: 'Kind__r' }
        });
        expect(link.childRelationships).toEqual(
            expect.arrayContaining([
                expect.objectContaining({ childSObject: 'Host__c', relationshipName: 'Hosts__r', cascadeDelete: true })
            ])
        );
    });

    it('lists all objects', async () => {
        const { sobjects } = await sf.describeGlobal();
        expect(sobjects.map(({ name }) => name)).toEqual(
            expect.arrayContaining(['Lead', 'Event', 'Link__c', 'Use__c'])
        );
    });
});
