import { loadFixture } from '../testing/fixtureProject.ts';
import { getObject } from '../testing/testOrg.ts';
import { createRecordStore } from './createRecordStore.ts';
import type { RecordInput, RecordStore } from './recordStore.ts';
import { SYSTEM_ACTOR } from './systemActor.ts';

const { schema } = loadFixture();
let store: RecordStore;
beforeEach(() => {
    store = createRecordStore(schema, { clock: () => Date.parse('2026-11-21T10:00:00Z') });
});

const insert = (object: string, input: RecordInput) => store.insert(getObject(schema, object), input, SYSTEM_ACTOR);
const update = (object: string, id: string, input: RecordInput) =>
    store.update(getObject(schema, object), id, input, SYSTEM_ACTOR);
const code = (expected: string) => expect.objectContaining({ code: expected }) as Error;

describe('calendar entries', () => {
    const start = '2026-11-23T09:00:00Z';

    it('completes the end from the duration and the duration from the end', () => {
        expect(insert('Event', { StartDateTime: start, DurationInMinutes: 30 })).toMatchObject({
            EndDateTime: '2026-11-23T09:30:00.000+0000',
            ActivityDate: '2026-11-23',
            ActivityDateTime: '2026-11-23T09:00:00.000+0000',
            ShowAs: 'Busy'
        });
        expect(insert('Event', { StartDateTime: start, EndDateTime: '2026-11-23T10:00:00Z' })).toMatchObject({
            DurationInMinutes: 60
        });
    });

    it('keeps the duration when only the start moves', () => {
        const { Id } = insert('Event', { StartDateTime: start, DurationInMinutes: 30 });
        expect(update('Event', Id, { StartDateTime: '2026-11-24T14:00:00Z' })).toMatchObject({
            EndDateTime: '2026-11-24T14:30:00.000+0000'
        });
    });

    it('lays an all-day entry on midnights, the last day included', () => {
        const day = { IsAllDayEvent: true, StartDateTime: '2026-11-23T00:00:00Z' };
        expect(insert('Event', day)).toMatchObject({
            EndDateTime: '2026-11-23T00:00:00.000+0000',
            DurationInMinutes: 1440,
            ActivityDateTime: null
        });
        expect(insert('Event', { ...day, EndDateTime: '2026-11-25T00:00:00Z' })).toMatchObject({
            DurationInMinutes: 3 * 1440
        });
    });

    it.each<[string, RecordInput, string]>([
        ['no start', { DurationInMinutes: 30 }, 'REQUIRED_FIELD_MISSING'],
        ['neither end nor duration', { StartDateTime: start }, 'REQUIRED_FIELD_MISSING'],
        [
            'an end before the start',
            { StartDateTime: start, EndDateTime: '2026-11-23T08:00:00Z' },
            'FIELD_INTEGRITY_EXCEPTION'
        ],
        ['more than 14 days', { StartDateTime: start, DurationInMinutes: 14 * 1440 + 1 }, 'FIELD_INTEGRITY_EXCEPTION'],
        [
            'an end that contradicts the duration',
            { StartDateTime: start, EndDateTime: '2026-11-23T10:00:00Z', DurationInMinutes: 30 },
            'FIELD_INTEGRITY_EXCEPTION'
        ]
    ])('refuses %s', (_case, input, expected) => {
        expect(() => insert('Event', input)).toThrow(code(expected));
    });

    it('takes a lead alone, a contact with something else, and only things with activities', () => {
        const when = { StartDateTime: start, DurationInMinutes: 30 };
        const lead = insert('Lead', { LastName: 'Doe', Company: 'Acme' });
        const contact = insert('Contact', { LastName: 'Doe' });
        const kind = insert('Kind__c', { Key__c: 'k' });
        const link = insert('Link__c', { Slug__c: 's', Kind__c: kind.Id });
        expect(insert('Event', { ...when, WhoId: lead.Id })['WhoId']).toBe(lead.Id);
        expect(insert('Event', { ...when, WhoId: contact.Id, WhatId: link.Id })['WhatId']).toBe(link.Id);
        expect(() => insert('Event', { ...when, WhoId: lead.Id, WhatId: link.Id })).toThrow(
            code('FIELD_INTEGRITY_EXCEPTION')
        );
        expect(() => insert('Event', { ...when, WhatId: kind.Id })).toThrow(code('FIELD_INTEGRITY_EXCEPTION'));
    });

    it('carries the fields of Activity', () => {
        const event = insert('Event', { StartDateTime: start, DurationInMinutes: 30, BookingUid__c: 'uid' });
        expect(store.findByField(getObject(schema, 'Event'), 'BookingUid__c', 'uid')).toEqual([event]);
    });
});

