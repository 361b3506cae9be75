import { gql } from 'lightning/graphql';
import { containing } from 'c/searchFilter';

/** What {@link TURNS_QUERY} answers. */
export interface TurnsData {
    uiapi: { query: { Meeting__c: { totalCount: number } } };
}

/** For how long a meeting counts as a turn; the booking service counts the same. */
export const TURNS_COUNT_FOR_DAYS = 30;
const DAY_MS = 86_400_000;

/** How many meetings were booked with somebody. */
export const TURNS_QUERY = gql`
    query PoolMemberTurns($where: Meeting__c_Filter) {
        uiapi {
            query {
                Meeting__c(where: $where, first: 1) {
                    totalCount
                    edges {
                        node {
                            Id
                        }
                    }
                }
            }
        }
    }
`;

/**
 * Variables of {@link TURNS_QUERY}: meetings of the last days that count. Canceled ones and no-shows give the turn
 * back. A meeting names all its hosts in one text.
 */
export function turnsVariables(hostName: string, now: Date): Record<string, unknown> {
    const since = new Date(now.getTime() - TURNS_COUNT_FOR_DAYS * DAY_MS);
    // Whole days: the same question all day long, which the platform may answer from its cache.
    since.setUTCHours(0, 0, 0, 0);
    return {
        where: {
            and: [
                { HostNames__c: { like: containing(hostName) } },
                { BookedAt__c: { gte: { value: since.toISOString() } } },
                { Status__c: { nin: ['Canceled', 'No-Show'] } }
            ]
        }
    };
}
