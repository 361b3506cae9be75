import { startOfDay } from 'c/userTime';
import type { MeetingFilters } from 'types/meetings';

type Clause = Record<string, unknown>;

/** Where the words of a search are looked for. */
const SEARCHED = [
    'ProspectName__c',
    'ProspectEmail__c',
    'ProspectCompany__c',
    'MeetingTypeTitle__c',
    'HostNames__c'
] as const;

/** Words looked for: each costs a look at every searched field. */
const MAX_WORDS = 5;

/** The UI API's filters that all hold for the meetings asked for. */
export function filterClauses({ search, status, linkType, host, from, to }: MeetingFilters): Clause[] {
    const words = search.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
    return [
        ...words.map((word) => ({ or: SEARCHED.map((field) => ({ [field]: { like: containing(word) } })) })),
        ...(status ? [{ Status__c: { eq: status } }] : []),
        ...(linkType ? [{ LinkType__c: { eq: linkType } }] : []),
        ...(host.trim() ? [{ HostNames__c: { like: containing(host.trim()) } }] : []),
        ...(from ? [{ StartsAt__c: { gte: { value: startOfDay(from) } } }] : []),
        ...(to ? [{ StartsAt__c: { lt: { value: startOfDay(to, 1) } } }] : [])
    ];
}

/** A pattern for text that holds these letters as they are. */
function containing(text: string): string {
    return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
