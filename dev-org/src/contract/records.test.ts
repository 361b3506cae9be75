import { randomUUID } from 'node:crypto';
import { meeting, openContractOrg, tokenHash } from './testing/contractOrg.ts';
import type { ContractOrg } from './testing/contractOrg.ts';

let org: ContractOrg;
let type: string;
let link: string;
const refused = (errorCode: string) => expect.objectContaining({ errorCode }) as Error;

beforeAll(async () => {
    org = await openContractOrg();
    type = await org.create('MeetingType__c', { Name: org.run, Title__c: 'Contract' });
    link = await org.create('BookingLink__c', { Name: org.run, Slug__c: org.run, MeetingType__c: type });
});
afterAll(() => org.close());

const slug = (): string => randomUUID();
const newLink = (fields: Record<string, unknown> = {}) =>
    org.create('BookingLink__c', { Name: org.run, Slug__c: slug(), MeetingType__c: type, ...fields });
const newSingleUse = (fields: Record<string, unknown> = {}) =>
    org.create('SingleUseLink__c', { BookingLink__c: link, TokenHash__c: tokenHash(), ...fields });
const read = (object: string, id: string) => org.sf.sobject(object).retrieve(id);

describe('a create', () => {
    it('answers an id of 18 characters', async () => {
        const { id, success, errors } = await org.sf.sobject('Account').create({ Name: org.run });
        org.remember('Account', id!);
        expect({ success, errors, id }).toEqual({
            ...{ success: true, errors: [], id: expect.stringMatching(/^001[a-zA-Z0-9]{15}$/) as string }
        });
    });

    it('fills defaults of checkboxes, picklists and numbers', async () => {
        const defaults = await read('MeetingType__c', type);
        expect(defaults).toMatchObject({
            ...{ DurationMinutes__c: 30, IsActive__c: true, IsLocked__c: false, SingleUsePolicy__c: 'Allowed' }
        });
    });

    it('names by auto number', async () => {
        expect(await read('SingleUseLink__c', await newSingleUse())).toMatchObject({
            Name: expect.stringMatching(/^SUL-\d{6}$/) as string
        });
    });

    it('makes the caller the owner', async () => {
        const record = await read('BookingLink__c', link);
        expect(record['OwnerId']).toBe(record['CreatedById']);
    });

    it('trims text and keeps nothing of blanks', async () => {
        const id = await newLink({ Description__c: '  spaced  ', Name: ' Named ' });
        expect(await read('BookingLink__c', id)).toMatchObject({ Description__c: 'spaced', Name: 'Named' });
        await org.sf.sobject('BookingLink__c').update({ Id: id, Description__c: '   ' });
        expect(await read('BookingLink__c', id)).toMatchObject({ Description__c: null });
    });

    it('takes a parent by its external id', async () => {
        const parent = { BookingLink__r: { Slug__c: org.run }, TokenHash__c: tokenHash() };
        const id = await org.create('SingleUseLink__c', parent);
        expect(await read('SingleUseLink__c', id)).toMatchObject({ BookingLink__c: link });
    });

    it('takes ids of 15 characters', async () => {
        const id = await newLink({ MeetingType__c: type.slice(0, 15) });
        expect(await read('BookingLink__c', id)).toMatchObject({ MeetingType__c: type });
    });

    it('stores moments in UTC', async () => {
        const id = await newLink({ ExpiresAt__c: '2027-03-01T10:00:00+02:00' });
        expect(await read('BookingLink__c', id)).toMatchObject({ ExpiresAt__c: '2027-03-01T08:00:00.000+0000' });
    });

    it('stores times of day and days as such', async () => {
        const { id: user } = { id: (await read('BookingLink__c', link))['OwnerId'] as string };
        const hours = { Name: org.run, User__c: user, TimeZone__c: 'Europe/Berlin' };
        const schedule = await org.create('AvailabilitySchedule__c', hours);
        const day = {
            Kind__c: 'Override',
            Date__c: '2027-03-01',
            StartTime__c: '09:30:00',
            EndTime__c: '17:00:00.000Z'
        };
        const id = await org.create('AvailabilityWindow__c', { Schedule__c: schedule, ...day });
        expect(await read('AvailabilityWindow__c', id)).toMatchObject({
            ...{ Date__c: '2027-03-01', StartTime__c: '09:30:00.000Z', EndTime__c: '17:00:00.000Z' }
        });
    });

    it('computes formulas of the record and of its parents', async () => {
        const id = await newSingleUse();
        expect(await read('SingleUseLink__c', id)).toMatchObject({ Status__c: 'Active' });
        expect(await read('BookingLink__c', link)).toMatchObject({
            ...{ LinkType__c: 'Standard', Url__c: expect.stringMatching(new RegExp(`/l/${org.run}$`)) as string }
        });
    });
});

