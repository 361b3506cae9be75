import type { FieldFunctionExpression, FunctionExp } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../salesforceError.ts';
import type { FieldSchema, FieldValue } from '../schema/schema.ts';
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
): Aggregate {
    const [parameter] = parameters;
    if (parameter === undefined) return { field: WHOLE_NUMBER, compute: (group) => group.length };
    const build = AGGREGATE_FUNCTIONS[functionName.toUpperCase()];
    if (!build) throw notSupported(`${functionName} beside aggregates in SOQL`);
    if (typeof parameter !== 'string') throw notSupported(`nested functions in ${functionName}`);
    const column = resolveColumn(parameter, scope);
    const { field, compute } = build(column, scope);
    return { field, compute: (group) => compute(group.flatMap((row) => column.read(row) ?? [])) };
}

/** What an aggregate function gives: the type of its values, and the value of a group. */
interface Aggregate {
    field: FieldSchema;
    compute: (group: Row[]) => FieldValue;
}

type Build = (
    column: Column,
    scope: QueryScope
) => { field: FieldSchema; compute: (present: NonNullable<FieldValue>[]) => FieldValue };

/** By name; their fields must hold what they compute with. */
export const AGGREGATE_FUNCTIONS: Record<string, Build> = {
    COUNT: () => ({ field: WHOLE_NUMBER, compute: (present) => present.length }),
    COUNT_DISTINCT: ({ field }) => ({
        field: WHOLE_NUMBER,
        compute: (present) => new Set(present.map((value) => comparisonKey(field, value))).size
    }),
    MIN: (column) => ({ field: column.field, compute: (present) => extreme(present, column, -1) }),
    MAX: (column) => ({ field: column.field, compute: (present) => extreme(present, column, 1) }),
    SUM: (column, scope) => {
        requireNumber('SUM', column, scope);
        return { field: NUMBER, compute: total };
    },
    AVG: (column, scope) => {
        requireNumber('AVG', column, scope);
        return {
            field: NUMBER,
            compute: (present) => (present.length === 0 ? null : Number(total(present)) / present.length)
        };
    }
};

const NUMBER: FieldSchema = {
    ...{ name: 'expr', label: 'expr', type: 'double', isCustom: false, isRequired: false, isUnique: false },
    ...{ isExternalId: false, isCaseSensitive: false, isFilterable: true, isCreateable: false, isUpdateable: false }
};
const WHOLE_NUMBER: FieldSchema = { ...NUMBER, type: 'int' };

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

function requireNumber(operator: string, { field, name }: Column, { errors }: QueryScope): void {
    if (field.type === 'double' || field.type === 'int') return;
    throw errors.malformed(`field ${name} does not support aggregate operator ${operator}`, name);
}

function total(values: NonNullable<FieldValue>[]): number | null {
    return values.length === 0 ? null : values.reduce<number>((sum, value) => sum + Number(value), 0);
}
