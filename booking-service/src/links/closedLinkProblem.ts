import type { FoundLink } from './linkService.ts';
import { Problem } from '../problem/problem.ts';

/** How long a prospect is asked to wait when nobody can tell whether a link is good. */
const RETRY_AFTER_SECONDS = 60;

const CODES = {
    revoked: 'link_revoked',
    used: 'link_used',
    inactive: 'link_inactive',
    expired: 'link_expired'
} as const;

/** The refusal of a link that cannot be booked. */
export function closedLinkProblem(found: Exclude<FoundLink, { outcome: 'open' }>): Problem {
    if (found.outcome === 'closed') return new Problem(CODES[found.state]);
    if (found.outcome === 'unknown') return new Problem('link_not_found');
    return new Problem('link_unverifiable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
