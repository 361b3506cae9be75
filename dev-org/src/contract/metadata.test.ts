import { openContractOrg } from './testing/contractOrg.ts';
import type { ContractOrg } from './testing/contractOrg.ts';

let org: ContractOrg;
beforeAll(async () => {
    org = await openContractOrg();
});
afterAll(() => org.close());

describe('describe', () => {
    it('lists the objects and what may be done with them', async () => {
        const { sobjects } = await org.sf.describeGlobal();
        expect(sobjects.find(({ name }) => name === 'BookingLink__c')).toMatchObject({
            ...{
                custom: true,
                queryable: true,
                createable: true,
                updateable: true,
                deletable: true,
                label: 'Booking Link'
            }
        });
    });

    it('tells what an object is called and how its ids begin', async () => {
        const described = await org.sf.sobject('Lead').describe();
        expect(described).toMatchObject({ name: 'Lead', custom: false, keyPrefix: '00Q', labelPlural: 'Leads' });
    });

    it.each<[string, string, Record<string, unknown>]>([
        [
            'BookingLink__c',
            'Slug__c',
            { type: 'string', length: 60, unique: true, externalId: true, caseSensitive: true }
        ],
        ['BookingLink__c', 'Slug__c', { nillable: false, createable: true, updateable: true, soapType: 'xsd:string' }],
        ['BookingLink__c', 'Url__c', { calculated: true, createable: false, updateable: false }],
        [
            'BookingLink__c',
            'MeetingType__c',
            { type: 'reference', referenceTo: ['MeetingType__c'], relationshipName: 'MeetingType__r' }
        ],
        [
            'BookingLink__c',
            'IsActive__c',
            { type: 'boolean', nillable: false, defaultedOnCreate: true, soapType: 'xsd:boolean' }
        ],
        ['BookingLink__c', 'ExpiresAt__c', { type: 'datetime', nillable: true, soapType: 'xsd:dateTime' }],
        ['MeetingType__c', 'DurationMinutes__c', { type: 'double', precision: 4, scale: 0 }],
        ['MeetingType__c', 'Description__c', { type: 'textarea', filterable: false, sortable: false }],
        ['SingleUseLink__c', 'Name', { autoNumber: true, nameField: true, createable: false }],
        ['LinkHost__c', 'BookingLink__c', { updateable: false, cascadeDelete: true, relationshipOrder: 0 }],
        ['Meeting__c', 'ProspectEmail__c', { type: 'email' }],
        ['AvailabilityWindow__c', 'StartTime__c', { type: 'time' }],
        ['Event', 'WhatId', { type: 'reference', polymorphicForeignKey: true, relationshipName: 'What' }],
        ['Lead', 'Id', { type: 'id', idLookup: true, nillable: false }]
    ])('tells about %s.%s', async (object, field, expected) => {
        const { fields } = await org.sf.sobject(object).describe();
        expect(fields.find(({ name }) => name === field)).toMatchObject(expected);
    });

    it('lists the values of a picklist, with the default', async () => {
        const { fields } = await org.sf.sobject('Meeting__c').describe();
        const status = fields.find(({ name }) => name === 'Status__c')!;
        expect(status.restrictedPicklist).toBe(true);
        expect(status.picklistValues).toContainEqual(
            expect.objectContaining({ value: 'Scheduled', active: true, defaultValue: true })
        );
    });

    it('lists the children of an object', async () => {
        const { childRelationships } = await org.sf.sobject('BookingLink__c').describe();
        expect(childRelationships).toContainEqual(
            expect.objectContaining({ childSObject: 'SingleUseLink__c', relationshipName: 'SingleUseLinks__r' })
        );
    });

    it('is a 404 for an object that does not exist', async () => {
        await expect(org.sf.sobject('Nope__c').describe()).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    });
});

describe('the API', () => {
    it('lists its versions and their resources', async () => {
        const versions = await org.sf.request<{ version: string }[]>('/services/data');
        expect(versions.map(({ version }) => version)).toContain('66.0');
        const resources = await org.sf.request<Record<string, string>>('/services/data/v66.0');
        expect(resources).toMatchObject({ query: '/services/data/v66.0/query' });
    });

    it('tells what is left of the daily calls, with each answer', async () => {
        expect(await org.sf.limits()).toMatchObject({
            DailyApiRequests: { Max: expect.any(Number) as number, Remaining: expect.any(Number) as number }
        });
        expect(org.sf.limitInfo.apiUsage?.limit).toBeGreaterThan(0);
    });

    it('refuses methods that a resource does not know', async () => {
        await expect(org.sf.request({ method: 'PUT', url: '/sobjects/Account', body: '{}' })).rejects.toMatchObject({
            errorCode: 'METHOD_NOT_ALLOWED'
        });
    });

    it('refuses a session that it does not know', async () => {
        const response = await fetch(`${org.sf.instanceUrl}/services/data/v66.0/limits`, {
            headers: { authorization: 'Bearer 00D!nothing' }
        });
        expect(response.status).toBe(401);
        expect(await response.json()).toMatchObject([{ errorCode: 'INVALID_SESSION_ID' }]);
    });

    it('answers 404 to a version that is none', async () => {
        await expect(org.sf.request('/services/data/latest/limits')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    });

    it('refuses a body that is no JSON', async () => {
        const request = { method: 'POST' as const, url: '/sobjects/Account', body: '{"Name":' };
        await expect(
            org.sf.request({ ...request, headers: { 'content-type': 'application/json' } })
        ).rejects.toMatchObject({ errorCode: 'JSON_PARSER_ERROR' });
    });
});
