import fc from 'fast-check';
import { likePattern } from './likePattern.ts';

describe('likePattern', () => {
    it.each([
        ['abc', 'ABC', true],
        ['abc', 'abcd', false],
        ['a%', 'abc', true],
        ['%c', 'abc', true],
        ['%b%', 'abc', true],
        ['a%a', 'a', false],
        ['a%a', 'aa', true],
        ['%', '', true],
        ['', '', true],
        ['_b_', 'abc', true],
        ['__', 'a', false],
        ['_', '𝒳', true],
        ['%_c', 'abc', true],
        ['100\\%', '100%', true],
        ['100\\%', '1000', false],
        ['a\\_b', 'axb', false],
        ['%müller%', 'Wolfgang MÜLLER-L.', true],
        ['a.c', 'abc', false]
    ])('%s over %s: %s', (pattern, value, expected) => {
        expect(likePattern(pattern)(value)).toBe(expected);
    });

    it('agrees with a regular expression', () => {
        const letters = fc.string({ unit: fc.constantFrom('a', 'b', '%', '_'), maxLength: 7 });
        fc.assert(
            fc.property(
                letters,
                fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 }),
                (pattern, value) => {
                    const regex = new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`);
                    expect(likePattern(pattern)(value)).toBe(regex.test(value));
                }
            )
        );
    });

    it('takes one pass however many wild cards there are', () => {
        expect(likePattern(`${'%a'.repeat(500)}%b`)('a'.repeat(4000))).toBe(false);
    });
});
