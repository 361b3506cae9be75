import { FormulaFault } from './formulaError.ts';

export type TokenKind = 'name' | 'number' | 'text' | 'symbol' | 'end';

export interface Token {
    kind: TokenKind;
    /** As written; for text, with quotes and escapes resolved. */
    text: string;
    at: number;
}

const SKIPPED = /(?:\s|\/\*[\s\S]*?\*\/)*/y;
const NAME = /[A-Za-z$][\w$:.#]*/y;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
const TEXT = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y;
const SYMBOL = /<>|<=|>=|!=|==|&&|\|\||[-+*/^&=<>!(),]/y;

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/**
 * Splits a formula into tokens; the last one is `end`.
 * @throws FormulaFault at a character or an escape that a formula cannot hold.
 */
export function tokenize(source: string): Token[] {
    const tokens: Token[] = [];
    let at = skip(source, 0);
    while (at < source.length) {
        const token = readToken(source, at);
        tokens.push({ ...token, at });
        at = skip(source, at + token.length);
    }
    tokens.push({ kind: 'end', text: '', at: source.length });
    return tokens;
}

function skip(source: string, at: number): number {
    return at + (match(SKIPPED, source, at) ?? '').length;
}

function readToken(source: string, at: number): { kind: TokenKind; text: string; length: number } {
    const name = match(NAME, source, at);
    if (name !== undefined) return { kind: 'name', text: name, length: name.length };
    const number = match(NUMBER, source, at);
    if (number !== undefined) return { kind: 'number', text: number, length: number.length };
    const quoted = match(TEXT, source, at);
    if (quoted !== undefined) return { kind: 'text', text: unquote(quoted, at), length: quoted.length };
    const symbol = match(SYMBOL, source, at);
    if (symbol !== undefined) return { kind: 'symbol', text: symbol, length: symbol.length };
    throw new FormulaFault(`Syntax error: unexpected ${JSON.stringify(source[at])}`, at);
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
}

function unquote(quoted: string, at: number): string {
    return quoted.slice(1, -1).replace(/\\([\s\S])/g, (escape: string, character: string, offset: number) => {
        const replacement = ESCAPES[character] ?? ESCAPES[character.toLowerCase()];
        if (replacement === undefined) {
            throw new FormulaFault(
                `Syntax error: unknown escape ${escape} in text, write \\\\ for a backslash`,
                at + 1 + offset
            );
        }
        return replacement;
    });
}
