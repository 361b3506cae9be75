import { FormulaFault } from '../formulaError.ts';

/** Constructs of Java's patterns that ours would read differently or not at all. */
const UNSUPPORTED: [RegExp, string][] = [
    [/\(\?[a-z]*-?[a-z]+[:)]/, 'inline flags other than a leading (?i)'],
    [/\(\?>/, 'atomic groups'],
    [/[*+?}]\+/, 'possessive quantifiers'],
    [/\\[QEAZzGhHRXV]/, 'this escape'],
    [
        /\\p\{(?:Lower|Upper|ASCII|Alpha|Digit|Alnum|Punct|Graph|Print|Blank|Cntrl|XDigit|Space|Is|In|java)/,
        'POSIX classes'
    ],
    [/\[[^\]]*&&/, 'class intersections']
];

/**
 * Builds the matcher of REGEX: the whole text must match, as with Java's `matches`.
 * @throws FormulaFault for a pattern that is broken or needs more of Java than the dev org knows.
 */
export function compileJavaRegex(pattern: string, at: number): RegExp {
    const isCaseBlind = pattern.startsWith('(?i)');
    const body = isCaseBlind ? pattern.slice('(?i)'.length) : pattern;
    for (const [construct, name] of UNSUPPORTED) {
        if (construct.test(body)) {
            throw new FormulaFault(
                `The dev org does not support ${name} in REGEX pattern ${JSON.stringify(pattern)}`,
                at
            );
        }
    }
    try {
        return new RegExp(`^(?:${withoutNeedlessEscapes(body)})$`, isCaseBlind ? 'ui' : 'u');
    } catch (error) {
        throw new FormulaFault(`Invalid REGEX pattern ${JSON.stringify(pattern)}: ${String(error)}`, at);
    }
}

/** Java lets any punctuation be escaped; ours only what has a meaning. */
function withoutNeedlessEscapes(pattern: string): string {
    return pattern.replace(/\\([\s\S])/g, (escape: string, character: string) =>
        /[A-Za-z0-9^$\\.*+?()[\]{}|/-]/.test(character) ? escape : character
    );
}
