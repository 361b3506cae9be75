import type { Expression, Value } from '../expression.ts';
import { asText, DAY_MS } from '../expression.ts';
import { FormulaFault } from '../formulaError.ts';
import type { Call, FunctionDefinition, FunctionTable } from './definition.ts';
import { plain, strict } from './definition.ts';

/** Functions on dates, moments and times. The dev org's users live in UTC: days begin and end there. */
export const dateFunctions: FunctionTable = {
    NOW: plain({ takes: [], gives: 'datetime', compute: (_, now) => now }),
    TODAY: plain({ takes: [], gives: 'date', compute: (_, now) => startOfDay(now) }),
    DATE: strict({
        takes: ['number', 'number', 'number'],
        gives: 'date',
        compute: ([year, month, day]) => toDate(Number(year), Number(month), Number(day))
    }),
    DATEVALUE: converter('date', (value) => (typeof value === 'number' ? startOfDay(value) : parseDate(asText(value)))),
    DATETIMEVALUE: converter('datetime', (value) => (typeof value === 'number' ? value : parseMoment(asText(value)))),
    YEAR: part('date', (date) => date.getUTCFullYear()),
    MONTH: part('date', (date) => date.getUTCMonth() + 1),
    DAY: part('date', (date) => date.getUTCDate()),
    // Sunday is 1.
    WEEKDAY: part('date', (date) => date.getUTCDay() + 1),
    HOUR: part('time', (date) => date.getUTCHours()),
    MINUTE: part('time', (date) => date.getUTCMinutes()),
    ADDMONTHS: { minimum: 2, maximum: 2, compile: compileAddMonths }
};

function part(type: 'date' | 'time', read: (date: Date) => number): FunctionDefinition {
    return strict({ takes: [type], gives: 'number', compute: ([value]) => read(new Date(Number(value))) });
}

/** DATEVALUE and DATETIMEVALUE take text, a date or a moment. */
function converter(gives: 'date' | 'datetime', convert: (value: Value) => Value): FunctionDefinition {
    return {
        minimum: 1,
        maximum: 1,
        compile: ({ name, arguments: [operand], at }) => {
            if (!operand || !['text', 'date', 'datetime', 'null'].includes(operand.type)) {
                throw new FormulaFault(`${name} does not take a ${operand?.type ?? 'blank'}`, operand?.at ?? at);
            }
            return {
                type: gives,
                at,
                evaluate: (record) => {
                    const value = operand.evaluate(record);
                    return value === null || value === '' ? null : convert(value);
                }
            };
        }
    };
}

function compileAddMonths(call: Call): Expression {
    const [start, months] = call.arguments;
    if (!start || !months || (start.type !== 'date' && start.type !== 'datetime') || months.type !== 'number') {
        throw new FormulaFault('ADDMONTHS expects a date and a number of months', call.at);
    }
    return {
        type: start.type,
        at: call.at,
        evaluate: (record) => {
            const from = start.evaluate(record);
            const count = months.evaluate(record);
            return typeof from === 'number' && typeof count === 'number' ? addMonths(from, Math.trunc(count)) : null;
        }
    };
}

/** The last day of a month stays a last day, and no day runs over into the month after. */
function addMonths(moment: number, months: number): number {
    const date = new Date(moment);
    const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const isLast = date.getUTCDate() === lastDay(date.getUTCFullYear(), date.getUTCMonth());
    const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
    const last = lastDay(target.getUTCFullYear(), target.getUTCMonth());
    const day = isLast ? last : Math.min(date.getUTCDate(), last);
    return Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), day) + (moment - startOfDay(moment));
}

function startOfDay(moment: number): number {
    return Math.floor(moment / DAY_MS) * DAY_MS;
}

/** Null for a day that does not exist, where the platform shows #Error!. */
function toDate(year: number, month: number, day: number): number | null {
    const moment = Date.UTC(year, month - 1, day);
    const date = new Date(moment);
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? moment : null;
}

function parseDate(text: string): number | null {
    const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
    return year === undefined ? null : toDate(Number(year), Number(month), Number(day));
}

/** `2026-11-21 09:30:00`, in UTC. */
function parseMoment(text: string): number | null {
    const [, day = '', time = ''] = /^(\d{4}-\d{1,2}-\d{1,2})[ T](\d{2}:\d{2}:\d{2})Z?$/.exec(text) ?? [];
    const start = parseDate(day);
    const sinceMidnight = Date.parse(`1970-01-01T${time}Z`);
    return start === null || Number.isNaN(sinceMidnight) ? null : start + sinceMidnight;
}
