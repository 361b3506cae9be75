import type { HavingClause } from '@jetstreamapp/soql-parser-js';
import type { FieldValue } from '../schema/schema.ts';
import type { Row } from '../store/recordStore.ts';
import { aggregateFunction } from './aggregateFunction.ts';
import type { Column } from './column.ts';
import type { SimpleCondition } from './conditionTree.ts';
import { computedColumn, functionColumn, isDateFunction } from './functionColumn.ts';
import { isSameColumn } from './column.ts';
import { resolveColumn } from './queryScope.ts';
import type { QueryScope } from './queryScope.ts';
import { conditionCriterion } from './where.ts';

/**
 * The groups that meet a HAVING clause, which looks at aggregates and at what is grouped by.
 * @throws SalesforceError MALFORMED_QUERY, INVALID_FIELD, INVALID_QUERY_FILTER_OPERATOR, NOT_IMPLEMENTED
 */
export function groupsHaving(clause: HavingClause, groups: Row[][], grouping: Column[], scope: QueryScope): Row[][] {
    // Criteria look at rows, so a row stands for each group.
    const groupOf = (row: Row): Row[] => groups[Number(row.Id)] ?? [];
    const columnOf = (condition: SimpleCondition): Column => {
        if ('fn' in condition && !isDateFunction(condition.fn)) {
            const { field, compute } = aggregateFunction(condition.fn, scope);
            const name = condition.fn.rawValue ?? '';
            return computedColumn(name, field, (row) => compute(groupOf(row)));
        }
        const column = 'fn' in condition ? functionColumn(condition.fn, scope) : resolveColumn(condition.field, scope);
        if (!grouping.some((grouped) => isSameColumn(grouped, column))) {
            throw scope.errors.malformed(`Field must be grouped or aggregated: ${column.name}`, column.name);
        }
        return computedColumn(column.name, column.field, (row): FieldValue => {
            const [first] = groupOf(row);
            return first ? column.read(first) : null;
        });
    };
    const criterion = conditionCriterion(clause, scope, columnOf);
    return groups.filter((_, index) => criterion.test({ Id: String(index) }));
}
