import type { Connection } from 'jsforce';
import type { DevOrg } from '../devOrg.ts';
import { connect, startTestOrg } from '../testing/testOrg.ts';

let org: DevOrg;
let sf: Connection;

beforeAll(async () => {
    org = await startTestOrg();
    sf = await connect(org);
});
afterAll(() => org.close());

const ALLOWED = { headers: { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' } };

describe('records by external id', () => {
    it('creates with the first upsert and updates with the second', async () => {
        const first = await sf.sobject('Kind__c').upsert({ Key__c: 'demo', Name: 'Demo' }, 'Key__c');
        expect(first).toMatchObject({ success: true, created: true, errors: [] });
        const second = await sf.sobject('Kind__c').upsert({ Key__c: 'DEMO', Minutes__c: 15 }, 'Key__c');
        expect(second).toEqual({ id: first.id, success: true, created: false, errors: [] });
    });

    it('answers an update with 204 before version 46', async () => {
        await sf.sobject('Kind__c').create({ Key__c: 'old' });
        const response = await fetch(`${org.url}/services/data/v45.0/sobjects/Kind__c/Key__c/old`, {
            method: 'PATCH',
            headers: { authorization: `Bearer ${sf.accessToken}` },
            body: '{"Minutes__c":5}'
        });
        expect(response.status).toBe(204);
    });

    it('creates nothing with updateOnly', async () => {
        const patch = sf.request({
            method: 'PATCH',
            url: '/sobjects/Kind__c/Key__c/absent?updateOnly=true',
            body: '{"Minutes__c":5}',
            headers: { 'content-type': 'application/json' }
        });
        await expect(patch).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
        await expect(sf.request('/sobjects/Kind__c/Key__c/absent')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    });

    it('refuses the key in the body', async () => {
        const patch = sf.request({ method: 'PATCH', url: '/sobjects/Kind__c/Key__c/demo', body: '{"key__c":"x"}' });
        await expect(patch).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
    });

    it('lets the caller choose among several matches', async () => {
        const lead = { LastName: 'Twin', Company: 'Twins', Email: 'twin@example.com' };
        const ids = [await sf.sobject('Lead').create(lead), await sf.sobject('Lead').create(lead, ALLOWED)].map(
            ({ id }) => id!
        );
        await expect(sf.request('/sobjects/Lead/Email/twin@example.com')).rejects.toMatchObject({
            errorCode: 'MULTIPLE_CHOICES',
            data: ids.map((id) => `/services/data/v66.0/sobjects/Lead/${id}`)
        });
    });

    it('answers an upsert that matches several with 300, and writes none of them', async () => {
        const response = await fetch(`${org.url}/services/data/v66.0/sobjects/Lead/Email/twin@example.com`, {
            method: 'PATCH',
            headers: { authorization: `Bearer ${sf.accessToken}`, 'content-type': 'application/json' },
            body: '{"Phone":"+1 555 0100"}'
        });
        expect(response.status).toBe(300);
        expect(await response.json()).toHaveLength(2);
        const { records } = await sf.query<{ Phone: string | null }>(
            `SELECT Phone FROM Lead WHERE Email = 'twin@example.com'`
        );
        expect(records.map(({ Phone }) => Phone)).toEqual([null, null]);
    });

    it('reads and deletes by a key that needs escaping', async () => {
        await sf.sobject('Kind__c').create({ Key__c: 'a b/c?d' });
        const url = `/sobjects/Kind__c/Key__c/${encodeURIComponent('a b/c?d')}`;
        expect(await sf.request(url)).toMatchObject({ Key__c: 'a b/c?d' });
        await sf.request({ method: 'DELETE', url });
        await expect(sf.request(url)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    });

    it('knows no key that is not declared as one', async () => {
        await expect(sf.sobject('Kind__c').upsert({ Minutes__c: 30 }, 'Minutes__c')).rejects.toMatchObject({
            errorCode: 'NOT_FOUND'
        });
    });
});