describe('people', () => {
    it('are named by first and last name, also after a change', () => {
        const { Id, Name } = insert('Contact', { FirstName: 'Ada', LastName: 'Lovelace' });
        expect(Name).toBe('Ada Lovelace');
        expect(update('Contact', Id, { FirstName: null })['Name']).toBe('Lovelace');
    });
});

describe('values', () => {
    it('trims text, empties blanks, and never leaves a checkbox without a value', () => {
        const kind = insert('Kind__c', { Key__c: '  k  ', Name: '   ' });
        expect(kind).toMatchObject({ Key__c: 'k', Name: kind.Id });
        expect(insert('Link__c', { Slug__c: 's', Kind__c: kind.Id, IsActive__c: null })['IsActive__c']).toBe(false);
    });

    it('takes names of fields in any case and dates with any offset', () => {
        const kind = insert('Kind__c', { KEY__C: 'k' });
        const link = insert('Link__c', {
            slug__c: 's',
            kind__c: kind.Id,
            expiresat__c: '2026-11-21T12:00:00.999+02:00'
        });
        expect(link).toMatchObject({ Slug__c: 's', ExpiresAt__c: '2026-11-21T10:00:00.000+0000' });
    });

    it('refuses a day that does not exist', () => {
        const deal = { Name: 'D', StageName: 'Prospecting', CloseDate: '2026-02-30' };
        expect(() => insert('Opportunity', deal)).toThrow(code('JSON_PARSER_ERROR'));
    });

    it('rounds numbers to their scale', () => {
        expect(insert('Kind__c', { Minutes__c: 29.5 })['Minutes__c']).toBe(30);
        const deal = { Name: 'D', StageName: 'Prospecting', CloseDate: '2026-02-28', Amount: 1.005 };
        expect(insert('Opportunity', deal)['Amount']).toBe(1.01);
    });

    it('says when a record was created as told, where somebody may set audit fields', () => {
        const actor = { ...SYSTEM_ACTOR, createdAt: '2026-11-01T08:00:00Z' };
        expect(store.insert(getObject(schema, 'Account'), { Name: 'Old' }, actor)).toMatchObject({
            CreatedDate: '2026-11-01T08:00:00.000+0000',
            SystemModstamp: '2026-11-21T10:00:00.000+0000'
        });
    });

    it('does not let a master-detail parent change', () => {
        const kind = insert('Kind__c', {});
        const [first, second] = ['a', 'b'].map((slug) => insert('Link__c', { Slug__c: slug, Kind__c: kind.Id }));
        const host = insert('Host__c', { Link__c: first!.Id });
        expect(() => update('Host__c', host.Id, { Link__c: second!.Id })).toThrow(
            code('INVALID_FIELD_FOR_INSERT_UPDATE')
        );
    });
});

describe('transactions', () => {
    it('undo rows and their unique values, and nest', () => {
        store.transaction(() => {
            insert('Kind__c', { Key__c: 'outer' });
            expect(() =>
                store.transaction(() => {
                    insert('Kind__c', { Key__c: 'inner' });
                    throw new Error('inner');
                })
            ).toThrow('inner');
            insert('Kind__c', { Key__c: 'inner' });
        });
        const keys = [...store.rows(getObject(schema, 'Kind__c'))].map((row) => row['Key__c']);
        expect(keys).toEqual(['outer', 'inner']);
    });

    it('leave nothing behind of a delete that is restricted deep down', () => {
        const account = insert('Account', { Name: 'Acme' });
        const contact = insert('Contact', { LastName: 'Doe', AccountId: account.Id });
        expect(() =>
            store.transaction(() => {
                store.delete(getObject(schema, 'Account'), account.Id, SYSTEM_ACTOR);
                throw new Error('no');
            })
        ).toThrow('no');
        expect(store.find(getObject(schema, 'Contact'), contact.Id)).toMatchObject({ AccountId: account.Id });
        expect(store.children(getObject(schema, 'Contact'), 'AccountId', account.Id)).toHaveLength(1);
    });
});

describe('users', () => {
    it('cannot be deleted', () => {
        const User = getObject(schema, 'User');
        const user = insert('User', { Username: 'a@b.example', LastName: 'A', Email: 'a@b.example' });
        expect(() => store.delete(User, user.Id, SYSTEM_ACTOR)).toThrow(code('CANNOT_DELETE_ENTITY'));
    });
});
