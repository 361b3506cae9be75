import type { Connection } from 'jsforce';
import type { DevOrg } from '../devOrg.ts';
import { connect, startTestOrg } from '../testing/testOrg.ts';

let org: DevOrg;
let sf: Connection;
let kindId: string;

beforeAll(async () => {
    org = await startTestOrg({ clock: () => Date.parse('2026-11-21T03:07:01.789Z') });
    sf = await connect(org);
    kindId = (await sf.sobject('Kind__c').create({ Name: 'Intro', Key__c: 'Intro' })).id!;
});
afterAll(() => org.close());

describe('sobjects', () => {
    it('creates a record and reads it back with defaults, name, owner and stamps of whole seconds', async () => {
        const created = await sf.sobject('Link__c').create({ Slug__c: ' julio-intro ', Kind__c: kindId });
        expect(created).toEqual({
            id: expect.stringMatching(/^[a-zA-Z0-9]{18}$/) as string,
            success: true,
            errors: []
        });
        const record = await sf.sobject('Link__c').retrieve(created.id!);
        expect(record).toMatchObject({
            attributes: { type: 'Link__c', url: `/services/data/v66.0/sobjects/Link__c/${created.id}` },
            Name: created.id,
            Slug__c: 'julio-intro',
            IsActive__c: true,
            IsShared__c: false,
            ExpiresAt__c: null,
            Url__c: 'http://127.0.0.1:4000/l/julio-intro',
            OwnerId: record['CreatedById'] as string,
            CreatedDate: '2026-11-21T03:07:01.000+0000',
            SystemModstamp: '2026-11-21T03:07:01.000+0000'
        });
    });

    it('takes ids of 15 characters and answers 18', async () => {
        const record = await sf.sobject('Kind__c').retrieve(kindId.slice(0, 15));
        expect(record['Id']).toBe(kindId);
    });

    it('updates and deletes; a deleted record says so', async () => {
        const { id } = await sf.sobject('Kind__c').create({ Name: 'Gone' });
        await sf.sobject('Kind__c').update({ Id: id!, Minutes__c: 45 });
        expect(await sf.sobject('Kind__c').retrieve(id!)).toMatchObject({ Minutes__c: 45 });
        await sf.sobject('Kind__c').destroy(id!);
        await expect(sf.sobject('Kind__c').retrieve(id!)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
    });

    it.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
        [
            'a missing required field',
            'Link__c',
            {},
            { errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Kind__c', 'Slug__c'] }
        ],
        ['an unknown field', 'Kind__c', { Nope__c: 1 }, { errorCode: 'INVALID_FIELD' }],
        [
            'too long a text',
            'Kind__c',
            { Key__c: 'x'.repeat(41) },
            { errorCode: 'STRING_TOO_LONG', fields: ['Key__c'] }
        ],
        ['a number out of range', 'Kind__c', { Minutes__c: 10000 }, { errorCode: 'NUMBER_OUTSIDE_VALID_RANGE' }],
        ['text for a number', 'Kind__c', { Minutes__c: 'many' }, { errorCode: 'JSON_PARSER_ERROR' }],
        ['a formula', 'Link__c', { Url__c: 'x' }, { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Url__c'] }],
        [
            'an audit field',
            'Kind__c',
            { CreatedDate: '2026-01-01T00:00:00Z' },
            { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }
        ],
        [
            'a bad e-mail',
            'Use__c',
            { Hash__c: 'a', Email__c: 'no' },
            { errorCode: 'INVALID_EMAIL_ADDRESS', fields: ['Email__c'] }
        ],
        [
            'a bad picklist value',
            'Host__c',
            { Role__c: 'Cook' },
            { errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }
        ],
        ['no id at all', 'Link__c', { Kind__c: 'x' }, { errorCode: 'MALFORMED_ID', fields: ['Kind__c'] }],
        [
            'an id of another object',
            'Link__c',
            { Kind__c: '00Q5e0000000001EAA' },
            { errorCode: 'FIELD_INTEGRITY_EXCEPTION' }
        ]
    ])('refuses %s', async (_case, object, record, error) => {
        await expect(sf.sobject(object).create(record)).rejects.toMatchObject({ data: error });
    });

    it('refuses an id that belongs to no record', async () => {
        const unknown = `${kindId.slice(0, 10)}zzzzz`;
        await expect(sf.sobject('Link__c').create({ Slug__c: 'x', Kind__c: unknown })).rejects.toMatchObject({
            errorCode: 'INVALID_CROSS_REFERENCE_KEY'
        });
    });

    it('keeps unique values unique by the case rule of the field, and frees them with a delete', async () => {
        await expect(sf.sobject('Kind__c').create({ Key__c: 'INTRO' })).rejects.toMatchObject({
            errorCode: 'DUPLICATE_VALUE',
            message: expect.stringContaining(
                `Key__c duplicates value on record with id: ${kindId.slice(0, 15)}`
            ) as string
        });
        const first = await sf.sobject('Use__c').create({ Hash__c: 'abc' });
        await sf.sobject('Use__c').create({ Hash__c: 'ABC' });
        await sf.sobject('Use__c').destroy(first.id!);
        expect(await sf.sobject('Use__c').create({ Hash__c: 'abc' })).toMatchObject({ success: true });
    });

    it('runs validation rules with the values before the save', async () => {
        const { id } = await sf.sobject('Use__c').create({ Hash__c: 'rule', ClaimedBy__c: 'first' });
        await sf.sobject('Use__c').update({ Id: id!, ClaimedBy__c: 'first' });
        await expect(sf.sobject('Use__c').update({ Id: id!, ClaimedBy__c: 'second' })).rejects.toMatchObject({
            data: {
                errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                message: 'Claimed already.',
                fields: ['ClaimedBy__c']
            }
        });
    });

    it('names a parent by its external id', async () => {
        const { id } = await sf.sobject('Link__c').create({ Slug__c: 'nested', Kind__r: { Key__c: 'intro' } });
        expect(await sf.sobject('Link__c').retrieve(id!)).toMatchObject({ Kind__c: kindId });
    });

    it('restricts, cascades and empties references on delete', async () => {
        const kind = await sf.sobject('Kind__c').create({ Name: 'Busy' });
        const link = await sf.sobject('Link__c').create({ Slug__c: 'busy', Kind__c: kind.id });
        const host = await sf.sobject('Host__c').create({ Link__c: link.id });
        const use = await sf.sobject('Use__c').create({ Hash__c: 'busy', Link__c: link.id });
        await expect(sf.sobject('Kind__c').destroy(kind.id!)).rejects.toMatchObject({ errorCode: 'DELETE_FAILED' });
        await sf.sobject('Link__c').destroy(link.id!);
        await expect(sf.sobject('Host__c').retrieve(host.id!)).rejects.toMatchObject({
            errorCode: 'ENTITY_IS_DELETED'
        });
        expect(await sf.sobject('Use__c').retrieve(use.id!)).toMatchObject({
            Link__c: null,
            Name: expect.stringMatching(/^U-\d{4}$/) as string
        });
    });

    it('answers 412 when the record changed since', async () => {
        const url = `/sobjects/Kind__c/${kindId}`;
        const patch = (since: string) =>
            sf.request({
                method: 'PATCH',
                url,
                body: '{"Minutes__c":20}',
                headers: { 'content-type': 'application/json', 'if-unmodified-since': since }
            });
        await expect(patch('Sat, 21 Nov 2026 03:07:00 GMT')).rejects.toMatchObject({ errorCode: 'ERROR_HTTP_412' });
        await patch('Sat, 21 Nov 2026 03:07:01 GMT');
        expect(await sf.sobject('Kind__c').retrieve(kindId)).toMatchObject({ Minutes__c: 20 });
    });

    it('says what it does not support instead of an empty success', async () => {
        await expect(sf.request('/jobs/query')).rejects.toMatchObject({ errorCode: 'NOT_IMPLEMENTED' });
    });

    it('answers 404 for an object that does not exist', async () => {
        await expect(sf.sobject('Nope__c').create({})).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    });
});
