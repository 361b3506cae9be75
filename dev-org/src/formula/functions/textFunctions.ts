import type { Expression, FormulaType, Value } from '../expression.ts';
import { asText } from '../expression.ts';
import { FormulaFault } from '../formulaError.ts';
import { requireType } from '../typeChecks.ts';
import type { Call, FunctionTable } from './definition.ts';
import { plain, strict } from './definition.ts';
import { compileJavaRegex } from './javaRegex.ts';

const text = (value: Value | undefined): string => asText(value ?? null);
const whole = (value: Value | undefined): number => Math.trunc(Number(value));

/** Functions on text. */
export const textFunctions: FunctionTable = {
    LEN: plain({ takes: ['text'], gives: 'number', compute: ([value]) => text(value).length }),
    LEFT: strict({
        takes: ['text', 'number'],
        gives: 'text',
        compute: ([value, count]) => text(value).slice(0, Math.max(0, whole(count)))
    }),
    RIGHT: strict({
        takes: ['text', 'number'],
        gives: 'text',
        compute: ([value, count]) => (whole(count) <= 0 ? null : text(value).slice(-whole(count)))
    }),
    MID: strict({ takes: ['text', 'number', 'number'], gives: 'text', compute: middle }),
    TRIM: strict({ takes: ['text'], gives: 'text', compute: ([value]) => text(value).trim() }),
    LOWER: strict({
        takes: ['text', 'text'],
        optional: 1,
        gives: 'text',
        compute: ([value]) => text(value).toLowerCase()
    }),
    UPPER: strict({
        takes: ['text', 'text'],
        optional: 1,
        gives: 'text',
        compute: ([value]) => text(value).toUpperCase()
    }),
    CONTAINS: plain({
        takes: ['text', 'text'],
        gives: 'boolean',
        compute: (values) => search(values, (value, part) => value.includes(part))
    }),
    BEGINS: plain({
        takes: ['text', 'text'],
        gives: 'boolean',
        compute: (values) => search(values, (value, part) => value.startsWith(part))
    }),
    FIND: plain({
        takes: ['text', 'text', 'number'],
        optional: 1,
        gives: 'number',
        compute: ([part, value, start = 1]) =>
            text(part) === '' || text(value) === '' ? 0 : text(value).indexOf(text(part), whole(start) - 1) + 1
    }),
    SUBSTITUTE: plain({
        takes: ['text', 'text', 'text'],
        gives: 'text',
        compute: ([value, old, replacement]) =>
            text(old) === '' ? (value ?? null) : text(value).replaceAll(text(old), () => text(replacement))
    }),
    REGEX: { minimum: 2, maximum: 2, compile: compileRegex },
    VALUE: strict({ takes: ['text'], gives: 'number', compute: ([value]) => toNumber(text(value)) }),
    TEXT: { minimum: 1, maximum: 1, compile: compileText }
};

function middle([value, start, count]: (Value | undefined)[]): Value {
    const from = Math.max(1, whole(start)) - 1;
    return text(value).slice(from, from + Math.max(0, whole(count)));
}

/** Everything contains a blank; a blank contains nothing that can be told, so null. */
function search([value, part]: (Value | undefined)[], find: (value: string, part: string) => boolean): Value {
    if (text(part) === '') return true;
    return text(value) === '' ? null : find(text(value), text(part));
}

function toNumber(value: string): number | null {
    return /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value) ? Number(value) : null;
}

function compileRegex(call: Call): Expression {
    const [subject, pattern] = call.arguments;
    if (!subject || !pattern) throw new FormulaFault('REGEX expects a text and a pattern', call.at);
    requireType('REGEX', subject, 'text');
    requireType('REGEX', pattern, 'text');
    const constant = pattern.literalText === undefined ? undefined : compileJavaRegex(pattern.literalText, pattern.at);
    return {
        type: 'boolean',
        at: call.at,
        evaluate: (record) => {
            const regex = constant ?? compileJavaRegex(asText(pattern.evaluate(record)), pattern.at);
            return regex.test(asText(subject.evaluate(record)));
        }
    };
}

const TO_TEXT: Partial<Record<FormulaType, (value: Value) => Value>> = {
    picklist: (value) => value,
    number: (value) => formatNumber(Number(value)),
    date: (value) => new Date(Number(value)).toISOString().slice(0, 10),
    datetime: (value) => `${new Date(Number(value)).toISOString().slice(0, 19).replace('T', ' ')}Z`,
    time: (value) => new Date(Number(value)).toISOString().slice(11, 23)
};

function compileText(call: Call): Expression {
    const operand = call.arguments[0];
    const convert = operand && TO_TEXT[operand.type];
    if (!operand || !convert) {
        throw new FormulaFault(`TEXT does not take a ${operand?.type ?? 'blank'}`, operand?.at ?? call.at);
    }
    return {
        type: 'text',
        at: call.at,
        evaluate: (record) => {
            const value = operand.evaluate(record);
            return value === null ? null : convert(value);
        }
    };
}

/** Plain decimal digits, never an exponent. */
function formatNumber(value: number): string {
    const short = String(value);
    return short.includes('e')
        ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 18 })
        : short;
}
