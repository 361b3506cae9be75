import type { Connection } from 'jsforce';
import type { DevOrg } from '../devOrg.ts';
import { connect, getObject, startTestOrg } from '../testing/testOrg.ts';

let org: DevOrg;
let sf: Connection;

beforeAll(async () => {
    org = await startTestOrg();
    sf = await connect(org);
});
afterAll(() => org.close());

const keys = () => [...org.store.rows(getObject(org.schema, 'Kind__c'))].map((row) => row['Key__c']);

describe('composite/sobjects', () => {
    it('saves the good records and reports the bad ones', async () => {
        const results = await sf
            .sobject('Kind__c')
            .create([{ Key__c: 'one' }, { Key__c: 'ONE' }, { Key__c: 'two' }], { allOrNone: false });
        expect(results).toMatchObject([
            { success: true },
            { success: false, errors: [{ statusCode: 'DUPLICATE_VALUE', fields: [] }] },
            { success: true }
        ]);
        expect(keys()).toEqual(['one', 'two']);
    });

    it('takes all back when one of all or none fails', async () => {
        const results = await sf
            .sobject('Kind__c')
            .create([{ Key__c: 'three' }, { Key__c: 'x'.repeat(41) }], { allOrNone: true });
        expect(results).toMatchObject([
            { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
            { success: false, errors: [{ statusCode: 'STRING_TOO_LONG', fields: ['Key__c'] }] }
        ]);
        expect(keys()).not.toContain('three');
    });

    it('updates, reads and deletes many', async () => {
        const made = await sf.sobject('Kind__c').create([{ Key__c: 'm1' }, { Key__c: 'm2' }]);
        const ids = made.map(({ id }) => id!);
        await sf.sobject('Kind__c').update(ids.map((Id) => ({ Id, Minutes__c: 60 })));
        const read = await sf.requestPost('/composite/sobjects/Kind__c', { ids, fields: ['Key__c', 'Minutes__c'] });
        expect(read).toMatchObject([
            { Key__c: 'm1', Minutes__c: 60 },
            { Key__c: 'm2', Minutes__c: 60 }
        ]);
        expect(await sf.sobject('Kind__c').destroy(ids)).toMatchObject([{ success: true }, { success: true }]);
        expect(await sf.sobject('Kind__c').destroy(ids)).toMatchObject([
            { errors: [{ statusCode: 'ENTITY_IS_DELETED' }] },
            { errors: [{ statusCode: 'ENTITY_IS_DELETED' }] }
        ]);
    });

    it('upserts many and refuses a key that comes twice', async () => {
        await sf.sobject('Kind__c').create({ Key__c: 'u1' });
        const results = await sf
            .sobject('Kind__c')
            .upsert([{ Key__c: 'u1' }, { Key__c: 'u2' }, { Key__c: 'U2' }], 'Key__c', { allOrNone: false });
        expect(results).toMatchObject([
            { success: true, created: false },
            { success: true, created: true },
            { success: false, errors: [{ statusCode: 'DUPLICATE_VALUE', fields: ['Key__c'] }] }
        ]);
    });

    it('mixes types', async () => {
        const results = await sf.requestPost('/composite/sobjects', {
            records: [
                { attributes: { type: 'Kind__c' }, Key__c: 'mixed' },
                { attributes: { type: 'Account' }, Name: 'Acme' },
                { attributes: { type: 'Nope' }, Name: 'Nope' }
            ]
        });
        expect(results).toMatchObject([
            { success: true },
            { success: true },
            { errors: [{ statusCode: 'INVALID_TYPE' }] }
        ]);
    });

    it('refuses more than 200 records', async () => {
        const records = Array.from({ length: 201 }, () => ({ attributes: { type: 'Kind__c' } }));
        await expect(sf.requestPost('/composite/sobjects', { records })).rejects.toMatchObject({
            errorCode: 'EXCEEDED_MAX_SIZE_REQUEST'
        });
    });
});
