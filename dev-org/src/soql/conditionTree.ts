import type { ConditionWithValueQuery, HavingClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { SoqlErrors } from './soqlErrors.ts';

/** One comparison: a condition of the parser without its parentheses. */
export type SimpleCondition = Exclude<ConditionWithValueQuery, { openParen: number; field?: never }>;

export type ConditionTree =
    | { kind: 'condition'; condition: SimpleCondition }
    | { kind: 'not'; part: ConditionTree }
    | { kind: 'and' | 'or'; parts: ConditionTree[] };

type Piece = '(' | ')' | 'AND' | 'OR' | 'NOT' | SimpleCondition;

/**
 * Rebuilds the tree of a WHERE or HAVING clause.
 * The parser gives a list that nests to the right, with counters where parentheses open and close.
 * @throws SalesforceError MALFORMED_QUERY where AND and OR meet without parentheses, as on the platform
 */
export function conditionTree(clause: WhereClause | HavingClause, errors: SoqlErrors): ConditionTree {
    const pieces = toPieces(clause);
    let next = 0;

    const operand = (): ConditionTree => {
        const piece = pieces[next];
        next += 1;
        if (piece === 'NOT') return { kind: 'not', part: operand() };
        if (piece === '(') {
            const inner = sequence();
            if (pieces[next] !== ')') throw errors.malformed("expecting a right parentheses, found '<EOF>'");
            next += 1;
            return inner;
        }
        if (typeof piece === 'object') return { kind: 'condition', condition: piece };
        throw errors.malformed(`unexpected token: '${piece ?? '<EOF>'}'`, piece);
    };

    const sequence = (): ConditionTree => {
        const first = operand();
        const joint = pieces[next];
        if (joint !== 'AND' && joint !== 'OR') return first;
        const parts = [first];
        for (let piece = pieces[next]; piece === 'AND' || piece === 'OR'; piece = pieces[next]) {
            if (piece !== joint) throw errors.malformed(`unexpected token: '${piece}'`, ` ${piece} `);
            next += 1;
            parts.push(operand());
        }
        return { kind: joint === 'AND' ? 'and' : 'or', parts };
    };

    const tree = sequence();
    const rest = pieces[next];
    if (rest !== undefined) throw errors.malformed(`unexpected token: '${typeof rest === 'string' ? rest : ''}'`);
    return tree;
}

/** The clause as it was written, one token after the other. */
function toPieces(clause: WhereClause | HavingClause): Piece[] {
    const pieces: Piece[] = [];
    let node: WhereClause | HavingClause | undefined = clause;
    while (node) {
        const { left } = node;
        if (left) {
            pieces.push(...repeat('(', left.openParen));
            if (isSimple(left)) pieces.push(left, ...repeat(')', left.closeParen));
        }
        if ('operator' in node) {
            pieces.push(node.operator);
            node = node.right;
        } else {
            node = undefined;
        }
    }
    return pieces;
}

function isSimple(condition: ConditionWithValueQuery): condition is SimpleCondition {
    return 'operator' in condition;
}

function repeat<T extends Piece>(piece: T, count = 0): T[] {
    return Array.from({ length: count }, () => piece);
}
