import type { FieldFunctionExpression, FunctionExp } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../salesforceError.ts';
import type { FieldValue } from '../schema/schema.ts';
import type { Row } from '../store/recordStore.ts';
import type { Column } from './column.ts';
import { comparisonKey } from './comparison.ts';
import type { Key } from './comparison.ts';
import { resolveColumn } from './queryScope.ts';
import type { QueryScope } from './queryScope.ts';

/**
 * Builds COUNT, COUNT_DISTINCT, MIN, MAX, SUM or AVG over a group of rows. Rows without a value do not count.
 * @throws SalesforceError INVALID_FIELD, MALFORMED_QUERY for a sum of anything but numbers, NOT_IMPLEMENTED
 */
export function aggregateFunction(
    { functionName = '', parameters = [] }: FieldFunctionExpression | FunctionExp,
    scope: QueryScope
): (group: Row[]) => FieldValue {
    const [parameter] = parameters;
    if (parameter === undefined) return (group) => group.length;
    if (typeof parameter !== 'string') throw notSupported(`nested functions in ${functionName}`);
    const column = resolveColumn(parameter, scope);
    const present = (group: Row[]): NonNullable<FieldValue>[] => group.flatMap((row) => column.read(row) ?? []);
    switch (functionName.toUpperCase()) {
        case 'COUNT':
            return (group) => present(group).length;
        case 'COUNT_DISTINCT':
            return (group) => new Set(present(group).map((value) => comparisonKey(column.field, value))).size;
        case 'MIN':
            return (group) => extreme(present(group), column, -1);
        case 'MAX':
            return (group) => extreme(present(group), column, 1);
        case 'SUM':
            return (group) => total(present(group), column, scope);
        case 'AVG':
            return (group) => {
                const values = present(group);
                const sum = total(values, column, scope);
                return sum === null ? null : sum / values.length;
            };
        default:
            throw notSupported(`${functionName} in SELECT`);
    }
}

function extreme(values: NonNullable<FieldValue>[], column: Column, sign: 1 | -1): FieldValue {
    const best = { value: null as FieldValue, key: null as Key };
    for (const value of values) {
        const key = comparisonKey(column.field, value);
        if (best.key === null || (key !== null && (sign === 1 ? key > best.key : key < best.key))) {
            best.value = value;
            best.key = key;
        }
    }
    return best.value;
}

function total(values: NonNullable<FieldValue>[], column: Column, { errors }: QueryScope): number | null {
    if (column.field.type !== 'double' && column.field.type !== 'int') {
        throw errors.malformed(`field ${column.name} does not support aggregate operator SUM`, column.name);
    }
    return values.length === 0 ? null : values.reduce<number>((sum, value) => sum + Number(value), 0);
}
