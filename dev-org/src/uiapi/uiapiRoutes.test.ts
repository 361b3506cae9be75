import type { Access } from '../access/access.ts';
import { fullAccess } from '../access/access.ts';
import { guardStore } from '../access/guardedStore.ts';
import type { OrgRequest } from '../http/route.ts';
import { Router } from '../http/router.ts';
import { SalesforceError } from '../salesforceError.ts';
import { addLinks, addMeeting, sampleOrg } from '../soql/testing/sampleOrg.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';
import { uiapiRoutes } from './index.ts';

interface Answer {
    status: number;
    body: unknown;
}
interface CallOptions {
    body?: unknown;
    headers?: Record<string, string>;
}

const BASE = '/services/data/v66.0/ui-api';

function setup(access: Access = fullAccess) {
    const org = sampleOrg();
    const links = addLinks(org);
    const store = guardStore(org.store, access);
    const router = new Router(uiapiRoutes({ project: org.project, schema: org.project.schema, store, access }));
    const call = (method: string, url: string, { body, headers = {} }: CallOptions = {}): Answer => {
        const { pathname, searchParams } = new URL(`http://localhost${BASE}${url}`);
        const match = router.find(method, pathname);
        if (!match) throw new Error(`No route for ${method} ${url}`);
        const { params } = match;
        const request = {
            method,
            params,
            headers,
            query: searchParams,
            apiVersion: '66.0',
            actor: SYSTEM_ACTOR,
            json: (): unknown => body
        };
        const response = match.route.handle(request as unknown as OrgRequest);
        if (response instanceof Promise) throw new Error('The UI API answers at once');
        return {
            status: response.status,
            body: response.body === undefined ? undefined : JSON.parse(response.body as string)
        };
    };
    const failure = (method: string, url: string, options?: CallOptions): SalesforceError => {
        try {
            call(method, url, options);
        } catch (error) {
            if (error instanceof SalesforceError) return error;
            throw error;
        }
        throw new Error(`${method} ${url} was answered`);
    };
    return { ...org, ...links, call, failure };
}

