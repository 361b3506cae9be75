import type { HavingClause, Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import { chosenValues } from '../store/multiPicklist.ts';
import type { Column } from './column.ts';
import type { Key } from './comparison.ts';
import { conditionTree } from './conditionTree.ts';
import type { ConditionTree, SimpleCondition } from './conditionTree.ts';
import { allOf, anyOf, compare, compareRange, like, not, oneOf, withIndex } from './criterion.ts';
import type { Comparison, Criterion } from './criterion.ts';
import { functionColumn } from './functionColumn.ts';
import { likeText, readLiteral } from './literals.ts';
import type { Literal, Operand } from './literals.ts';
import { requireFilterable, resolveColumn } from './queryScope.ts';
import type { QueryScope } from './queryScope.ts';

/** Runs the query of a semi-join and gives the ids it selects. */
export type SemiJoin = (query: Query) => Set<Key>;

/**
 * Turns a WHERE clause into a criterion.
 * @throws SalesforceError MALFORMED_QUERY, INVALID_FIELD, INVALID_QUERY_FILTER_OPERATOR, NOT_IMPLEMENTED
 */
export function whereCriterion(clause: WhereClause, scope: QueryScope, semiJoin: SemiJoin): Criterion {
    const columnOf = (condition: SimpleCondition): Column => {
        const column = 'fn' in condition ? functionColumn(condition.fn, scope) : resolveColumn(condition.field, scope);
        requireFilterable(column, 'filtered', scope.errors);
        return column;
    };
    return conditionCriterion(clause, scope, columnOf, semiJoin);
}

/** The same for any clause of conditions; `columnOf` says what the left side of each means. */
export function conditionCriterion(
    clause: WhereClause | HavingClause,
    scope: QueryScope,
    columnOf: (condition: SimpleCondition) => Column,
    semiJoin?: SemiJoin
): Criterion {
    const build = (tree: ConditionTree): Criterion => {
        switch (tree.kind) {
            case 'and':
                return allOf(tree.parts.map(build));
            case 'or':
                return anyOf(tree.parts.map(build));
            case 'not':
                return not(build(tree.part));
            case 'condition':
                return simpleCriterion(tree.condition, columnOf(tree.condition), scope, semiJoin);
        }
    };
    return build(conditionTree(clause, scope.errors));
}

function simpleCriterion(
    condition: SimpleCondition,
    column: Column,
    scope: QueryScope,
    semiJoin: SemiJoin | undefined
): Criterion {
    if ('valueQuery' in condition) {
        if (!semiJoin) throw scope.errors.malformed('a semi join cannot stand here', 'SELECT');
        return semiJoinCriterion(column, condition, scope, semiJoin);
    }
    const operator = condition.operator.toUpperCase();
    const literals = toLiterals(condition);
    switch (operator) {
        case 'IN':
        case 'NOT IN':
            return listCriterion(column, operator, literals, scope);
        case 'LIKE':
            return likeCriterion(column, literals, scope);
        case 'INCLUDES':
        case 'EXCLUDES':
            return includesCriterion(column, operator, literals, scope);
        default:
            return comparisonCriterion(column, operator as Comparison, literals, scope);
    }
}

function comparisonCriterion(column: Column, operator: Comparison, literals: Literal[], scope: QueryScope): Criterion {
    const [literal] = literals;
    if (!literal || literals.length > 1) throw scope.errors.malformed(`unexpected token: '('`, '(');
    const operand = readOperand(literal, column, scope);
    if ('span' in operand) return compareRange(column, operator, operand.span);
    const isOrdering = operator !== '=' && operator !== '!=';
    if (isOrdering && column.field.type === 'boolean') {
        throw scope.errors.invalidFilter(`invalid operator on boolean field`, column.name);
    }
    const criterion = compare(column, operator, operand.key);
    return operator === '=' ? indexed(criterion, column, [operand.key], scope) : criterion;
}

function listCriterion(column: Column, operator: 'IN' | 'NOT IN', literals: Literal[], scope: QueryScope): Criterion {
    const operands = literals.map((literal) => readOperand(literal, column, scope));
    const spans = operands.flatMap((operand) => ('span' in operand ? [operand.span] : []));
    const keys = new Set(operands.flatMap((operand) => ('key' in operand ? [operand.key] : [])));
    const within = spans.map((span) => compareRange(column, '=', span));
    const listed = oneOf(column, keys);
    if (operator === 'NOT IN') return not(anyOf([listed, ...within]));
    return within.length > 0 ? anyOf([listed, ...within]) : indexed(listed, column, [...keys], scope);
}

/** `INCLUDES ('a;b', 'c')`: both a and b are chosen, or c is. */
function includesCriterion(
    column: Column,
    operator: 'INCLUDES' | 'EXCLUDES',
    literals: Literal[],
    scope: QueryScope
): Criterion {
    if (column.field.type !== 'multipicklist') {
        throw scope.errors.invalidFilter(
            `'${operator.toLowerCase()}' operator is only valid on multi-select picklists`,
            column.name
        );
    }
    const wanted = literals.map((literal) => {
        const operand = readOperand(literal, column, scope);
        return chosenValues('key' in operand ? operand.key : null);
    });
    const included: Criterion = {
        test: (row) => {
            const chosen = new Set(chosenValues(column.key(row)));
            return wanted.some((values) => values.length > 0 && values.every((value) => chosen.has(value)));
        }
    };
    return operator === 'INCLUDES' ? included : not(included);
}

function likeCriterion(column: Column, literals: Literal[], scope: QueryScope): Criterion {
    const isText = !['id', 'reference', 'boolean', 'int', 'double', 'date', 'datetime', 'time'].includes(
        column.field.type
    );
    if (!isText) throw scope.errors.invalidFilter(`invalid operator on ${column.field.type} field`, column.name);
    for (const literal of literals) readOperand(literal, column, scope);
    return anyOf(literals.map((literal) => like(column, likeText(literal.text))));
}

function semiJoinCriterion(
    column: Column,
    condition: Extract<SimpleCondition, { valueQuery: Query }>,
    scope: QueryScope,
    semiJoin: SemiJoin
): Criterion {
    if (column.field.type !== 'id' && column.field.type !== 'reference') {
        throw scope.errors.malformed(
            `The left operand '${column.name}' in the where expression must be an id or a reference field`,
            column.name
        );
    }
    const keys = semiJoin(condition.valueQuery);
    keys.delete(null);
    const criterion = oneOf(column, keys);
    return condition.operator.toUpperCase() === 'NOT IN'
        ? not(criterion)
        : indexed(criterion, column, [...keys], scope);
}

function indexed(criterion: Criterion, column: Column, keys: Key[], { reader, object }: QueryScope): Criterion {
    // No index holds records without a value.
    return keys.includes(null) ? criterion : withIndex(criterion, reader, object, { column, keys });
}

function readOperand(literal: Literal, { field, name }: Column, { errors, reader }: QueryScope): Operand {
    return readLiteral(literal, { field, name }, { errors, clock: reader });
}

function toLiterals(condition: Exclude<SimpleCondition, { valueQuery: Query }>): Literal[] {
    const texts = [condition.value].flat();
    const kinds = [condition.literalType ?? 'STRING'].flat();
    return texts.map((text, index) => ({ text, kind: kinds[index] ?? kinds[0] ?? 'STRING' }));
}
