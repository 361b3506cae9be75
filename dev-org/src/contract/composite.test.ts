import { randomUUID } from 'node:crypto';
import { meeting, openContractOrg } from './testing/contractOrg.ts';
import type { ContractOrg } from './testing/contractOrg.ts';

interface SubResponse {
    httpStatusCode: number;
    referenceId: string;
    body: unknown;
}
type SaveResult = { id?: string; success: boolean; errors: { statusCode: string }[]; created?: boolean };

let org: ContractOrg;
beforeAll(async () => {
    org = await openContractOrg();
});
afterAll(() => org.close());

const BASE = '/services/data/v66.0';
const account = (name: string) => ({ attributes: { type: 'Account' }, Name: `${org.run} ${name}` });
const remembered = <T extends { id?: string; success?: boolean }>(object: string, results: T[]): T[] => {
    for (const { id, success } of results) if (id && success) org.remember(object, id);
    return results;
};

describe('composite', () => {
    const post = async (compositeRequest: object[], allOrNone = false): Promise<SubResponse[]> => {
        const answer = await org.sf.requestPost<{ compositeResponse: SubResponse[] }>('/composite', {
            allOrNone,
            compositeRequest
        });
        for (const { body } of answer.compositeResponse) {
            const { id } = (body ?? {}) as { id?: string };
            if (id?.startsWith('001')) org.remember('Account', id);
        }
        return answer.compositeResponse;
    };
    const create = (referenceId: string, body: object) => ({
        ...{ method: 'POST', url: `${BASE}/sobjects/Account`, referenceId, body }
    });

    it('hands values of earlier answers on', async () => {
        const responses = await post([
            create('made', { Name: org.run }),
            { method: 'GET', url: `${BASE}/sobjects/Account/@{made.id}?fields=Name`, referenceId: 'read' },
            { method: 'GET', url: `${BASE}/query?q=SELECT+Id+FROM+Account+WHERE+Id='@{made.id}'`, referenceId: 'found' }
        ]);
        expect(responses).toMatchObject([
            { httpStatusCode: 201, referenceId: 'made', body: { success: true } },
            { httpStatusCode: 200, referenceId: 'read', body: { Name: org.run } },
            { httpStatusCode: 200, referenceId: 'found', body: { totalSize: 1 } }
        ]);
    });

    it('goes on after a failure unless told otherwise', async () => {
        const responses = await post([create('bad', {}), create('good', { Name: org.run })]);
        expect(responses.map(({ httpStatusCode }) => httpStatusCode)).toEqual([400, 201]);
    });

    it('with allOrNone leaves nothing of a failure', async () => {
        const name = `${org.run} halted`;
        const responses = await post([create('good', { Name: name }), create('bad', {})], true);
        expect(responses).toMatchObject([
            { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
            { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] }
        ]);
        expect((await org.sf.query(`SELECT Id FROM Account WHERE Name = '${name}'`)).totalSize).toBe(0);
    });

    it('halts what refers to nothing', async () => {
        const read = { method: 'GET', url: `${BASE}/sobjects/Account/@{nothing.id}`, referenceId: 'read' };
        expect(await post([read])).toMatchObject([{ httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] }]);
    });

    it('answers an upsert and a delete as alone', async () => {
        const uid = randomUUID();
        const url = `${BASE}/sobjects/Meeting__c/BookingUid__c/${uid}`;
        const { BookingUid__c: _, ...body } = meeting();
        const responses = await post([
            { method: 'PATCH', url, referenceId: 'made', body },
            { method: 'PATCH', url, referenceId: 'again', body: { Status__c: 'Canceled' } },
            { method: 'DELETE', url: `${BASE}/sobjects/Meeting__c/@{made.id}`, referenceId: 'gone' }
        ]);
        expect(responses.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 200, 204]);
    });

    it.each([
        ['more than 25 requests', () => Array.from({ length: 26 }, (_, index) => create(`r${index}`, {}))],
        [
            'more than 5 queries',
            () =>
                Array.from({ length: 6 }, (_, index) => ({
                    ...{
                        method: 'GET',
                        url: `${BASE}/query?q=SELECT+Id+FROM+Account+LIMIT+1`,
                        referenceId: `q${index}`
                    }
                }))
        ]
    ])('refuses %s', async (_case, requests) => {
        await expect(post(requests())).rejects.toMatchObject({ errorCode: 'INVALID_INPUT' });
    });
});

