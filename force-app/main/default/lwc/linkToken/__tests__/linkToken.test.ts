import { hashToken, newToken, normalizeToken } from 'c/linkToken';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LOWEST = '0'.repeat(32);

/** Tokens at the edges of the alphabet and enough others to meet every value in every place. */
const TOKENS = [LOWEST, ...Array.from({ length: 40 }, () => newToken())];

const withCharacter = (token: string, index: number, character: string): string =>
    token.slice(0, index) + character + token.slice(index + 1);

describe('c-link-token newToken', () => {
    it('makes 32 lower-case characters without look-alikes', () => {
        TOKENS.forEach((token) => expect(token).toMatch(/^[0-9a-hjkmnp-tv-z]{32}$/));
    });

    it('never makes the same token twice', () => {
        expect(new Set(Array.from({ length: 2000 }, () => newToken())).size).toBe(2000);
    });

    it('uses every character about equally often', () => {
        const counts = new Map<string, number>();
        for (let made = 0; made < 2000; made += 1) {
            for (const character of newToken().slice(0, 30)) counts.set(character, (counts.get(character) ?? 0) + 1);
        }
        // 60,000 characters over 32: 1,875 each, standard deviation 43; seven of those on either side.
        expect(counts.size).toBe(32);
        counts.forEach((count) => expect(Math.abs(count - 1875)).toBeLessThan(300));
    });
});

describe('c-link-token normalizeToken', () => {
    it('accepts what newToken makes', () => {
        TOKENS.forEach((token) => expect(normalizeToken(token)).toBe(token));
    });

    it('accepts capitals', () => {
        TOKENS.forEach((token) => expect(normalizeToken(token.toUpperCase())).toBe(token));
    });

    it.each([
        ['i', '1'],
        ['l', '1'],
        ['I', '1'],
        ['L', '1'],
        ['o', '0'],
        ['O', '0']
    ])('reads %s as %s', (lookAlike, meant) => {
        const token = TOKENS.find((candidate, index) => index > 0 && candidate.includes(meant)) ?? LOWEST;
        expect(token).toContain(meant);
        expect(normalizeToken(token.replaceAll(meant, lookAlike))).toBe(token);
    });

    it('refuses every single wrong character', () => {
        const accepted = TOKENS.flatMap((token) =>
            Array.from(token).flatMap((right, index) =>
                Array.from(ALPHABET)
                    .filter((wrong) => wrong !== right)
                    .map((wrong) => withCharacter(token, index, wrong))
                    .filter((altered) => normalizeToken(altered) !== undefined)
            )
        );
        expect(accepted).toEqual([]);
    });

    it('refuses every swap of two different characters', () => {
        const accepted = TOKENS.flatMap((token) =>
            Array.from(token).flatMap((first, i) =>
                Array.from(token.slice(i + 1))
                    .map((second, offset) => withCharacter(withCharacter(token, i, second), i + 1 + offset, first))
                    .filter((altered) => altered !== token && normalizeToken(altered) !== undefined)
            )
        );
        expect(accepted).toEqual([]);
    });

    it.each([
        ['empty text', ''],
        ['31 characters', LOWEST.slice(1)],
        ['33 characters', `${LOWEST}0`],
        ['a letter outside the alphabet', withCharacter(LOWEST, 4, 'u')],
        ['a space', withCharacter(LOWEST, 4, ' ')],
        ['a sign that lower-cases to a letter', withCharacter(LOWEST, 4, '\u212A')],
        ['a checksum no sum can have', `${'0'.repeat(30)}zz`]
    ])('refuses %s', (_, text) => {
        expect(normalizeToken(text)).toBeUndefined();
    });
});

describe('c-link-token hashToken', () => {
    it('is SHA-256 in lower-case hex', async () => {
        // printf 0…0 (32 times) | sha256sum
        expect(await hashToken(LOWEST)).toBe('84e0c0eafaa95a34c293f278ac52e45ce537bab5e752a00e6959a13ae103b65a');
    });

    it('is the same for every spelling of a token', async () => {
        const token = newToken();
        expect(await hashToken(token.toUpperCase())).toBe(await hashToken(token));
    });

    it('refuses what cannot be a token without repeating it', async () => {
        await expect(hashToken('secret')).rejects.toThrow(new RangeError('Not a token of a single-use link.'));
    });
});
