import type { LinkHosts } from '../links/linkHosts.ts';
import type { Interval } from '../scheduling/intervals.ts';
import type { StartSearch } from '../scheduling/openSlots.ts';
import { RecentSearches } from './recentSearches.ts';
import type { SearchFacts } from './recentSearches.ts';

const hosts: LinkHosts = { required: [], pools: [], attendees: [], isComplete: true };
const busy: readonly Interval[] = [{ start: 0, end: 30 }];
const facts: SearchFacts = { hosts, revision: 1, now: 1000, busy: [busy, undefined] };
const search =
    (count = 1) =>
    (): StartSearch => ({ starts: new Int32Array(count), reasons: undefined });

describe('RecentSearches', () => {
    it('gives the same search back while nothing it was made from changes', () => {
        const searches = new RecentSearches();
        const first = searches.find('intro', facts, search());
        expect(searches.find('intro', { ...facts, busy: [...facts.busy] }, search())).toBe(first);
    });

    it.each<[string, Partial<SearchFacts>]>([
        ['a definition has changed', { revision: 2 }],
        ['the link was read after a change', { hosts: { ...hosts } }],
        ['the minute is over', { now: 1001 }],
        ['a host has been booked', { busy: [[...busy], undefined] }],
        ['a calendar can be read again', { busy: [busy, []] }],
        ['there are more hosts', { busy: [busy, undefined, busy] }]
    ])('searches anew when %s', (_case, change) => {
        const searches = new RecentSearches();
        const first = searches.find('intro', facts, search());
        expect(searches.find('intro', { ...facts, ...change }, search())).not.toBe(first);
    });

    it('keeps what is asked of different links apart', () => {
        const searches = new RecentSearches();
        expect(searches.find('intro', facts, search())).not.toBe(searches.find('demo', facts, search()));
    });

    it('never keeps more than 300,000 starts', () => {
        const searches = new RecentSearches();
        const first = searches.find('0', facts, search(100_000));
        for (const name of ['1', '2']) searches.find(name, facts, search(100_000));
        expect(searches.find('0', facts, search())).toBe(first);
        searches.find('3', facts, search(100_000));
        expect(searches.find('0', facts, search())).not.toBe(first);
    });
});
