import type { Value } from '../expression.ts';
import type { Call, FunctionTable } from './definition.ts';
import { strict } from './definition.ts';
import { requireType } from '../typeChecks.ts';
import type { Expression } from '../expression.ts';

const number = (value: Value | undefined): number => Number(value);

/** Functions on numbers. Null in, null out. */
export const numberFunctions: FunctionTable = {
    MAX: { minimum: 1, maximum: Infinity, compile: (call) => extreme(call, Math.max) },
    MIN: { minimum: 1, maximum: Infinity, compile: (call) => extreme(call, Math.min) },
    ABS: strict({ takes: ['number'], gives: 'number', compute: ([value]) => Math.abs(number(value)) }),
    ROUND: strict({
        takes: ['number', 'number'],
        gives: 'number',
        compute: ([value, digits]) => round(number(value), Math.trunc(number(digits)))
    }),
    // Salesforce rounds FLOOR towards zero and CEILING away from it.
    FLOOR: strict({ takes: ['number'], gives: 'number', compute: ([value]) => Math.trunc(number(value)) }),
    CEILING: strict({
        takes: ['number'],
        gives: 'number',
        compute: ([value]) => Math.sign(number(value)) * Math.ceil(Math.abs(number(value)))
    }),
    MOD: strict({
        takes: ['number', 'number'],
        gives: 'number',
        compute: ([value, divisor]) => (number(divisor) === 0 ? null : number(value) % number(divisor))
    })
};

function extreme(call: Call, choose: (...values: number[]) => number): Expression {
    for (const operand of call.arguments) requireType(call.name, operand, 'number');
    return {
        type: 'number',
        at: call.at,
        evaluate: (record) => {
            const values: number[] = [];
            for (const operand of call.arguments) {
                const value = operand.evaluate(record);
                if (typeof value !== 'number') return null;
                values.push(value);
            }
            return choose(...values);
        }
    };
}

/** Half away from zero. Goes through decimal text, since 1.005 × 100 is not 100.5 in binary. */
function round(value: number, digits: number): number {
    const shifted = shift(Math.abs(value), digits);
    return Math.sign(value) * shift(Math.round(shifted), -digits);
}

function shift(value: number, digits: number): number {
    const [mantissa = '0', exponent = '0'] = String(value).split('e');
    return Number(`${mantissa}e${Number(exponent) + digits}`);
}
