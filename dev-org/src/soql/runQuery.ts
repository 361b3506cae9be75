import type { OrderByClause, Query, QueryBase, Subquery } from '@jetstreamapp/soql-parser-js';
import { notSupported, SalesforceError } from '../salesforceError.ts';
import type { Row } from '../store/recordStore.ts';
import { aggregate, isAggregate, isPlainCount } from './aggregation.ts';
import type { Key } from './comparison.ts';
import { allOf, compare, select } from './criterion.ts';
import type { Criterion } from './criterion.ts';
import { sortRows } from './ordering.ts';
import type { Ordering } from './ordering.ts';
import { requireFilterable, resolveColumn } from './queryScope.ts';
import type { QueryScope } from './queryScope.ts';
import { projection } from './selection.ts';
import type { ResultRecord } from './selection.ts';
import { whereCriterion } from './where.ts';

const MAXIMUM_OFFSET = 2000;

/** What a query block needs from outside: all but its object. */
export type QueryEnvironment = Omit<QueryScope, 'object' | 'alias'>;

/**
 * Answers a parsed query.
 * @throws SalesforceError INVALID_TYPE, INVALID_FIELD, MALFORMED_QUERY, NUMBER_OUTSIDE_VALID_RANGE, NOT_IMPLEMENTED
 */
export function runQuery(query: Query, environment: QueryEnvironment): { totalSize: number; records: ResultRecord[] } {
    const scope = rootScope(query, environment);
    refuseUnsupported(query);
    if (isAggregate(query)) return runAggregate(query, scope);
    const toRecord = projection(query, scope, subselectWriter);
    const rows = rowFinder(query, scope)();
    return { totalSize: rows.length, records: rows.map(toRecord) };
}

function runAggregate(query: Query, scope: QueryScope): { totalSize: number; records: ResultRecord[] } {
    const { limit, offset, orderBy, ...unpaged } = query;
    const rows = rowFinder(unpaged, scope)();
    if (isPlainCount(query)) return { totalSize: Math.min(rows.length, limit ?? Infinity), records: [] };
    const records = page(aggregate({ ...unpaged, ...(orderBy && { orderBy }) }, rows, scope), query);
    return { totalSize: records.length, records };
}

/**
 * Prepares a query block; the function it gives finds the block's rows in order.
 * `within` narrows them to the children of one record.
 */
function rowFinder(query: QueryBase, scope: QueryScope): (within?: Row[]) => Row[] {
    const criteria: Criterion[] = [];
    if (query.usingScope !== undefined) criteria.push(usingScope(query.usingScope, scope));
    if (query.where) criteria.push(whereCriterion(query.where, scope, (inner) => semiJoinKeys(inner, scope)));
    const criterion = allOf(criteria);
    const orderings = [query.orderBy ?? []].flat().map((clause) => ordering(clause, scope));
    return (within) => {
        const rows = within
            ? within.filter((row) => criterion.test(row))
            : select(scope.reader, scope.object, criterion);
        return page(sortRows(rows, orderings, (query.offset ?? 0) + (query.limit ?? Infinity)), query);
    };
}

function page<T>(rows: T[], { limit, offset = 0 }: QueryBase): T[] {
    if (offset > MAXIMUM_OFFSET) {
        throw new SalesforceError('NUMBER_OUTSIDE_VALID_RANGE', `\nMaximum SOQL offset allowed is ${MAXIMUM_OFFSET}`);
    }
    return limit === undefined && offset === 0 ? rows : rows.slice(offset, offset + (limit ?? rows.length));
}

function ordering(clause: OrderByClause, scope: QueryScope): Ordering {
    if ('fn' in clause) throw notSupported(`ORDER BY ${clause.fn.functionName ?? 'a function'}`);
    const column = resolveColumn(clause.field, scope);
    requireFilterable(column, 'sorted', scope.errors);
    return { column, isDescending: clause.order === 'DESC', nullsFirst: clause.nulls !== 'LAST' };
}

function usingScope(name: string, scope: QueryScope): Criterion {
    if (name.toLowerCase() === 'everything') return { test: () => true };
    if (name.toLowerCase() !== 'mine') throw notSupported(`USING SCOPE ${name}`);
    return compare(resolveColumn('OwnerId', scope), '=', scope.reader.actor.userId.slice(0, 15));
}

/** The ids a semi-join selects. */
function semiJoinKeys(query: Query, { reader, errors, apiVersion }: QueryScope): Set<Key> {
    const scope = rootScope(query, { reader, errors, apiVersion });
    refuseUnsupported(query);
    const [field, ...others] = query.fields ?? [];
    const isColumn = field?.type === 'Field' || field?.type === 'FieldRelationship';
    if (!isColumn || others.length > 0)
        throw errors.malformed('SELECT of a semi join must name one id or reference field');
    const path = field.type === 'Field' ? [field.field] : [...field.relationships, field.field];
    const column = resolveColumn(path.join('.'), scope);
    if (column.field.type !== 'id' && column.field.type !== 'reference') {
        throw errors.malformed(
            `The inner select field '${column.name}' must be an id or a reference field`,
            column.name
        );
    }
    return new Set(rowFinder(query, scope)().map((row) => column.key(row)));
}

/** Writes `{ totalSize, done, records }` of the children, null when there are none. */
function subselectWriter(subquery: Subquery, parent: QueryScope): (row: Row, record: ResultRecord) => void {
    const { reader, errors, apiVersion } = parent;
    const relationship = parent.object.childRelationships.find(
        ({ name }) => name.toLowerCase() === subquery.relationshipName.toLowerCase()
    );
    const object = relationship && reader.object(relationship.childObject);
    const reference = object && reader.field(object, relationship.childField);
    if (!relationship || !object || !reference) throw errors.unknownChildRelationship(subquery.relationshipName);
    refuseUnsupported(subquery);
    if (isAggregate(subquery)) throw notSupported('aggregates in a child subquery');
    const scope: QueryScope = { reader, errors, apiVersion, object, alias: subquery.sObjectAlias };
    const toRecord = projection(subquery, scope, undefined);
    const findRows = rowFinder(subquery, scope);
    return (row, record) => {
        const records = findRows(reader.children(object, reference, row.Id)).map(toRecord);
        record[relationship.name] = records.length > 0 ? { totalSize: records.length, done: true, records } : null;
    };
}

function rootScope(query: Query, environment: QueryEnvironment): QueryScope {
    const object = environment.reader.object(query.sObject ?? '');
    if (!object) throw environment.errors.unknownObject(query.sObject ?? '');
    return { ...environment, object, alias: query.sObjectAlias };
}

function refuseUnsupported(query: QueryBase): void {
    if (query.update) throw notSupported(`UPDATE ${query.update} in SOQL`);
    if (query.withDataCategory) throw notSupported('WITH DATA CATEGORY in SOQL');
    // The API runs as its user anyway; nobody gets more by asking for it.
    if (query.withAccessLevel?.toUpperCase() === 'SYSTEM_MODE') throw notSupported('WITH SYSTEM_MODE in SOQL');
}
