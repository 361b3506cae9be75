import type { FieldValue } from '../schema/schema.ts';
import type { Expression, FormulaType } from './expression.ts';
import { toField } from './fieldValues.ts';
import { FormulaError, FormulaFault } from './formulaError.ts';
import type { FormulaRecord } from './formulaRecord.ts';
import { dateFunctions } from './functions/dateFunctions.ts';
import type { FunctionTable } from './functions/definition.ts';
import { logicalFunctions } from './functions/logicalFunctions.ts';
import { numberFunctions } from './functions/numberFunctions.ts';
import { recordFunctions } from './functions/recordFunctions.ts';
import { textFunctions } from './functions/textFunctions.ts';
import { binary, unary } from './operators.ts';
import { parse } from './parser.ts';
import { resolveReference } from './references.ts';
import type { FormulaContext } from './references.ts';
import type { Node } from './syntax.ts';

/** A checked formula. */
export interface CompiledFormula {
    /** What the formula gives; a validation rule must give `boolean`. */
    readonly resultType: FormulaType;
    /** Blank text comes out as null, an undecided condition as false, dates and times as records hold them. */
    evaluate(record: FormulaRecord): FieldValue;
}

/** Every function a formula may call, by name. */
export const FORMULA_FUNCTIONS: FunctionTable = {
    ...logicalFunctions,
    ...textFunctions,
    ...numberFunctions,
    ...dateFunctions,
    ...recordFunctions
};

/**
 * Checks a formula against the schema and makes it ready to run.
 * Null behaves as on the platform: blank text equals blank text, a comparison with a null number or date is neither
 * true nor false, and IF, AND and OR take that for false.
 * @throws FormulaError naming an unknown function or field, a wrong number of arguments or a wrong type, with its place.
 */
export function compileFormula(source: string, context: FormulaContext): CompiledFormula {
    try {
        const expression = compile(parse(source), context);
        return {
            resultType: expression.type,
            evaluate: (record) => toField(expression.type, expression.evaluate(record))
        };
    } catch (error) {
        if (error instanceof FormulaFault) throw new FormulaError(error.message, source, error.at);
        throw error;
    }
}

function compile(node: Node, context: FormulaContext): Expression {
    switch (node.kind) {
        case 'text':
            return { type: 'text', at: node.at, evaluate: () => node.value, literalText: node.value };
        case 'number':
        case 'boolean':
            return { type: node.kind, at: node.at, evaluate: () => node.value };
        case 'null':
            return { type: 'null', at: node.at, evaluate: () => null };
        case 'reference':
            return resolveReference(node.path, node.at, context);
        case 'unary':
            return unary(node.operator, compile(node.operand, context), node.at);
        case 'binary':
            return binary(node.operator, compile(node.left, context), compile(node.right, context), node.at);
        case 'call':
            return compileCall(node, context);
    }
}

function compileCall(node: Extract<Node, { kind: 'call' }>, context: FormulaContext): Expression {
    const definition = Object.hasOwn(FORMULA_FUNCTIONS, node.name) ? FORMULA_FUNCTIONS[node.name] : undefined;
    if (!definition) throw new FormulaFault(`Unknown function ${node.name}`, node.at);
    const count = node.arguments.length;
    if (count < definition.minimum || count > definition.maximum) {
        throw new FormulaFault(`${node.name} expects ${arity(definition)}, found ${count}`, node.at);
    }
    const operands = node.arguments.map((argument) => compile(argument, context));
    return definition.compile({ name: node.name, arguments: operands, at: node.at });
}

function arity({ minimum, maximum }: { minimum: number; maximum: number }): string {
    if (minimum === maximum) return `${minimum} argument${minimum === 1 ? '' : 's'}`;
    return maximum === Infinity ? `at least ${minimum} arguments` : `${minimum} to ${maximum} arguments`;
}
