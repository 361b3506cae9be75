import type { FieldSchema } from '../../schema/schema.ts';
import type { Expression } from '../expression.ts';
import { fromField } from '../fieldValues.ts';
import { FormulaFault } from '../formulaError.ts';
import type { Call, FunctionTable } from './definition.ts';

/** Functions on the save under way, for validation rules. */
export const recordFunctions: FunctionTable = {
    ISNEW: {
        minimum: 0,
        maximum: 0,
        compile: ({ at }) => ({ type: 'boolean', at, evaluate: (record) => record.isNew })
    },
    ISCHANGED: {
        minimum: 1,
        maximum: 1,
        compile: (call) => {
            const { name } = ownField(call);
            return { type: 'boolean', at: call.at, evaluate: (record) => record.isChanged(name) };
        }
    },
    PRIORVALUE: { minimum: 1, maximum: 1, compile: compilePriorValue }
};

function compilePriorValue(call: Call): Expression {
    const field = ownField(call);
    return {
        type: call.arguments[0]?.type ?? 'null',
        at: call.at,
        evaluate: (record) => fromField(field.type, record.priorValue(field.name))
    };
}

function ownField(call: Call): FieldSchema {
    const field = call.arguments[0]?.ownField;
    if (!field) throw new FormulaFault(`${call.name} expects a field of the record itself`, call.at);
    return field;
}
