import { hashToken, normalizeToken } from 'c/linkToken';
import type { LinkInput } from 'types/explanations';
import { originOf } from './originOf';

/** Long enough and of the right letters to be meant as a token. */
const LIKE_A_TOKEN = /^[0-9a-z]{28,36}$/i;
const RECORD_ID = /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/;
/** The address of a record in Lightning. */
const RECORD_PAGE = /\/lightning\/r\/(?:\w+\/)?([a-zA-Z0-9]{15,18})\//;
const NUMBER = /^SUL-\d+$/i;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Reads what somebody pasted: the URL of a link, its token, its slug, its number or the id of its record. The token
 * is hashed here, and nothing that leaves this function holds it.
 */
export async function parseLinkInput(text: string): Promise<LinkInput> {
    const trimmed = text.trim().replace(/[<>"']/g, '');
    const [, kind, name] = /(?:^|\/)([slm])\/([^/?#\s]+)/i.exec(trimmed) ?? [];
    if (name === undefined) return parseName(RECORD_PAGE.exec(trimmed)?.[1] ?? trimmed);
    const origin = originOf(trimmed);
    if (kind?.toLowerCase() === 'm') return { kind: 'manage' };
    if (kind?.toLowerCase() === 's') return toToken(name, origin);
    const slug = name.toLowerCase();
    return SLUG.test(slug) ? { kind: 'slug', slug, origin } : { kind: 'unreadable' };
}

async function parseName(text: string): Promise<LinkInput> {
    if (NUMBER.test(text)) return { kind: 'number', name: text.toUpperCase() };
    if (LIKE_A_TOKEN.test(text)) return toToken(text, undefined);
    // No slug of ours is that long without a hyphen, in capitals and small letters.
    if (RECORD_ID.test(text) && /\d/.test(text) && /[A-Z]/.test(text)) return { kind: 'id', id: text };
    if (SLUG.test(text.toLowerCase())) return { kind: 'slug', slug: text.toLowerCase(), origin: undefined };
    return { kind: 'unreadable' };
}

async function toToken(text: string, origin: string | undefined): Promise<LinkInput> {
    const token = normalizeToken(text);
    return token === undefined ? { kind: 'typo' } : { kind: 'token', tokenHash: await hashToken(token), origin };
}
