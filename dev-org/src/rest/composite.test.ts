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

const BASE = '/services/data/v66.0';
const post = (compositeRequest: unknown[], allOrNone = false) =>
    sf.requestPost<{ compositeResponse: { httpStatusCode: number; body: unknown; referenceId: string }[] }>(
        '/composite',
        {
            allOrNone,
            compositeRequest
        }
    );
const count = (object: string) => [...org.store.rows(getObject(org.schema, object))].length;

describe('composite', () => {
    it('hands answers on to later requests and counts as one call', async () => {
        const used = org.usage.used;
        const { compositeResponse } = await post([
            { method: 'PATCH', url: `${BASE}/sobjects/Kind__c/Key__c/c1`, referenceId: 'kind', body: { Name: 'C1' } },
            {
                method: 'POST',
                url: `${BASE}/sobjects/Link__c`,
                referenceId: 'link',
                body: { Slug__c: 'c1', Kind__c: '@{kind.id}' }
            },
            { method: 'GET', url: `${BASE}/query?q=SELECT+Id+FROM+Link__c+WHERE+Slug__c='c1'`, referenceId: 'found' },
            {
                method: 'GET',
                url: `${BASE}/sobjects/Link__c/@{found.records[0].Id}?fields=Slug__c`,
                referenceId: 'read'
            }
        ]);
        expect(compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 201, 200, 200]);
        expect(compositeResponse[3]).toMatchObject({ referenceId: 'read', body: { Slug__c: 'c1' } });
        expect(org.usage.used).toBe(used + 1);
    });

    it('goes on after a failure, but not with what failed', async () => {
        const { compositeResponse } = await post([
            { method: 'POST', url: `${BASE}/sobjects/Account`, referenceId: 'bad', body: {} },
            {
                method: 'POST',
                url: `${BASE}/sobjects/Contact`,
                referenceId: 'child',
                body: { LastName: 'X', AccountId: '@{bad.id}' }
            },
            { method: 'POST', url: `${BASE}/sobjects/Account`, referenceId: 'good', body: { Name: 'Good' } }
        ]);
        expect(compositeResponse).toMatchObject([
            { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] }] },
            { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
            { httpStatusCode: 201, body: { success: true } }
        ]);
    });

    it('takes everything back when all or none fails', async () => {
        const before = count('Account');
        const { compositeResponse } = await post(
            [
                { method: 'POST', url: `${BASE}/sobjects/Account`, referenceId: 'good', body: { Name: 'Good' } },
                { method: 'POST', url: `${BASE}/sobjects/Account`, referenceId: 'bad', body: {} },
                { method: 'POST', url: `${BASE}/sobjects/Account`, referenceId: 'late', body: { Name: 'Late' } }
            ],
            true
        );
        expect(compositeResponse).toMatchObject([
            { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
            { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
            { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] }
        ]);
        expect(count('Account')).toBe(before);
    });

    it('refuses more than 25 requests and more than 5 queries', async () => {
        const query = (_: unknown, position: number) => ({
            method: 'GET',
            url: `${BASE}/query?q=SELECT+Id+FROM+Account`,
            referenceId: `q${position}`
        });
        const read = (_: unknown, position: number) => ({
            method: 'GET',
            url: `${BASE}/limits`,
            referenceId: `r${position}`
        });
        await expect(post(Array.from({ length: 26 }, read))).rejects.toMatchObject({ errorCode: 'INVALID_INPUT' });
        await expect(post(Array.from({ length: 6 }, query))).rejects.toMatchObject({ errorCode: 'INVALID_INPUT' });
        expect((await post(Array.from({ length: 5 }, query))).compositeResponse).toHaveLength(5);
    });

    it('says what it does not support', async () => {
        await expect(sf.requestPost('/composite/graph', { graphs: [] })).rejects.toMatchObject({
            errorCode: 'NOT_IMPLEMENTED'
        });
    });
});
