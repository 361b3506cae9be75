import { concatenation, product, sum } from './arithmetic.ts';
import { asText, isBlank } from './expression.ts';
import type { Expression, Value } from './expression.ts';
import { FormulaFault } from './formulaError.ts';
import type { BinaryOperator, UnaryOperator } from './syntax.ts';
import { commonType, refusePicklist, requireType } from './typeChecks.ts';

/**
 * Builds `left operator right`.
 * Null follows SQL's three values: arithmetic and comparison with null give null, AND and OR take null for false.
 * @throws FormulaFault when the operator does not take these types.
 */
export function binary(operator: BinaryOperator, left: Expression, right: Expression, at: number): Expression {
    switch (operator) {
        case '&&':
            return allOf([left, right], at);
        case '||':
            return anyOf([left, right], at);
        case '=':
        case '<>':
            return equality(operator, left, right, at);
        case '<':
        case '<=':
        case '>':
        case '>=':
            return comparison(operator, left, right, at);
        case '&':
            return concatenation(left, right, at);
        case '+':
        case '-':
            return sum(operator, left, right, at);
        case '*':
        case '/':
        case '^':
            return product(operator, left, right, at);
    }
}

/** Builds `-x`, `+x` or `NOT x`. @throws FormulaFault when the operator does not take this type. */
export function unary(operator: UnaryOperator, operand: Expression, at: number): Expression {
    const type = operator === 'NOT' ? 'boolean' : 'number';
    requireType(operator, operand, type);
    return {
        type,
        at,
        evaluate: (record) => {
            const value = operand.evaluate(record);
            if (value === null || operator === '+') return value;
            return operator === 'NOT' ? value !== true : -Number(value);
        }
    };
}

/** AND: stops at the first operand that is not true. */
export function allOf(operands: Expression[], at: number): Expression {
    for (const operand of operands) requireType('AND', operand, 'boolean');
    return {
        type: 'boolean',
        at,
        evaluate: (record) => operands.every((operand) => operand.evaluate(record) === true)
    };
}

/** OR: stops at the first operand that is true. */
export function anyOf(operands: Expression[], at: number): Expression {
    for (const operand of operands) requireType('OR', operand, 'boolean');
    return { type: 'boolean', at, evaluate: (record) => operands.some((operand) => operand.evaluate(record) === true) };
}

/** Equality as `=` and CASE see it: text with its case, blank text equal to blank, null otherwise equal to nothing. */
export function areEqual(left: Value, right: Value, isText: boolean): boolean | null {
    if (isText) return asText(left) === asText(right);
    if (left === null || right === null) return null;
    return left === right;
}

function equality(operator: '=' | '<>', left: Expression, right: Expression, at: number): Expression {
    refusePicklist(operator, left);
    refusePicklist(operator, right);
    const type = commonType(operator, left, right);
    const isText = type === 'text';
    return {
        type: 'boolean',
        at,
        evaluate: (record) => {
            const equal = areEqual(left.evaluate(record), right.evaluate(record), isText);
            return equal === null ? null : equal === (operator === '=');
        }
    };
}

function comparison(operator: '<' | '<=' | '>' | '>=', left: Expression, right: Expression, at: number): Expression {
    refusePicklist(operator, left);
    refusePicklist(operator, right);
    const type = commonType(operator, left, right);
    if (type === 'boolean') throw new FormulaFault(`${operator} does not compare checkboxes`, at);
    return {
        type: 'boolean',
        at,
        evaluate: (record) => {
            const a = left.evaluate(record);
            const b = right.evaluate(record);
            if (a === null || b === null || isBlank(a) || isBlank(b)) return null;
            if (operator === '<') return a < b;
            if (operator === '<=') return a <= b;
            return operator === '>' ? a > b : a >= b;
        }
    };
}
