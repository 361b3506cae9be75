import { keysetFilter, keysetOrder } from 'c/keysetPaging';

const BY_TIME = { field: 'StartsAt__c', direction: 'desc', isDateTime: true, isNullable: false } as const;
const BY_TITLE = { field: 'MeetingTypeTitle__c', direction: 'asc', isDateTime: false, isNullable: true } as const;
const NOON = '2026-11-24T12:00:00.000Z';

describe('c-keyset-paging', () => {
    it('orders by the field and settles ties by id in the same direction', () => {
        expect(JSON.stringify(keysetOrder(BY_TIME))).toBe(
            '{"StartsAt__c":{"order":"DESC","nulls":"LAST"},"Id":{"order":"DESC"}}'
        );
        expect(keysetOrder(BY_TITLE)).toEqual({
            MeetingTypeTitle__c: { order: 'ASC', nulls: 'LAST' },
            Id: { order: 'ASC' }
        });
    });

    it('goes on after the last row of a descending page', () => {
        expect(keysetFilter(BY_TIME, { id: 'a09', value: NOON })).toEqual({
            or: [
                { StartsAt__c: { lt: { value: NOON } } },
                { and: [{ StartsAt__c: { eq: { value: NOON } } }, { Id: { lt: 'a09' } }] }
            ]
        });
    });

    it('keeps the rows without a value for the end', () => {
        expect(keysetFilter(BY_TITLE, { id: 'a09', value: 'Intro' })).toEqual({
            or: [
                { MeetingTypeTitle__c: { gt: 'Intro' } },
                { and: [{ MeetingTypeTitle__c: { eq: 'Intro' } }, { Id: { gt: 'a09' } }] },
                { MeetingTypeTitle__c: { eq: null } }
            ]
        });
    });

    it('goes on among the rows without a value', () => {
        expect(keysetFilter(BY_TITLE, { id: 'a09', value: null })).toEqual({
            and: [{ MeetingTypeTitle__c: { eq: null } }, { Id: { gt: 'a09' } }]
        });
    });
});
