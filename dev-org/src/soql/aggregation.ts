import type { FieldFunctionExpression, FieldType, OrderByClause, Query } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../salesforceError.ts';
import type { FieldValue } from '../schema/schema.ts';
import type { Row } from '../store/recordStore.ts';
import { aggregateFunction } from './aggregateFunction.ts';
import { isSameColumn } from './column.ts';
import type { Column } from './column.ts';
import { comparisonKey } from './comparison.ts';
import type { Key } from './comparison.ts';
import { functionColumn, isDateFunction } from './functionColumn.ts';
import { groupsHaving } from './having.ts';
import { compareByOrderings } from './ordering.ts';
import { requireFilterable, resolveColumn } from './queryScope.ts';
import type { QueryScope } from './queryScope.ts';
import type { ResultRecord } from './selection.ts';

/** One column of an aggregate answer: a grouped field or a function over the group. */
interface Output {
    name: string;
    compute: (group: Row[]) => FieldValue;
}

/** Whether the query answers with groups instead of records. */
export function isAggregate(query: Pick<Query, 'fields' | 'groupBy'>): boolean {
    return (
        query.groupBy !== undefined ||
        (query.fields ?? []).some((field) => isFunction(field) && field.isAggregateFn === true)
    );
}

/** Whether the query is `SELECT COUNT() FROM …`, which answers with a number and no records. */
export function isPlainCount(query: Pick<Query, 'fields' | 'groupBy'>): boolean {
    const [field, ...others] = query.fields ?? [];
    return (
        field !== undefined &&
        others.length === 0 &&
        isFunction(field) &&
        field.functionName.toUpperCase() === 'COUNT' &&
        field.parameters.length === 0
    );
}

/**
 * Groups rows and computes what is selected; the groups are ordered as the query says.
 * @throws SalesforceError MALFORMED_QUERY for a field that is neither grouped nor aggregated, NOT_IMPLEMENTED
 */
export function aggregate(query: Query, rows: Row[], scope: QueryScope): ResultRecord[] {
    const grouping = [query.groupBy ?? []].flat().map((clause) => {
        if (!('fn' in clause)) return groupColumn(clause.field, scope);
        if (!isDateFunction(clause.fn)) throw notSupported(`GROUP BY ${clause.fn.functionName ?? 'a function'}`);
        return functionColumn(clause.fn, scope);
    });
    const outputs = outputsOf(query.fields ?? [], grouping, scope);
    const all = groupRows(rows, grouping);
    const kept = query.having ? groupsHaving(query.having, all, grouping, scope) : all;
    const groups = sortGroups(kept, [query.orderBy ?? []].flat(), grouping, scope);
    return groups.map((group) => ({
        attributes: { type: 'AggregateResult' },
        ...Object.fromEntries(outputs.map(({ name, compute }) => [name, compute(group)]))
    }));
}

function groupColumn(name: string, scope: QueryScope): Column {
    const column = resolveColumn(name, scope);
    requireFilterable(column, 'grouped', scope.errors);
    return column;
}

/** Without GROUP BY all rows are one group, even when there is none. */
function groupRows(rows: Row[], grouping: Column[]): Row[][] {
    if (grouping.length === 0) return [rows];
    const groups = new Map<string, Row[]>();
    for (const row of rows) {
        const key = JSON.stringify(grouping.map((column) => column.key(row)));
        const group = groups.get(key);
        if (group) group.push(row);
        else groups.set(key, [row]);
    }
    return [...groups.values()];
}

function outputsOf(fields: FieldType[], grouping: Column[], scope: QueryScope): Output[] {
    let unnamed = 0;
    return fields.map((field): Output => {
        if (isFunction(field)) {
            const name = field.alias ?? `expr${unnamed}`;
            if (field.alias === undefined) unnamed += 1;
            if (!isDateFunction(field)) return { name, compute: aggregateFunction(field, scope).compute };
            return { name, compute: groupedValue(functionColumn(field, scope), grouping, scope) };
        }
        if (field.type !== 'Field' && field.type !== 'FieldRelationship')
            throw notSupported(`${field.type} beside aggregates`);
        const path = field.type === 'Field' ? [field.field] : [...field.relationships, field.field];
        const column = resolveColumn(path.join('.'), scope);
        const alias = 'alias' in field ? field.alias : undefined;
        return { name: alias ?? column.field.name, compute: groupedValue(column, grouping, scope) };
    });
}

/** @throws SalesforceError MALFORMED_QUERY for a column that the rows of a group need not share */
function groupedValue(column: Column, grouping: Column[], scope: QueryScope): (group: Row[]) => FieldValue {
    if (!grouping.some((grouped) => isSameColumn(grouped, column))) {
        throw scope.errors.malformed(`Field must be grouped or aggregated: ${column.name}`, column.name);
    }
    return ([first]) => (first ? column.read(first) : null);
}

/** Orders groups by grouped fields and aggregates; nulls first unless the query says otherwise. */
function sortGroups(groups: Row[][], clauses: OrderByClause[], grouping: Column[], scope: QueryScope): Row[][] {
    if (clauses.length === 0) return groups;
    const orderings = clauses.map((clause) => ({
        isDescending: clause.order === 'DESC',
        nullsFirst: clause.nulls !== 'LAST',
        key: groupKey(clause, grouping, scope)
    }));
    const keyed = groups.map((group) => ({ group, keys: orderings.map(({ key }) => key(group)) }));
    keyed.sort((a, b) => compareByOrderings(a.keys, b.keys, orderings));
    return keyed.map(({ group }) => group);
}

function groupKey(clause: OrderByClause, grouping: Column[], scope: QueryScope): (group: Row[]) => Key {
    if ('fn' in clause && !isDateFunction(clause.fn)) {
        const { field, compute } = aggregateFunction(clause.fn, scope);
        return (group) => comparisonKey(field, compute(group));
    }
    const column = 'fn' in clause ? functionColumn(clause.fn, scope) : resolveColumn(clause.field, scope);
    if (!grouping.some((grouped) => isSameColumn(grouped, column))) {
        throw scope.errors.malformed(`Ordered field must be grouped or aggregated: ${column.name}`, column.name);
    }
    return ([first]) => (first ? column.key(first) : null);
}

function isFunction(field: FieldType): field is FieldFunctionExpression {
    return field.type === 'FieldFunctionExpression';
}
