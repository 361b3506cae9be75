type Clause = Record<string, unknown>;

/** UI API has no word for an empty `and`. */
export function allOf(clauses: readonly Clause[]): Clause {
    return clauses.length > 1 ? { and: clauses } : (clauses[0] ?? {});
}

/** The UI API's pattern for a text that stands anywhere in a field: its wildcards are taken as they are written. */
export function containing(text: string): string {
    return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/**
 * The UI API's filters for rows in which every word of `term` stands in one of the fields, upper case or lower.
 * @param paths fields, through parents where needed: `MeetingType__r.Title__c`, `Owner.User.Name`
 */
export function searchFilters(term: string, paths: readonly string[]): Clause[] {
    const words = term.split(/\s+/).filter((word) => word !== '');
    return words.map((word) => ({ or: paths.map((path) => nested(path.split('.'), { like: containing(word) })) }));
}

function nested(path: string[], condition: Clause): Clause {
    return path.reduceRight<Clause>((inner, step) => ({ [step]: inner }), condition);
}
