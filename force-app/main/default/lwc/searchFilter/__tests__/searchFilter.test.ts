import { allOf, containing, searchFilters } from 'c/searchFilter';

describe('c-search-filter', () => {
    it('wants every word in one of the fields', () => {
        expect(searchFilters('  intro  julio ', ['Name', 'MeetingType__r.Title__c', 'Owner.User.Name'])).toEqual([
            {
                or: [
                    { Name: { like: '%intro%' } },
                    { MeetingType__r: { Title__c: { like: '%intro%' } } },
                    { Owner: { User: { Name: { like: '%intro%' } } } }
                ]
            },
            {
                or: [
                    { Name: { like: '%julio%' } },
                    { MeetingType__r: { Title__c: { like: '%julio%' } } },
                    { Owner: { User: { Name: { like: '%julio%' } } } }
                ]
            }
        ]);
    });

    it('filters nothing without words', () => {
        expect(searchFilters('  ', ['Name'])).toEqual([]);
    });

    it('takes wildcards as they are written', () => {
        expect(containing('50%_off\\')).toBe('%50\\%\\_off\\\\%');
    });

    it('joins filters as the UI API can read them', () => {
        expect(allOf([])).toEqual({});
        expect(allOf([{ a: 1 }])).toEqual({ a: 1 });
        expect(allOf([{ a: 1 }, { b: 2 }])).toEqual({ and: [{ a: 1 }, { b: 2 }] });
    });
});