describe('a refusal', () => {
    it.each<[string, string, () => Record<string, unknown>, string, string[]?]>([
        ['no required field', 'BookingLink__c', () => ({ Name: 'x' }), 'REQUIRED_FIELD_MISSING'],
        ['an unknown field', 'Account', () => ({ Name: 'x', Nope__c: 1 }), 'INVALID_FIELD'],
        ['too long a text', 'MeetingType__c', () => ({ Title__c: 'x'.repeat(121) }), 'STRING_TOO_LONG', ['Title__c']],
        ['a bad e-mail address', 'Meeting__c', () => meeting({ ProspectEmail__c: 'nobody' }), 'INVALID_EMAIL_ADDRESS'],
        [
            'a value off a restricted picklist',
            'MeetingType__c',
            () => ({ Title__c: 'x', SingleUsePolicy__c: 'Sometimes' }),
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
        ],
        [
            'text for a number',
            'MeetingType__c',
            () => ({ Title__c: 'x', DurationMinutes__c: 'long' }),
            'JSON_PARSER_ERROR'
        ],
        ['text for a checkbox', 'MeetingType__c', () => ({ Title__c: 'x', IsActive__c: 'maybe' }), 'JSON_PARSER_ERROR'],
        ['a day that does not exist', 'Opportunity', () => opportunity('2027-02-30'), 'JSON_PARSER_ERROR'],
        [
            'a moment without sense',
            'MeetingType__c',
            () => ({ Title__c: 'x', ExpiresAt__c: 'soon' }),
            'JSON_PARSER_ERROR'
        ],
        [
            'too large a number',
            'MeetingType__c',
            () => ({ Title__c: 'x', DurationMinutes__c: 100000 }),
            'NUMBER_OUTSIDE_VALID_RANGE'
        ],
        ['no id', 'BookingLink__c', () => ({ ...aLink(), MeetingType__c: 'x' }), 'MALFORMED_ID'],
        [
            'an id of another object',
            'BookingLink__c',
            () => ({ ...aLink(), MeetingType__c: link }),
            'FIELD_INTEGRITY_EXCEPTION'
        ],
        ['a formula', 'BookingLink__c', () => ({ ...aLink(), Url__c: 'x' }), 'INVALID_FIELD_FOR_INSERT_UPDATE'],
        [
            'an audit field',
            'Account',
            () => ({ Name: 'x', SystemModstamp: '2027-01-01T00:00:00Z' }),
            'INVALID_FIELD_FOR_INSERT_UPDATE'
        ],
        [
            'a validation rule',
            'MeetingType__c',
            () => ({ Title__c: 'x', DurationMinutes__c: 4 }),
            'FIELD_CUSTOM_VALIDATION_EXCEPTION'
        ],
        [
            'a rule over two fields',
            'Meeting__c',
            () => meeting({ EndsAt__c: '2027-03-02T08:00:00Z' }),
            'FIELD_CUSTOM_VALIDATION_EXCEPTION'
        ],
        [
            'an unknown external id',
            'BookingLink__c',
            () => ({ Name: 'x', Slug__c: slug(), MeetingType__r: { Name: 'x' } }),
            'INVALID_FIELD'
        ],
        [
            'an Event without an end',
            'Event',
            () => ({ Subject: 'x', StartDateTime: '2027-03-01T09:00:00Z' }),
            'REQUIRED_FIELD_MISSING'
        ]
    ])('names %s', async (_case, object, fields, errorCode) => {
        await expect(org.sf.sobject(object).create(fields())).rejects.toEqual(refused(errorCode));
    });

    it('of a unique value names the record that has it', async () => {
        const again = { Name: 'x', Slug__c: org.run, MeetingType__c: type };
        await expect(org.sf.sobject('BookingLink__c').create(again)).rejects.toMatchObject({
            ...{ errorCode: 'DUPLICATE_VALUE', message: expect.stringContaining(link.slice(0, 15)) as string }
        });
    });

    it('leaves room for a value that differs in case only', async () => {
        const shared = slug();
        await newLink({ Slug__c: shared });
        await expect(newLink({ Slug__c: shared.toUpperCase() })).rejects.toEqual(
            refused('FIELD_CUSTOM_VALIDATION_EXCEPTION')
        );
    });

    it('of an unknown object is a 404', async () => {
        await expect(org.sf.sobject('Nope__c').create({})).rejects.toEqual(refused('NOT_FOUND'));
    });

    it('of a lead with another record on an Event says so', async () => {
        const lead = await org.create('Lead', { LastName: org.run, Company: org.run });
        const event = { Subject: org.run, StartDateTime: '2027-03-01T09:00:00Z', DurationInMinutes: 30 };
        await expect(
            org.sf
                .sobject('Event')
                .create({ ...event, WhoId: lead, WhatId: await org.create('Account', { Name: org.run }) })
        ).rejects.toEqual(refused('FIELD_INTEGRITY_EXCEPTION'));
    });
});

