import { asText, DAY_MS, isBlank } from './expression.ts';
import type { Expression, FormulaType, Value } from './expression.ts';
import { FormulaFault } from './formulaError.ts';
import type { FormulaRecord } from './formulaRecord.ts';
import { fits } from './references.ts';
import type { BinaryOperator, UnaryOperator } from './syntax.ts';

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

/** The one type two alternatives share. @throws FormulaFault when they share none. */
export function commonType(name: string, left: Expression, right: Expression): FormulaType {
    if (left.type === 'null') return right.type;
    if (fits(right.type, left.type)) return left.type;
    throw new FormulaFault(`${name} expects a ${left.type} here, found a ${right.type}`, right.at);
}

/** @throws FormulaFault when the operand is of another type. */
export function requireType(name: string, operand: Expression, type: FormulaType): void {
    if (fits(operand.type, type)) return;
    const help = operand.type === 'picklist' ? '; picklists go through TEXT, ISPICKVAL or CASE' : '';
    throw new FormulaFault(`${name} expects a ${type} here, found a ${operand.type}${help}`, operand.at);
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

function concatenation(left: Expression, right: Expression, at: number): Expression {
    requireType('&', left, 'text');
    requireType('&', right, 'text');
    return {
        type: 'text',
        at,
        evaluate: (record) => asText(left.evaluate(record)) + asText(right.evaluate(record))
    };
}

function sum(operator: '+' | '-', left: Expression, right: Expression, at: number): Expression {
    if (operator === '+' && left.type === 'text') return concatenation(left, right, at);
    const type = typeOfSum(operator, left, right, at);
    const leftUnit = unit(left, right);
    const rightUnit = unit(right, left);
    const isSpan = isMoment(left.type) && isMoment(right.type);
    const resultUnit = isSpan ? DAY_MS : 1;
    const sign = operator === '+' ? 1 : -1;
    return {
        type,
        at,
        evaluate: arithmetic(left, right, (a, b) => (a * leftUnit + sign * b * rightUnit) / resultUnit)
    };
}

/** Numbers add; a moment takes a number of days; two moments of one type differ by days. */
function typeOfSum(operator: '+' | '-', left: Expression, right: Expression, at: number): FormulaType {
    const fault = new FormulaFault(`${operator} cannot join a ${left.type} and a ${right.type}`, at);
    if (isMoment(left.type)) {
        if (fits(right.type, 'number')) return left.type;
        if (operator === '-' && right.type === left.type) return 'number';
        throw fault;
    }
    if (isMoment(right.type)) {
        if (operator === '+' && fits(left.type, 'number')) return right.type;
        throw fault;
    }
    if (fits(left.type, 'number') && fits(right.type, 'number')) return 'number';
    throw fault;
}

function isMoment(type: FormulaType): boolean {
    return type === 'date' || type === 'datetime' || type === 'time';
}

/** Milliseconds that one of `operand` counts beside `other`: days beside dates and moments, milliseconds beside times. */
function unit(operand: Expression, other: Expression): number {
    return operand.type === 'number' && (other.type === 'date' || other.type === 'datetime') ? DAY_MS : 1;
}

function product(operator: '*' | '/' | '^', left: Expression, right: Expression, at: number): Expression {
    requireType(operator, left, 'number');
    requireType(operator, right, 'number');
    const compute: Record<typeof operator, (a: number, b: number) => number> = {
        '*': (a, b) => a * b,
        '/': (a, b) => a / b,
        '^': (a, b) => a ** b
    };
    return { type: 'number', at, evaluate: arithmetic(left, right, compute[operator]) };
}

/** Null with null; null too where the platform shows #Error!, as for a division by zero. */
function arithmetic(
    left: Expression,
    right: Expression,
    compute: (a: number, b: number) => number
): (record: FormulaRecord) => Value {
    return (record) => {
        const a = left.evaluate(record);
        const b = right.evaluate(record);
        if (typeof a !== 'number' || typeof b !== 'number') return null;
        const result = compute(a, b);
        return Number.isFinite(result) ? result : null;
    };
}

function refusePicklist(operator: string, operand: Expression): void {
    if (operand.type !== 'picklist') return;
    throw new FormulaFault(
        `${operator} does not take a picklist; picklists go through TEXT, ISPICKVAL or CASE`,
        operand.at
    );
}
