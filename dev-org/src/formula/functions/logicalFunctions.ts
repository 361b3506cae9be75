import type { Expression, FormulaType } from '../expression.ts';
import { asText, isBlank } from '../expression.ts';
import { FormulaFault } from '../formulaError.ts';
import { allOf, anyOf, areEqual, unary } from '../operators.ts';
import { commonType, requireType } from '../typeChecks.ts';
import type { Call, FunctionDefinition, FunctionTable } from './definition.ts';

/** Functions that decide: IF, CASE, AND, OR, NOT, and the tests for blank and picklist values. */
export const logicalFunctions: FunctionTable = {
    AND: { minimum: 1, maximum: Infinity, compile: (call) => allOf(call.arguments, call.at) },
    OR: { minimum: 1, maximum: Infinity, compile: (call) => anyOf(call.arguments, call.at) },
    NOT: { minimum: 1, maximum: 1, compile: (call) => unary('NOT', argument(call, 0), call.at) },
    IF: { minimum: 3, maximum: 3, compile: compileIf },
    CASE: { minimum: 4, maximum: Infinity, compile: compileCase },
    ISBLANK: {
        minimum: 1,
        maximum: 1,
        compile: (call) => test(call, (operand) => (record) => isBlank(operand.evaluate(record)))
    },
    // Text is never null, only blank.
    ISNULL: {
        minimum: 1,
        maximum: 1,
        compile: (call) =>
            test(call, (operand) => (record) => operand.type !== 'text' && operand.evaluate(record) === null)
    },
    BLANKVALUE: substitute((operand, value) => isBlank(value)),
    NULLVALUE: substitute((operand, value) => operand.type !== 'text' && value === null),
    ISPICKVAL: { minimum: 2, maximum: 2, compile: compileIsPickVal }
};

function argument(call: Call, index: number): Expression {
    const found = call.arguments[index];
    if (!found) throw new FormulaFault(`${call.name} lacks an argument`, call.at);
    return found;
}

function test(call: Call, build: (operand: Expression) => Expression['evaluate']): Expression {
    return { type: 'boolean', at: call.at, evaluate: build(argument(call, 0)) };
}

function compileIf(call: Call): Expression {
    const condition = argument(call, 0);
    const whenTrue = argument(call, 1);
    const otherwise = argument(call, 2);
    requireType('IF', condition, 'boolean');
    return {
        type: commonType('IF', whenTrue, otherwise),
        at: call.at,
        evaluate: (record) => (condition.evaluate(record) === true ? whenTrue : otherwise).evaluate(record)
    };
}

function compileCase(call: Call): Expression {
    if (call.arguments.length % 2 !== 0) {
        throw new FormulaFault('CASE expects a value, pairs of case and result, and a result for all else', call.at);
    }
    const subject = argument(call, 0);
    const otherwise = argument(call, call.arguments.length - 1);
    const branches: { match: Expression; result: Expression }[] = [];
    let type: FormulaType = otherwise.type;
    for (let index = 1; index < call.arguments.length - 1; index += 2) {
        const match = argument(call, index);
        const result = argument(call, index + 1);
        requireType('CASE', match, subject.type === 'picklist' ? 'text' : subject.type);
        type = commonType('CASE', { ...otherwise, type }, result);
        branches.push({ match, result });
    }
    const isText = subject.type === 'text' || subject.type === 'picklist';
    return {
        type,
        at: call.at,
        evaluate: (record) => {
            const value = subject.evaluate(record);
            const branch = branches.find(({ match }) => areEqual(value, match.evaluate(record), isText) === true);
            return (branch?.result ?? otherwise).evaluate(record);
        }
    };
}

function compileIsPickVal(call: Call): Expression {
    const field = argument(call, 0);
    const wanted = argument(call, 1);
    if (field.type !== 'picklist') {
        throw new FormulaFault(`ISPICKVAL expects a picklist field first, found a ${field.type}`, field.at);
    }
    requireType('ISPICKVAL', wanted, 'text');
    return {
        type: 'boolean',
        at: call.at,
        evaluate: (record) => asText(field.evaluate(record)) === asText(wanted.evaluate(record))
    };
}

function substitute(
    isMissing: (operand: Expression, value: ReturnType<Expression['evaluate']>) => boolean
): FunctionDefinition {
    return {
        minimum: 2,
        maximum: 2,
        compile: (call) => {
            const operand = argument(call, 0);
            const replacement = argument(call, 1);
            return {
                type: commonType(call.name, operand, replacement),
                at: call.at,
                evaluate: (record) => {
                    const value = operand.evaluate(record);
                    return isMissing(operand, value) ? replacement.evaluate(record) : value;
                }
            };
        }
    };
}
