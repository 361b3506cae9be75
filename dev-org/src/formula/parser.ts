import { FormulaFault } from './formulaError.ts';
import type { BinaryOperator, Node, UnaryOperator } from './syntax.ts';
import { tokenize } from './tokenizer.ts';
import type { Token } from './tokenizer.ts';

/**
 * How tightly each operator binds. As in the platform's published grammar, `^` binds less tightly than `*` and `/`,
 * and `&` as tightly as `+`; all are left-associative.
 */
const BINARY: Record<string, { operator: BinaryOperator; power: number }> = {
    '||': { operator: '||', power: 1 },
    '&&': { operator: '&&', power: 2 },
    '=': { operator: '=', power: 3 },
    '==': { operator: '=', power: 3 },
    '<>': { operator: '<>', power: 3 },
    '!=': { operator: '<>', power: 3 },
    '<': { operator: '<', power: 4 },
    '<=': { operator: '<=', power: 4 },
    '>': { operator: '>', power: 4 },
    '>=': { operator: '>=', power: 4 },
    '+': { operator: '+', power: 5 },
    '-': { operator: '-', power: 5 },
    '&': { operator: '&', power: 5 },
    '^': { operator: '^', power: 6 },
    '*': { operator: '*', power: 7 },
    '/': { operator: '/', power: 7 }
};

const UNARY: Record<string, UnaryOperator> = { '-': '-', '+': '+', '!': 'NOT' };
const UNARY_POWER = 8;

/**
 * Parses a formula.
 * @throws FormulaFault where the source stops making sense.
 */
export function parse(source: string): Node {
    const parser = new Parser(tokenize(source));
    const node = parser.expression(0);
    parser.expectEnd();
    return node;
}

class Parser {
    private readonly tokens: Token[];
    private next = 0;

    constructor(tokens: Token[]) {
        this.tokens = tokens;
    }

    expression(minimumPower: number): Node {
        let left = this.operand();
        for (;;) {
            const token = this.peek();
            const infix = token.kind === 'symbol' ? BINARY[token.text] : undefined;
            if (!infix || infix.power <= minimumPower) return left;
            this.next += 1;
            const right = this.expression(infix.power);
            left = { kind: 'binary', operator: infix.operator, left, right, at: token.at };
        }
    }

    expectEnd(): void {
        const token = this.peek();
        if (token.kind !== 'end') throw unexpected(token);
    }

    private operand(): Node {
        const token = this.take();
        if (token.kind === 'text') return { kind: 'text', value: token.text, at: token.at };
        if (token.kind === 'number') return { kind: 'number', value: Number(token.text), at: token.at };
        if (token.kind === 'name') return this.named(token);
        const unary = token.kind === 'symbol' ? UNARY[token.text] : undefined;
        if (unary) return { kind: 'unary', operator: unary, operand: this.expression(UNARY_POWER), at: token.at };
        if (token.kind === 'symbol' && token.text === '(') {
            const inner = this.expression(0);
            this.expect(')');
            return inner;
        }
        throw unexpected(token);
    }

    private named(token: Token): Node {
        const upper = token.text.toUpperCase();
        if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'boolean', value: upper === 'TRUE', at: token.at };
        if (upper === 'NULL') return { kind: 'null', at: token.at };
        const isCall = this.isSymbol('(');
        if (upper === 'NOT' && !isCall) {
            return { kind: 'unary', operator: 'NOT', operand: this.expression(UNARY_POWER), at: token.at };
        }
        if (isCall) return { kind: 'call', name: upper, arguments: this.callArguments(), at: token.at };
        return { kind: 'reference', path: token.text.split('.'), at: token.at };
    }

    private callArguments(): Node[] {
        this.expect('(');
        const nodes: Node[] = [];
        if (!this.isSymbol(')')) {
            do {
                nodes.push(this.expression(0));
            } while (this.takeSymbol(','));
        }
        this.expect(')');
        return nodes;
    }

    private expect(symbol: string): void {
        if (!this.takeSymbol(symbol)) {
            const token = this.peek();
            throw new FormulaFault(`Syntax error: expected '${symbol}', found ${describe(token)}`, token.at);
        }
    }

    private takeSymbol(symbol: string): boolean {
        const found = this.isSymbol(symbol);
        if (found) this.next += 1;
        return found;
    }

    private isSymbol(symbol: string): boolean {
        const token = this.peek();
        return token.kind === 'symbol' && token.text === symbol;
    }

    private take(): Token {
        const token = this.peek();
        if (token.kind !== 'end') this.next += 1;
        return token;
    }

    private peek(): Token {
        const token = this.tokens[this.next];
        if (!token) throw new Error('The token list has no end.');
        return token;
    }
}

function unexpected(token: Token): FormulaFault {
    return new FormulaFault(`Syntax error: unexpected ${describe(token)}`, token.at);
}

function describe(token: Token): string {
    return token.kind === 'end' ? 'the end of the formula' : `'${token.text}'`;
}
