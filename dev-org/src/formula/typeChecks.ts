import type { Expression, FormulaType } from './expression.ts';
import { FormulaFault } from './formulaError.ts';

/** Whether a value of type `actual` may stand where `wanted` is asked for. */
export function fits(actual: FormulaType, wanted: FormulaType): boolean {
    return actual === wanted || actual === 'null';
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

/** @throws FormulaFault for a picklist, which no operator takes */
export function refusePicklist(operator: string, operand: Expression): void {
    if (operand.type !== 'picklist') return;
    throw new FormulaFault(
        `${operator} does not take a picklist; picklists go through TEXT, ISPICKVAL or CASE`,
        operand.at
    );
}
