import type { Page, Response } from '@playwright/test';

/** The most rows that a component may ask for at once. */
export const MAX_ROWS = 200;

/** What components ask Salesforce through: GraphQL and the UI API. */
const COMPONENT_REQUEST = /\/services\/data\/v[\d.]+\/(?:graphql|ui-api)\b/;

/** Counts the rows of every list that Salesforce answers to the components of a page. */
export class RowCounter {
    /** The length of each list, in the order in which the answers came. */
    readonly lengths: number[] = [];
    private readonly reads: Promise<void>[] = [];

    constructor(page: Page) {
        page.on('response', (response) => {
            if (COMPONENT_REQUEST.test(response.url())) this.reads.push(this.read(response));
        });
    }

    /** The length of the longest list so far; 0 when there was none. */
    async longest(): Promise<number> {
        await Promise.all(this.reads);
        return Math.max(0, ...this.lengths);
    }

    /** An answer whose page has gone has no body any more, and nobody who would show its rows. */
    private async read(response: Response): Promise<void> {
        const answer: unknown = await response.json().catch(() => undefined);
        this.lengths.push(...lengthsOfLists(answer));
    }
}

/** The lengths of all lists of records in an answer, those of children included. */
function lengthsOfLists(answer: unknown): number[] {
    if (typeof answer !== 'object' || answer === null) return [];
    return Object.entries(answer).flatMap(([name, value]) => {
        const own = Array.isArray(value) && (name === 'edges' || name === 'records') ? [value.length] : [];
        return [...own, ...lengthsOfLists(value)];
    });
}
