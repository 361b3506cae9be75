/**
 * The bearer secret in a single-use link. Standard Web APIs only: components, the booking service
 * and the browser extension all run this very file.
 */

/** Crockford's base32: no i, l, o (read as 1, 1, 0) and no u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_LENGTH = 30;
const CHECKSUM_LENGTH = 2;
const TOKEN_LENGTH = RANDOM_LENGTH + CHECKSUM_LENGTH;
const RADIX = ALPHABET.length;

/** The largest prime that two characters can count up to. */
const MODULUS = 1021;

/**
 * Makes a token: 30 random characters (150 bits) and 2 that check them. The only copy there will ever be:
 * store {@link hashToken} of it.
 */
export function newToken(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(RANDOM_LENGTH));
    // 256 is a multiple of 32, so every character is equally likely.
    const values = Array.from(bytes, (byte) => byte % RADIX);
    return toText([...values, ...checksum(values)]);
}

/**
 * Returns the one spelling of a token that people may have typed in capitals or with look-alikes,
 * or undefined when `text` cannot be a token: wrong length, alphabet or checksum.
 */
export function normalizeToken(text: string): string | undefined {
    // Checked before lower-casing, which would turn some characters beyond ASCII into letters.
    if (text.length !== TOKEN_LENGTH || !/^[0-9a-z]+$/i.test(text)) return undefined;
    const token = text.toLowerCase().replace(/[il]/g, '1').replace(/o/g, '0');
    const values = Array.from(token, (character) => ALPHABET.indexOf(character));
    if (values.includes(-1)) return undefined;
    const expected = toText(checksum(values.slice(0, RANDOM_LENGTH)));
    return token.endsWith(expected) ? token : undefined;
}

/**
 * SHA-256 of the normalized token in 64 lower-case hex digits, as `SingleUseLink__c.TokenHash__c` holds it.
 * @throws RangeError when `token` cannot be a token; the message does not repeat it.
 */
export async function hashToken(token: string): Promise<string> {
    const normalized = normalizeToken(token);
    if (normalized === undefined) throw new RangeError('Not a token of a single-use link.');
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(normalized));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The sum of all values times their position, modulo a prime, written as two more values.
 *
 * Seen over all 32 places a token is valid when `1·v1 + 2·v2 + … + 30·v30 − 32·c1 − 1·c2 ≡ 0 (mod 1021)`.
 * No weight is 0 modulo the prime and values differ by less than it, so no single substitution keeps the sum.
 * All weights differ modulo the prime, so neither does swapping two different characters, neighbours or not.
 */
function checksum(values: number[]): number[] {
    const sum = values.reduce((total, value, index) => total + (index + 1) * value, 0) % MODULUS;
    return [Math.floor(sum / RADIX), sum % RADIX];
}

function toText(values: number[]): string {
    return values.map((value) => ALPHABET.charAt(value)).join('');
}