const aLink = () => ({ Name: 'x', Slug__c: slug(), MeetingType__c: type });
const opportunity = (CloseDate: string) => ({ Name: 'x', StageName: 'Prospecting', CloseDate });

describe('an update', () => {
    it('changes what it names and nothing else', async () => {
        const id = await newLink({ Description__c: 'kept' });
        await org.sf.sobject('BookingLink__c').update({ Id: id, IsActive__c: false });
        expect(await read('BookingLink__c', id)).toMatchObject({ Description__c: 'kept', IsActive__c: false });
    });

    it('empties with null', async () => {
        const id = await newLink({ ExpiresAt__c: '2027-03-01T00:00:00Z' });
        await org.sf.sobject('BookingLink__c').update({ Id: id, ExpiresAt__c: null });
        expect(await read('BookingLink__c', id)).toMatchObject({ ExpiresAt__c: null });
    });

    it('never empties a required field', async () => {
        await expect(org.sf.sobject('BookingLink__c').update({ Id: link, Slug__c: null })).rejects.toEqual(
            refused('REQUIRED_FIELD_MISSING')
        );
    });

    it('obeys rules that compare with what was', async () => {
        const id = await newSingleUse({ ClaimedByUid__c: randomUUID() });
        await expect(
            org.sf.sobject('SingleUseLink__c').update({ Id: id, ClaimedByUid__c: randomUUID() })
        ).rejects.toEqual(refused('FIELD_CUSTOM_VALIDATION_EXCEPTION'));
        await org.sf.sobject('SingleUseLink__c').update({ Id: id, ClaimedByUid__c: null });
        expect(await read('SingleUseLink__c', id)).toMatchObject({ ClaimedByUid__c: null });
    });

    it('never takes a revision back', async () => {
        const id = await org.create('Meeting__c', meeting({ Revision__c: 3 }));
        await expect(org.sf.sobject('Meeting__c').update({ Id: id, Revision__c: 2 })).rejects.toEqual(
            refused('FIELD_CUSTOM_VALIDATION_EXCEPTION')
        );
    });

    it('keeps a detail with its master', async () => {
        const owner = (await read('BookingLink__c', link))['OwnerId'] as string;
        const host = await org.create('LinkHost__c', { BookingLink__c: link, User__c: owner });
        await expect(
            org.sf.sobject('LinkHost__c').update({ Id: host, BookingLink__c: await newLink() })
        ).rejects.toEqual(refused('INVALID_FIELD_FOR_INSERT_UPDATE'));
    });

    it('of a record that does not exist is a 404', async () => {
        const { id } = await org.sf.sobject('Account').create({ Name: org.run });
        await org.sf.sobject('Account').destroy(id!);
        await expect(org.sf.sobject('Account').update({ Id: id!, Name: 'x' })).rejects.toEqual(
            refused('ENTITY_IS_DELETED')
        );
    });

    it('obeys If-Unmodified-Since', async () => {
        const patch = (since: string) =>
            org.sf.request({
                method: 'PATCH',
                url: `/sobjects/BookingLink__c/${link}`,
                body: '{"Description__c":"later"}',
                headers: { 'content-type': 'application/json', 'if-unmodified-since': since }
            });
        await expect(patch('Mon, 01 Jan 2024 00:00:00 GMT')).rejects.toMatchObject({ errorCode: 'ERROR_HTTP_412' });
        await patch('Fri, 01 Jan 2100 00:00:00 GMT');
        expect(await read('BookingLink__c', link)).toMatchObject({ Description__c: 'later' });
    });

    it('keeps an Event’s end and duration together', async () => {
        const event = { Subject: org.run, StartDateTime: '2027-03-01T09:00:00Z', DurationInMinutes: 30 };
        const id = await org.create('Event', event);
        expect(await read('Event', id)).toMatchObject({ EndDateTime: '2027-03-01T09:30:00.000+0000' });
        await org.sf.sobject('Event').update({ Id: id, EndDateTime: '2027-03-01T10:00:00Z' });
        expect(await read('Event', id)).toMatchObject({ DurationInMinutes: 60 });
    });
});

