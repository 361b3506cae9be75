import type { FieldFunctionExpression, FunctionExp } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../salesforceError.ts';
import type { FieldSchema, FieldValue } from '../schema/schema.ts';
import type { Row } from '../store/recordStore.ts';
import { picklistLabel } from '../uiapi/displayValue.ts';
import type { Column } from './column.ts';
import { comparisonKey } from './comparison.ts';
import { DATE_FUNCTIONS, inZone } from './dateFunctions.ts';
import type { DateFunction } from './dateFunctions.ts';
import { requireFilterable, resolveColumn } from './queryScope.ts';
import type { QueryScope } from './queryScope.ts';

type Call = FieldFunctionExpression | FunctionExp;

/** Whether a call is a date function, which filters, groups and orders like a field. */
export function isDateFunction({ functionName = '' }: Call): boolean {
    return Object.hasOwn(DATE_FUNCTIONS, functionName.toUpperCase());
}

/**
 * The column that a date function or toLabel makes of a field.
 * @throws SalesforceError INVALID_FIELD, MALFORMED_QUERY for a field of the wrong type, NOT_IMPLEMENTED
 */
export function functionColumn(call: Call, scope: QueryScope): Column {
    const name = (call.functionName ?? '').toUpperCase();
    const date = Object.hasOwn(DATE_FUNCTIONS, name) ? DATE_FUNCTIONS[name] : undefined;
    if (date) return dateColumn(name, date, call, scope);
    if (name === 'TOLABEL') return labelColumn(call, scope);
    throw notSupported(`${call.functionName ?? 'functions'} in SOQL here`);
}

function dateColumn(name: string, date: DateFunction, { parameters = [] }: Call, scope: QueryScope): Column {
    const { inner, zone } = dateArgument(name, parameters[0], scope);
    const column = resolveColumn(inner, scope);
    requireFilterable(column, 'filtered', scope.errors);
    const isAllowed = column.field.type === 'datetime' || (column.field.type === 'date' && !date.needsTime);
    if (!isAllowed || (zone !== undefined && column.field.type === 'date')) {
        throw scope.errors.malformed(`field ${column.name} does not support the function ${name}`, inner);
    }
    const read = (row: Row): FieldValue => {
        const value = column.read(row);
        if (typeof value !== 'string') return null;
        const moment = Date.parse(column.field.type === 'date' ? `${value}T00:00:00Z` : value);
        return date.compute(zone === undefined ? new Date(moment) : inZone(moment, zone));
    };
    const source = zone === undefined ? inner : `convertTimezone(${inner})`;
    return computedColumn(`${name}(${source})`, { ...column.field, type: date.type }, read);
}

function dateArgument(
    name: string,
    parameter: NonNullable<Call['parameters']>[number] | undefined,
    scope: QueryScope
): { inner: string; zone?: string } {
    if (typeof parameter === 'string') return { inner: parameter };
    const [inner] = parameter?.parameters ?? [];
    if (parameter?.functionName?.toUpperCase() !== 'CONVERTTIMEZONE' || typeof inner !== 'string') {
        throw scope.errors.malformed(`${name} takes a date field`, name);
    }
    return { inner, zone: scope.reader.timeZone() };
}

function labelColumn({ parameters = [] }: Call, scope: QueryScope): Column {
    const [parameter] = parameters;
    if (typeof parameter !== 'string') throw scope.errors.malformed('toLabel takes a field', 'toLabel');
    const column = resolveColumn(parameter, scope);
    const read = (row: Row): FieldValue => {
        const value = column.read(row);
        return typeof value === 'string' ? picklistLabel(column.field, value) : value;
    };
    return computedColumn(`toLabel(${parameter})`, column.field, read);
}

/** A column that no index knows. */
export function computedColumn(name: string, like: FieldSchema, read: (row: Row) => FieldValue): Column {
    const field: FieldSchema = { ...like, name, formula: name };
    return { name, field, steps: [], read, key: (row) => comparisonKey(field, read(row)), valueOf: () => null };
}