describe('GET /ui-api/records/{id}', () => {
    it('answers the fields asked for, parents nested with their id', () => {
        const { call, intro, type } = setup();
        const { status, body } = call(
            'GET',
            `/records/${intro.Id}?fields=BookingLink__c.Name,BookingLink__c.MeetingType__r.Title__c,BookingLink__c.ManagedLink__r.Name&optionalFields=BookingLink__c.Nope__c,BookingLink__c.Owner.Name`
        );
        expect(status).toBe(200);
        expect(body).toMatchObject({
            apiName: 'BookingLink__c',
            id: intro.Id,
            childRelationships: {},
            lastModifiedDate: '2026-11-21T10:30:00.000Z',
            recordTypeId: null,
            fields: {
                Name: { displayValue: null, value: 'Julio intro' },
                MeetingType__r: {
                    displayValue: 'Intro',
                    value: {
                        apiName: 'MeetingType__c',
                        id: type.Id,
                        fields: {
                            Id: { displayValue: null, value: type.Id },
                            Title__c: { displayValue: null, value: 'Intro call' }
                        }
                    }
                },
                ManagedLink__r: { displayValue: null, value: null },
                Owner: {
                    displayValue: 'Julio Reyes',
                    value: { apiName: 'User', fields: { Name: { value: 'Julio Reyes' } } }
                }
            }
        });
        expect(Object.keys((body as { fields: object }).fields)).not.toContain('Nope__c');
    });

    it('formats values for display', () => {
        const { call, ...org } = setup();
        const meeting = addMeeting(org, 'u1', 1);
        const { body } = call(
            'GET',
            `/records/${meeting.Id.slice(0, 15)}?fields=Meeting__c.StartsAt__c,Meeting__c.Status__c,Meeting__c.Revision__c,Meeting__c.SyncStatus__c`
        );
        expect((body as { fields: unknown }).fields).toEqual({
            StartsAt__c: { displayValue: '11/22/2026, 10:30 AM', value: '2026-11-22T10:30:00.000Z' },
            Status__c: { displayValue: 'Scheduled', value: 'Scheduled' },
            Revision__c: { displayValue: '1', value: 1 },
            SyncStatus__c: { displayValue: null, value: 'Synced' }
        });
    });

    it('refuses what cannot be read', () => {
        const { failure, intro } = setup();
        expect(failure('GET', `/records/${intro.Id}`)).toMatchObject({
            code: 'INVALID_INPUT_COMBINATION',
            status: 400
        });
        expect(failure('GET', `/records/${intro.Id}?layoutTypes=Full`)).toMatchObject({
            code: 'NOT_IMPLEMENTED',
            status: 501
        });
        expect(failure('GET', `/records/${intro.Id}?fields=BookingLink__c.Nope__c`)).toMatchObject({
            code: 'INVALID_FIELD',
            status: 400
        });
        expect(failure('GET', `/records/${intro.Id}?fields=Lead.Name`)).toMatchObject({ code: 'INVALID_FIELD' });
        expect(failure('GET', '/records/nope?fields=Lead.Name')).toMatchObject({ code: 'MALFORMED_ID', status: 400 });
        expect(failure('GET', '/records/00Q5e00000zzzzz?fields=Lead.Name')).toMatchObject({
            code: 'NOT_FOUND',
            status: 404
        });
    });

    it('answers many records, each with its own status', () => {
        const { call, intro, off } = setup();
        const { body } = call('GET', `/records/batch/${intro.Id},00Q5e00000zzzzz,${off.Id}?fields=BookingLink__c.Name`);
        expect(body).toMatchObject({
            hasErrors: true,
            results: [
                { statusCode: 200, result: { id: intro.Id } },
                { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
                { statusCode: 200, result: { id: off.Id } }
            ]
        });
    });
});

describe('POST /ui-api/records', () => {
    it('creates a record and answers it whole', () => {
        const { call, store, object, type } = setup();
        const fields = { Name: 'New', Slug__c: 'new-link', MeetingType__c: type.Id };
        const { status, body } = call('POST', '/records', { body: { apiName: 'BookingLink__c', fields } });
        expect(status).toBe(201);
        expect(body).toMatchObject({
            apiName: 'BookingLink__c',
            fields: { Slug__c: { value: 'new-link' }, LinkType__c: { value: 'Standard' } }
        });
        expect(store.find(object('BookingLink__c'), (body as { id: string }).id)?.['Name']).toBe('New');
    });

    it('names the field of each refusal', () => {
        const { call, type } = setup();
        const { status, body } = call('POST', '/records', {
            body: { apiName: 'BookingLink__c', fields: { Name: 'No slug', MeetingType__c: type.Id } }
        });
        expect(status).toBe(400);
        expect(body).toEqual({
            message: 'An error occurred while trying to update the record. Please try again.',
            statusCode: 400,
            errorCode: 'REQUIRED_FIELD_MISSING',
            enhancedErrorType: 'RecordError',
            output: {
                errors: [],
                fieldErrors: {
                    Slug__c: [
                        {
                            constituentField: null,
                            duplicateRecordError: null,
                            errorCode: 'REQUIRED_FIELD_MISSING',
                            field: 'Slug__c',
                            fieldLabel: 'Slug',
                            message: 'Required fields are missing: [Slug__c]'
                        }
                    ]
                }
            }
        });
    });

    it('puts a refusal without a field into errors', () => {
        const { call, type } = setup();
        const { body } = call('POST', '/records', {
            body: {
                apiName: 'BookingLink__c',
                fields: { Name: 'Twin', Slug__c: 'julio-intro', MeetingType__c: type.Id }
            }
        });
        expect(body).toMatchObject({
            output: { errors: [{ errorCode: 'DUPLICATE_VALUE', field: null, fieldLabel: null }], fieldErrors: {} }
        });
    });

    it('reports broken requests as reads do', () => {
        const { failure } = setup();
        expect(failure('POST', '/records', { body: { apiName: 'Nope__c', fields: {} } })).toMatchObject({
            code: 'INVALID_TYPE'
        });
        expect(failure('POST', '/records', { body: { apiName: 'Lead' } })).toMatchObject({
            code: 'POST_BODY_PARSE_ERROR'
        });
        expect(failure('POST', '/records', { body: { apiName: 'Lead', fields: { Nope__c: 1 } } })).toMatchObject({
            code: 'INVALID_FIELD'
        });
        expect(
            failure('POST', '/records', {
                body: { apiName: 'BookingLink__c', fields: { Name: 'x', IsActive__c: 'yes' } }
            })
        ).toMatchObject({ code: 'POST_BODY_PARSE_ERROR' });
    });
});

describe('PATCH and DELETE /ui-api/records/{id}', () => {
    it('updates the fields given', () => {
        const { call, intro } = setup();
        const { status, body } = call('PATCH', `/records/${intro.Id}`, {
            body: { fields: { Id: intro.Id, IsActive__c: false } }
        });
        expect(status).toBe(200);
        expect(body).toMatchObject({
            id: intro.Id,
            fields: { IsActive__c: { value: false }, Name: { value: 'Julio intro' } }
        });
    });

    it('reports a validation rule with its message', () => {
        const { call, intro } = setup();
        const { status, body } = call('PATCH', `/records/${intro.Id}`, { body: { fields: { Slug__c: 'Not A Slug' } } });
        expect(status).toBe(400);
        expect(body).toMatchObject({
            errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            enhancedErrorType: 'RecordError'
        });
    });

    it('keeps a record that changed since it was read', () => {
        const { call, intro, store, object } = setup();
        const headers = { 'if-unmodified-since': '2026-11-21T10:29:59.000Z' };
        expect(call('PATCH', `/records/${intro.Id}`, { body: { fields: { Name: 'Lost' } }, headers }).status).toBe(412);
        expect(store.find(object('BookingLink__c'), intro.Id)?.['Name']).toBe('Julio intro');
        const current = { 'if-unmodified-since': '2026-11-21T10:30:00.000Z' };
        expect(
            call('PATCH', `/records/${intro.Id}`, { body: { fields: { Name: 'Kept' } }, headers: current }).status
        ).toBe(200);
    });

    it('deletes once', () => {
        const { call, failure, singleUse } = setup();
        const url = `/records/${singleUse[0]!.Id}`;
        expect(call('DELETE', url)).toEqual({ status: 204, body: undefined });
        expect(failure('DELETE', url)).toMatchObject({ code: 'ENTITY_IS_DELETED', status: 404 });
    });
});

describe('GET /ui-api/object-info', () => {
    it('describes an object with its fields and children', () => {
        const { call } = setup();
        const { body } = call('GET', '/object-info/BookingLink__c');
        expect(body).toMatchObject({
            apiName: 'BookingLink__c',
            label: 'Booking Link',
            defaultRecordTypeId: '012000000000000AAA',
            nameFields: ['Name'],
            createable: true,
            fields: {
                Slug__c: { dataType: 'String', required: true, unique: true, length: 60 },
                LinkType__c: { calculated: true, createable: false },
                ExpiresAt__c: { dataType: 'DateTime', required: false },
                MeetingType__c: {
                    dataType: 'Reference',
                    relationshipName: 'MeetingType__r',
                    referenceToInfos: [{ apiName: 'MeetingType__c', nameFields: ['Name'] }]
                },
                OwnerId: { polymorphicForeignKey: true, relationshipName: 'Owner' }
            }
        });
        expect((body as { childRelationships: unknown[] }).childRelationships).toContainEqual({
            childObjectApiName: 'SingleUseLink__c',
            fieldName: 'BookingLink__c',
            junctionIdListNames: [],
            junctionReferenceTo: [],
            relationshipName: 'SingleUseLinks__r'
        });
    });

    it('lists picklist values with the default', () => {
        const { call, failure } = setup();
        const url = '/object-info/MeetingType__c/picklist-values/012000000000000AAA';
        const single = call('GET', `${url}/SingleUsePolicy__c`).body;
        expect(single).toMatchObject({
            defaultValue: { value: 'Allowed' },
            values: [{ label: 'Allowed', value: 'Allowed' }, { value: 'Default Action' }, { value: 'Required' }]
        });
        expect(call('GET', url).body).toMatchObject({ picklistFieldValues: { SingleUsePolicy__c: single } });
        expect(failure('GET', `${url}/Title__c`).status).toBe(404);
        expect(failure('GET', '/object-info/Nope__c').status).toBe(404);
    });
});

describe('access', () => {
    const limited: Access = {
        ...fullAccess,
        canRead: (_, object) => object.name !== 'MeetingType__c',
        canReadField: (_, __, field) => field.name !== 'TokenHash__c',
        canEditField: (_, __, field) => field.name !== 'BatchId__c',
        visible: (_, object, row) => object.name !== 'BookingLink__c' || row['Name'] !== 'Ana off'
    };

    it('hides objects, fields and rows', () => {
        const { call, failure, off, singleUse } = setup(limited);
        expect(failure('GET', '/object-info/MeetingType__c').status).toBe(404);
        expect(failure('GET', `/records/${off.Id}?fields=BookingLink__c.Name`).status).toBe(404);
        const url = `/records/${singleUse[2]!.Id}`;
        expect(failure('GET', `${url}?fields=SingleUseLink__c.TokenHash__c`).code).toBe('INVALID_FIELD');
        expect(call('GET', `${url}?fields=SingleUseLink__c.BookingLink__r.Name`).body).toMatchObject({
            fields: { BookingLink__r: { displayValue: null, value: null } }
        });
        const { fields } = call('GET', '/object-info/SingleUseLink__c').body as {
            fields: Record<string, { updateable: boolean }>;
        };
        expect(fields['TokenHash__c']).toBeUndefined();
        expect(fields['BatchId__c']!.updateable).toBe(false);
    });

    it('reports a field that may not be written at the field', () => {
        const { call, singleUse } = setup(limited);
        const { body } = call('PATCH', `/records/${singleUse[0]!.Id}`, { body: { fields: { BatchId__c: 'x' } } });
        expect(body).toMatchObject({
            output: { fieldErrors: { BatchId__c: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }] } }
        });
    });
});