describe('a delete', () => {
    it('hides a record from queries and shows it to queryAll', async () => {
        const id = await newLink();
        await org.sf.sobject('BookingLink__c').destroy(id);
        const soql = `SELECT Id, IsDeleted FROM BookingLink__c WHERE Id = '${id}'`;
        expect((await org.sf.query(soql)).totalSize).toBe(0);
        expect((await org.sf.query(soql, { scanAll: true })).records).toMatchObject([{ IsDeleted: true }]);
    });

    it('takes details along', async () => {
        const id = await newLink();
        const owner = (await read('BookingLink__c', id))['OwnerId'] as string;
        const host = await org.create('LinkHost__c', { BookingLink__c: id, User__c: owner });
        await org.sf.sobject('BookingLink__c').destroy(id);
        await expect(read('LinkHost__c', host)).rejects.toEqual(refused('ENTITY_IS_DELETED'));
    });

    it('is refused while a Restrict look-up points here', async () => {
        await newSingleUse();
        await expect(org.sf.sobject('BookingLink__c').destroy(link)).rejects.toEqual(refused('DELETE_FAILED'));
    });

    it('empties other look-ups', async () => {
        const account = await org.create('Account', { Name: org.run });
        const id = await newSingleUse({ Account__c: account });
        await org.sf.sobject('Account').destroy(account);
        expect(await read('SingleUseLink__c', id)).toMatchObject({ Account__c: null });
    });

    it('frees unique values', async () => {
        const shared = slug();
        await org.sf.sobject('BookingLink__c').destroy(await newLink({ Slug__c: shared }));
        expect(await newLink({ Slug__c: shared })).toMatch(/^[a-zA-Z0-9]{18}$/);
    });

    it('happens once', async () => {
        const id = await newLink();
        await org.sf.sobject('BookingLink__c').destroy(id);
        await expect(org.sf.sobject('BookingLink__c').destroy(id)).rejects.toEqual(refused('ENTITY_IS_DELETED'));
    });
});

