import { createHash } from 'node:crypto';
import { firstWord } from './client/sha256.ts';

describe('firstWord', () => {
    it.each(['', 'a', 'abc', 'x'.repeat(55), 'Zm9vYmFyYmF6cXV4Zm9vYg.1z141z3'])(
        'is the beginning of SHA-256 of "%s"',
        (text) => {
            expect(firstWord(text)).toBe(createHash('sha256').update(text).digest().readUInt32BE());
        }
    );

    it('agrees with SHA-256 for many texts', () => {
        for (let number = 0; number < 2_000; number += 1) {
            const text = `Zm9vYmFyYmF6cXV4Zm9vYg.${number.toString(36)}`;
            expect([text, firstWord(text)]).toEqual([text, createHash('sha256').update(text).digest().readUInt32BE()]);
        }
    });
});
