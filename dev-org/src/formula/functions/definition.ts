import type { Expression, FormulaType, Value } from '../expression.ts';
import { isBlank } from '../expression.ts';
import { requireType } from '../typeChecks.ts';

/** A call whose arity is already checked. */
export interface Call {
    name: string;
    arguments: Expression[];
    at: number;
}

/** A formula function. */
export interface FunctionDefinition {
    minimum: number;
    maximum: number;
    /** Checks the arguments' types. @throws FormulaFault */
    compile(call: Call): Expression;
}

export type FunctionTable = Record<string, FunctionDefinition>;

/** A function of typed arguments that are all computed first. */
export interface PlainFunction {
    takes: FormulaType[];
    /** How many of `takes` may be left out. */
    optional?: number;
    gives: FormulaType;
    /** Gets `undefined` for arguments left out. */
    compute: (values: (Value | undefined)[], now: number) => Value;
}

/** A function that computes whatever its arguments are, null included. */
export function plain(definition: PlainFunction): FunctionDefinition {
    const { takes, gives, compute, optional = 0 } = definition;
    return {
        minimum: takes.length - optional,
        maximum: takes.length,
        compile: ({ name, arguments: operands, at }) => {
            operands.forEach((operand, index) => requireType(name, operand, takes[index] ?? operand.type));
            return {
                type: gives,
                at,
                evaluate: (record) => {
                    const values = operands.map((operand) => operand.evaluate(record));
                    return compute(values, record.now);
                }
            };
        }
    };
}

/** A function that gives null as soon as one argument is null or blank. */
export function strict(definition: PlainFunction): FunctionDefinition {
    return plain({
        ...definition,
        compute: (values, now) =>
            values.some((value) => value !== undefined && isBlank(value)) ? null : definition.compute(values, now)
    });
}
