import { normalizeToken } from '../../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { hashTokenNow } from './tokenHash.ts';

/** What a URL points at: one use of a link, or the reusable link itself. */
export type LinkReference =
    { kind: 'single_use'; tokenHash: string; path: string } | { kind: 'reusable'; slug: string; path: string };

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_SLUG = 60;

/**
 * Reads `s/<token>` or `l/<slug>`, with or without a leading slash.
 * Returns undefined for anything that cannot be a link, a mistyped token included: that costs no look-up.
 */
export function parseLinkReference(text: string): LinkReference | undefined {
    const [, kind, name] = /^\/?([sl])\/([^/]+)$/.exec(text) ?? [];
    if (kind === 's' && name !== undefined) {
        const token = normalizeToken(name);
        return token === undefined
            ? undefined
            : { kind: 'single_use', tokenHash: hashTokenNow(token), path: `/s/${token}` };
    }
    const slug = name?.toLowerCase();
    if (kind === 'l' && slug !== undefined && slug.length <= LONGEST_SLUG && SLUG.test(slug)) {
        return { kind: 'reusable', slug, path: `/l/${slug}` };
    }
    return undefined;
}
