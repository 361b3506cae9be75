import type { LinkHosts } from '../links/linkHosts.ts';
import type { Interval, UtcMinute } from '../scheduling/intervals.ts';
import type { StartSearch } from '../scheduling/openSlots.ts';

/** What a search was made from. Busy times are compared as the very lists, which stay the same until they change. */
export interface SearchFacts {
    /** Of the link and of the definitions: both, because one may be a moment older. */
    hosts: LinkHosts;
    revision: number;
    now: UtcMinute;
    /** In the order of the hosts; undefined for a calendar that cannot be read. */
    busy: readonly (readonly Interval[] | undefined)[];
}

interface KnownSearch extends SearchFacts {
    search: StartSearch;
}

/** Starts kept in all, some 72 bytes of JSON each. */
const MOST_STARTS = 300_000;
const MOST_SEARCHES = 2_000;

/**
 * The searches of this minute: whoever asks the same gets the same object back, as long as nothing it was made from has
 * changed. The next minute begins anew, for the minimum notice moves with the clock.
 */
export class RecentSearches {
    private readonly known = new Map<string, KnownSearch>();
    private minute: UtcMinute = NaN;
    private starts = 0;

    /** @param question names the link and what was asked of it, without any token */
    find(question: string, facts: SearchFacts, search: () => StartSearch): StartSearch {
        if (facts.now !== this.minute) this.forget(facts.now);
        const known = this.known.get(question);
        if (known && isMadeFrom(known, facts)) return known.search;
        const found = search();
        this.remember(question, { ...facts, search: found });
        return found;
    }

    private remember(question: string, found: KnownSearch): void {
        const more = found.search.starts.length;
        if (this.starts + more > MOST_STARTS || this.known.size >= MOST_SEARCHES) this.forget(found.now);
        this.known.set(question, found);
        this.starts += more;
    }

    private forget(now: UtcMinute): void {
        this.known.clear();
        this.starts = 0;
        this.minute = now;
    }
}

function isMadeFrom(known: SearchFacts, { hosts, revision, now, busy }: SearchFacts): boolean {
    return (
        known.hosts === hosts &&
        known.revision === revision &&
        known.now === now &&
        known.busy.length === busy.length &&
        known.busy.every((list, index) => list === busy[index])
    );
}