describe('collections', () => {
    it('create and report each record on its own', async () => {
        const results = await org.sf.requestPost<SaveResult[]>('/composite/sobjects', {
            allOrNone: false,
            records: [account('one'), { attributes: { type: 'Account' } }, account('two')]
        });
        expect(remembered('Account', results)).toMatchObject([
            { success: true, errors: [] },
            { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] }] },
            { success: true }
        ]);
    });

    it('with allOrNone take the good ones back and say so', async () => {
        const results = await org.sf.requestPost<SaveResult[]>('/composite/sobjects', {
            allOrNone: true,
            records: [account('rolled back'), { attributes: { type: 'Account' } }]
        });
        expect(results.map(({ errors }) => errors[0]!.statusCode)).toEqual([
            ...['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'REQUIRED_FIELD_MISSING']
        ]);
    });

    it('hold records of several types', async () => {
        const lead = { attributes: { type: 'Lead' }, LastName: org.run, Company: org.run };
        const results = await org.sf.requestPost<SaveResult[]>('/composite/sobjects', {
            records: [account('with lead'), lead]
        });
        remembered('Account', results.slice(0, 1));
        remembered('Lead', results.slice(1));
        expect(results.map(({ id }) => id?.slice(0, 3))).toEqual(['001', '00Q']);
    });

    it('update, read and delete by id, nothing for ids that are not there', async () => {
        const [first, second] = [await org.create('Account', account('a')), await org.create('Account', account('b'))];
        const updated = await org.sf.sobject('Account').update([
            { Id: first, Phone: '1' },
            { Id: second, Phone: '2' }
        ]);
        expect(updated.map(({ success }) => success)).toEqual([true, true]);
        const body = { ids: [first, '001000000000000AAA', second], fields: ['Phone'] };
        expect(await org.sf.requestPost('/composite/sobjects/Account', body)).toMatchObject([
            ...[{ Phone: '1' }, null, { Phone: '2' }]
        ]);
        expect(await org.sf.request(`/composite/sobjects/Account?ids=${first}&fields=Phone`)).toMatchObject([
            { Phone: '1' }
        ]);
        expect((await org.sf.sobject('Account').destroy([first, second])).map(({ success }) => success)).toEqual([
            ...[true, true]
        ]);
    });

    it('report ids that name nothing', async () => {
        const results = await org.sf.sobject('Account').destroy(['001000000000000AAA', 'nonsense']);
        expect(results.map(({ success }) => success)).toEqual([false, false]);
    });

    it('upsert by an external id, once for each value', async () => {
        const uid = randomUUID();
        const { BookingUid__c: _, ...fields } = meeting();
        const record = { attributes: { type: 'Meeting__c' }, BookingUid__c: uid, ...fields };
        const results = await org.sf.requestPatch<SaveResult[]>('/composite/sobjects/Meeting__c/BookingUid__c', {
            ...{ allOrNone: false, records: [record, record] }
        });
        expect(remembered('Meeting__c', results)).toMatchObject([
            { success: true, created: true },
            { success: false, errors: [{ statusCode: 'DUPLICATE_VALUE' }] }
        ]);
    });

    it('hold 200 records at most', async () => {
        const records = Array.from({ length: 201 }, () => account('many'));
        await expect(org.sf.requestPost('/composite/sobjects', { records })).rejects.toMatchObject({
            errorCode: 'EXCEEDED_MAX_SIZE_REQUEST'
        });
    });

    it('refuse a type that does not exist, for its record only', async () => {
        const results = await org.sf.requestPost<SaveResult[]>('/composite/sobjects', {
            records: [{ attributes: { type: 'Nope__c' } }, account('typed')]
        });
        expect(remembered('Account', results)).toMatchObject([
            { success: false, errors: [{ statusCode: 'INVALID_TYPE' }] },
            { success: true }
        ]);
    });
});

describe('trees', () => {
    const record = (referenceId: string, more: object) => ({ attributes: { type: 'Account', referenceId }, ...more });
    const post = (records: object[]) =>
        org.sf.requestPost<{ hasErrors: boolean; results: { referenceId: string; id: string }[] }>(
            '/composite/tree/Account',
            { records }
        );

    it('create records with their children', async () => {
        const contact = { attributes: { type: 'Contact', referenceId: 'c' }, LastName: org.run };
        const { hasErrors, results } = await post([record('a', { Name: org.run, Contacts: { records: [contact] } })]);
        const [parent, child] = results;
        org.remember('Account', parent!.id);
        org.remember('Contact', child!.id);
        expect({ hasErrors, references: results.map(({ referenceId }) => referenceId) }).toEqual({
            ...{ hasErrors: false, references: ['a', 'c'] }
        });
        expect(await org.sf.sobject('Contact').retrieve(child!.id)).toMatchObject({ AccountId: parent!.id });
    });

    it('leave nothing when one record fails', async () => {
        const name = `${org.run} tree`;
        const broken = { attributes: { type: 'Contact', referenceId: 'c' } };
        await expect(post([record('a', { Name: name, Contacts: { records: [broken] } })])).rejects.toMatchObject({
            errorCode: 'ERROR_HTTP_400',
            message: expect.stringMatching(/"hasErrors":true.*"referenceId":"c".*REQUIRED_FIELD_MISSING/) as string
        });
        expect((await org.sf.query(`SELECT Id FROM Account WHERE Name = '${name}'`)).totalSize).toBe(0);
    });

    it('need a reference for each record', async () => {
        await expect(post([{ attributes: { type: 'Account' }, Name: 'x' }])).rejects.toMatchObject({
            errorCode: 'INVALID_INPUT'
        });
    });
});

describe('batches', () => {
    const post = (batchRequests: object[], haltOnError = false) =>
        org.sf.requestPost('/composite/batch', { haltOnError, batchRequests });
    const good = { method: 'GET', url: 'v66.0/limits' };
    const bad = { method: 'GET', url: 'v66.0/sobjects/Nope__c/describe' };

    it('answer each request on its own', async () => {
        expect(await post([good, bad, good])).toMatchObject({
            ...{ hasErrors: true, results: [{ statusCode: 200 }, { statusCode: 404 }, { statusCode: 200 }] }
        });
    });

    it('stop at the first failure on demand', async () => {
        expect(await post([bad, good], true)).toMatchObject({
            results: [{ statusCode: 404 }, { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] }]
        });
    });

    it('write with richInput', async () => {
        const answer = await org.sf.requestPost<{ results: { statusCode: number; result: { id: string } }[] }>(
            '/composite/batch',
            { batchRequests: [{ method: 'POST', url: 'v66.0/sobjects/Account', richInput: { Name: org.run } }] }
        );
        expect(answer.results[0]!.statusCode).toBe(201);
        org.remember('Account', answer.results[0]!.result.id);
    });
});
