import { asText, DAY_MS } from './expression.ts';
import type { Expression, FormulaType, Value } from './expression.ts';
import { FormulaFault } from './formulaError.ts';
import type { FormulaRecord } from './formulaRecord.ts';
import { fits, requireType } from './typeChecks.ts';

/** `left & right`: blanks vanish. @throws FormulaFault for anything but text */
export function concatenation(left: Expression, right: Expression, at: number): Expression {
    requireType('&', left, 'text');
    requireType('&', right, 'text');
    return {
        type: 'text',
        at,
        evaluate: (record) => asText(left.evaluate(record)) + asText(right.evaluate(record))
    };
}

/** `left + right` and `left - right` of numbers, of moments and days, and of texts. @throws FormulaFault */
export function sum(operator: '+' | '-', left: Expression, right: Expression, at: number): Expression {
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

/** `left * right`, `left / right` and `left ^ right`. @throws FormulaFault for anything but numbers */
export function product(operator: '*' | '/' | '^', left: Expression, right: Expression, at: number): Expression {
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
