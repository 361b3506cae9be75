import { openContractOrg, tokenHash } from './testing/contractOrg.ts';
import type { ContractOrg } from './testing/contractOrg.ts';

interface UiRecord {
    id: string;
    apiName: string;
    fields: Record<string, { value: unknown; displayValue: string | null }>;
}

let org: ContractOrg;
let type: string;
let link: string;
beforeAll(async () => {
    org = await openContractOrg();
    type = await org.create('MeetingType__c', { Name: org.run, Title__c: 'Contract' });
    link = await org.create('BookingLink__c', { Name: org.run, Slug__c: org.run, MeetingType__c: type });
    for (let index = 0; index < 3; index += 1) {
        await org.create('SingleUseLink__c', { BookingLink__c: link, TokenHash__c: tokenHash() });
    }
});
afterAll(() => org.close());

const get = <T = UiRecord>(path: string): Promise<T> => org.sf.request<T>(`/ui-api/${path}`);

describe('records', () => {
    it('hold the fields that are named, with values and display values', async () => {
        const record = await get(`records/${link}?fields=BookingLink__c.Name,BookingLink__c.IsActive__c`);
        expect(record).toMatchObject({
            ...{ apiName: 'BookingLink__c', id: link },
            fields: { Name: { value: org.run, displayValue: null }, IsActive__c: { value: true } }
        });
        expect(Object.keys(record.fields).sort()).toEqual(['IsActive__c', 'Name']);
    });

    it('nest parents', async () => {
        const record = await get(`records/${link}?fields=BookingLink__c.MeetingType__r.Title__c`);
        expect(record.fields['MeetingType__r']).toMatchObject({
            ...{
                displayValue: org.run,
                value: { apiName: 'MeetingType__c', fields: { Title__c: { value: 'Contract' } } }
            }
        });
    });

    it('leave out optional fields that do not exist', async () => {
        const record = await get(`records/${link}?fields=BookingLink__c.Name&optionalFields=BookingLink__c.Nope__c`);
        expect(record.fields).not.toHaveProperty('Nope__c');
    });

    it('come in batches, each with its status', async () => {
        const answer = await get<{ results: { statusCode: number }[] }>(
            `records/batch/${link},${type}?optionalFields=BookingLink__c.Name,MeetingType__c.Name`
        );
        expect(answer.results.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    });

    it('are created, updated and deleted', async () => {
        const created = await org.sf.requestPost<UiRecord>('/ui-api/records', {
            ...{ apiName: 'MeetingType__c', fields: { Name: org.run, Title__c: 'Made here' } }
        });
        org.remember('MeetingType__c', created.id);
        expect(created.fields['DurationMinutes__c']).toMatchObject({ value: 30, displayValue: '30' });
        const updated = await org.sf.requestPatch<UiRecord>(`/ui-api/records/${created.id}`, {
            fields: { DurationMinutes__c: 45 }
        });
        expect(updated.fields['DurationMinutes__c']).toMatchObject({ value: 45 });
        await org.sf.requestDelete(`/ui-api/records/${created.id}`);
        await expect(get(`records/${created.id}?fields=MeetingType__c.Name`)).rejects.toMatchObject({
            errorCode: 'ENTITY_IS_DELETED'
        });
    });

    it('name the field of a failure', async () => {
        const input = { apiName: 'MeetingType__c', fields: { Title__c: 'x'.repeat(121) } };
        await expect(org.sf.requestPost('/ui-api/records', input)).rejects.toMatchObject({
            data: {
                ...{ statusCode: 400, enhancedErrorType: 'RecordError' },
                output: { errors: [], fieldErrors: { Title__c: [{ errorCode: 'STRING_TOO_LONG', field: 'Title__c' }] } }
            }
        });
    });

    it.each([
        ['a field that does not exist', () => `records/${link}?fields=BookingLink__c.Nope__c`, 'INVALID_FIELD'],
        ['no fields', () => `records/${link}`, 'INVALID_INPUT_COMBINATION'],
        ['an id that is none', () => 'records/nonsense?fields=BookingLink__c.Name', 'MALFORMED_ID'],
        ['a record that is not there', () => 'records/001000000000000AAA?fields=Account.Name', 'NOT_FOUND']
    ])('refuse %s', async (_case, path, errorCode) => {
        await expect(get(path())).rejects.toMatchObject({ errorCode });
    });
});

describe('object info', () => {
    it('tells fields and rights', async () => {
        expect(await get('object-info/BookingLink__c')).toMatchObject({
            ...{ apiName: 'BookingLink__c', createable: true, nameFields: ['Name'] },
            fields: { Slug__c: { dataType: 'String', required: true, unique: true } }
        });
    });

    it('comes in batches, missing objects apart', async () => {
        expect(await get('object-info/batch/Lead,Contact')).toMatchObject({
            results: [{ statusCode: 200, result: { apiName: 'Lead' } }, { statusCode: 200 }]
        });
    });

    it('lists the objects there are', async () => {
        const { objects } = await get<{ objects: Record<string, { keyPrefix: string }> }>('object-info');
        expect(objects['Lead']).toMatchObject({ keyPrefix: '00Q' });
    });

    it('lists the values of a picklist', async () => {
        const path = 'object-info/Meeting__c/picklist-values/012000000000000AAA/Status__c';
        const { values } = await get<{ values: { value: string }[] }>(path);
        expect(values.map(({ value }) => value)).toEqual([
            ...['Scheduled', 'Rescheduled', 'Completed', 'No-Show', 'Canceled']
        ]);
    });

    it('begins a new record with its defaults', async () => {
        expect(await get('record-defaults/create/MeetingType__c')).toMatchObject({
            objectInfos: { MeetingType__c: { apiName: 'MeetingType__c' } },
            record: { apiName: 'MeetingType__c', fields: { IsActive__c: { value: true } } }
        });
    });
});

describe('related lists', () => {
    interface Page {
        count: number;
        records: UiRecord[];
        nextPageToken: string | null;
    }
    const LIST = 'SingleUseLinks__r';

    it('hold children of a record', async () => {
        const page = await get<Page>(`related-list-records/${link}/${LIST}?fields=SingleUseLink__c.Name`);
        expect(page).toMatchObject({ count: 3, nextPageToken: null });
        expect(page.records[0]!.apiName).toBe('SingleUseLink__c');
    });

    it('are sorted and paged by the body', async () => {
        const names: unknown[] = [];
        for (let pageToken: string | null = '0'; pageToken !== null;) {
            const body = {
                fields: ['SingleUseLink__c.Name'],
                sortBy: ['-SingleUseLink__c.Name'],
                pageSize: 2,
                pageToken
            };
            const page: Page = await org.sf.requestPost(`/ui-api/related-list-records/${link}/${LIST}`, body);
            names.push(...page.records.map(({ fields }) => fields['Name']!.value));
            pageToken = page.nextPageToken;
        }
        expect(names).toHaveLength(3);
        expect(names).toEqual([...names].sort().reverse());
    });

    it('are counted', async () => {
        expect(await get(`related-list-count/${link}/${LIST}`)).toMatchObject({ count: 3, hasMore: false });
    });

    it('are not found under another name', async () => {
        await expect(get(`related-list-records/${link}/Nopes__r?fields=X.Name`)).rejects.toMatchObject({
            errorCode: 'NOT_FOUND'
        });
    });
});

describe('GraphQL', () => {
    interface Answer {
        data: {
            uiapi: { query: Record<string, { edges: { node: Record<string, unknown> }[]; totalCount?: number }> };
        } | null;
        errors: { message: string }[];
    }
    const ask = (query: string, variables: Record<string, unknown> = {}): Promise<Answer> =>
        org.sf.requestPost('/graphql', { query, variables });
    const links = (rest: string, node: string): string =>
        `query ($run: String) { uiapi { query { BookingLink__c(${rest}) { edges { node { ${node} } } totalCount } } } }`;

    it('filters with variables and nests parents', async () => {
        const where = 'where: { Slug__c: { eq: $run } }';
        const { data, errors } = await ask(links(where, 'Id Name { value } MeetingType__r { Title__c { value } }'), {
            run: org.run
        });
        expect(errors).toEqual([]);
        expect(data!.uiapi.query['BookingLink__c']).toMatchObject({
            totalCount: 1,
            edges: [{ node: { Id: link, MeetingType__r: { Title__c: { value: 'Contract' } } } }]
        });
    });

    it('lists children', async () => {
        const node = 'SingleUseLinks__r(first: 2, orderBy: { Name: { order: ASC } }) { edges { node { Id } } }';
        const { data } = await ask(links('where: { Slug__c: { eq: $run } }', node), { run: org.run });
        expect(data!.uiapi.query['BookingLink__c']!.edges[0]!.node['SingleUseLinks__r']).toMatchObject({
            edges: [{}, {}]
        });
    });

    it.each([
        ['a field that does not exist', links('first: 1', 'Nope__c { value }')],
        ['an object that does not exist', '{ uiapi { query { Nope__c { edges { node { Id } } } } } }'],
        ['what is no GraphQL', '{ uiapi { query '],
        ['a filter that does not exist', links('where: { Slug__c: { near: "x" } }', 'Id')]
    ])('answers 200 with errors for %s', async (_case, query) => {
        const { errors } = await ask(query);
        expect(errors.length).toBeGreaterThan(0);
    });
});