describe('a read', () => {
    it('answers the fields that are named', async () => {
        const answer = await org.sf.request<Record<string, unknown>>(
            `/sobjects/BookingLink__c/${link}?fields=Id,Slug__c`
        );
        expect(Object.keys(answer).sort()).toEqual(['Id', 'Slug__c', 'attributes']);
    });

    it('takes an external id in place of the id', async () => {
        expect(await org.sf.request(`/sobjects/BookingLink__c/Slug__c/${org.run}`)).toMatchObject({ Id: link });
    });

    it('follows a relationship to the parent and to the children', async () => {
        const base = `/sobjects/BookingLink__c/${link}`;
        expect(await org.sf.request(`${base}/MeetingType__r`)).toMatchObject({ Id: type });
        const children = await org.sf.request<{ totalSize: number }>(`${base}/SingleUseLinks__r`);
        expect(children.totalSize).toBeGreaterThan(0);
    });

    it('says 304 while nothing changed', async () => {
        const headers = { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' };
        const answer = await org.sf.request({ method: 'GET', url: `/sobjects/BookingLink__c/${link}`, headers });
        expect(answer).toBe('');
    });

    it.each([
        ['a field that does not exist', () => `/sobjects/BookingLink__c/${link}?fields=Nope__c`, 'INVALID_FIELD'],
        ['a record that never was', () => '/sobjects/Account/001000000000000AAA', 'NOT_FOUND'],
        ['an id that is none', () => '/sobjects/Account/nonsense', 'NOT_FOUND'],
        ['a field that is no external id', () => '/sobjects/BookingLink__c/Description__c/x', 'NOT_FOUND'],
        ['a value that nothing has', () => '/sobjects/BookingLink__c/Slug__c/nobody-has-this', 'NOT_FOUND']
    ])('refuses %s', async (_case, url, errorCode) => {
        await expect(org.sf.request(url())).rejects.toEqual(refused(errorCode));
    });
});

describe('an upsert', () => {
    const upsert = (uid: string, fields: Record<string, unknown>) =>
        org.sf.sobject('Meeting__c').upsert({ ...fields, BookingUid__c: uid }, 'BookingUid__c');

    it('creates first and updates then', async () => {
        const uid = randomUUID();
        const created = await upsert(uid, meeting());
        org.remember('Meeting__c', created.id!);
        expect(created).toMatchObject({ success: true, created: true });
        expect(await upsert(uid, { Status__c: 'Canceled' })).toMatchObject({ id: created.id, created: false });
    });

    it('with updateOnly creates nothing', async () => {
        await expect(
            org.sf.request({
                method: 'PATCH',
                url: `/sobjects/Meeting__c/BookingUid__c/${randomUUID()}?updateOnly=true`,
                body: '{"Status__c":"Canceled"}',
                headers: { 'content-type': 'application/json' }
            })
        ).rejects.toEqual(refused('NOT_FOUND'));
    });

    it('refuses the key in the body', async () => {
        const uid = randomUUID();
        await expect(
            org.sf.request({
                method: 'PATCH',
                url: `/sobjects/Meeting__c/BookingUid__c/${uid}`,
                body: JSON.stringify(meeting({ BookingUid__c: uid })),
                headers: { 'content-type': 'application/json' }
            })
        ).rejects.toEqual(refused('INVALID_FIELD'));
    });

    it('needs a field that names records', async () => {
        await expect(org.sf.sobject('Meeting__c').upsert({ Location__c: 'x' }, 'Location__c')).rejects.toEqual(
            refused('NOT_FOUND')
        );
    });
});

describe('changes', () => {
    it('list what was updated and what was deleted', async () => {
        const gone = await newLink();
        await org.sf.sobject('BookingLink__c').destroy(gone);
        const start = new Date(Date.now() - 3_600_000);
        const end = new Date(Date.now() + 120_000);
        expect((await org.sf.sobject('BookingLink__c').updated(start, end)).ids).toContain(link);
        const { deletedRecords } = await org.sf.sobject('BookingLink__c').deleted(start, end);
        expect(deletedRecords.map(({ id }) => id)).toContain(gone);
    });
});
