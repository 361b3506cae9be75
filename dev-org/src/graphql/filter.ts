import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import { ownColumn, parentColumn } from '../soql/column.ts';
import type { Column } from '../soql/column.ts';
import { allOf, anyOf, compare, compareRange, like, not, oneOf, withIndex, withSpan } from '../soql/criterion.ts';
import type { Comparison, Criterion } from '../soql/criterion.ts';
import type { Key } from '../soql/comparison.ts';
import type { RecordReader } from '../soql/recordReader.ts';
import { readOperand } from './filterOperand.ts';
import { queryError } from './graphqlErrors.ts';

type FilterInput = Record<string, unknown>;

/** Where in the path of parents a filter stands. */
interface FilterScope {
    reader: RecordReader;
    /** The object of the connection: what the criterion tests. */
    root: ObjectSchema;
    /** The object of this part of the filter, `steps` away from the root. */
    object: ObjectSchema;
    steps: FieldSchema[];
}

const COMPARISONS: Record<string, Comparison> = { eq: '=', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=' };

/**
 * Turns a `where` into a criterion; conditions side by side must all hold.
 * @throws GraphQLError for a field the caller may not read and for values that are not what they should be
 */
export function filterCriterion(reader: RecordReader, object: ObjectSchema, where: unknown): Criterion {
    return build(asInput(where), { reader, root: object, object, steps: [] });
}

function build(filter: FilterInput, scope: FilterScope): Criterion {
    const parts = Object.entries(filter).flatMap(([name, input]) => {
        if (input === null || input === undefined) return [];
        return [part(name, input, scope)];
    });
    return allOf(parts);
}

function part(name: string, input: unknown, scope: FilterScope): Criterion {
    if (name === 'and') return allOf(asList(input).map((each) => build(asInput(each), scope)));
    if (name === 'or') return anyOf(asList(input).map((each) => build(asInput(each), scope)));
    if (name === 'not') return not(build(asInput(input), scope));
    const field = scope.object.field(name);
    if (field) return fieldCriterion(readable(field, scope), asInput(input), scope);
    const reference = scope.object.fieldOfRelationship(name);
    if (reference) return parentCriterion(readable(reference, scope), asInput(input), scope);
    throw queryError(`Field '${name}' of ${scope.object.name} cannot be filtered`);
}

function readable(field: FieldSchema, { reader, object }: FilterScope): FieldSchema {
    if (reader.canReadField(object, field)) return field;
    throw queryError(`Field '${field.name}' in type '${object.name}' is undefined`);
}

/** `MeetingType__r: { … }`, or `Owner: { User: { … } }` where the parent may be of several kinds. */
function parentCriterion(reference: FieldSchema, input: FilterInput, scope: FilterScope): Criterion {
    const steps = [...scope.steps, reference];
    const targets = scope.reader.parentObjects(reference);
    const [only] = targets;
    if (only && reference.reference?.targets.length === 1) return build(input, { ...scope, object: only, steps });
    const parts = Object.entries(input).map(([target, inner]) => {
        const object = targets.find(({ name }) => name === target);
        if (!object) throw queryError(`'${reference.reference?.relationshipName ?? ''}' is never a ${target}`);
        const isOfKind = idPrefix(scope, reference, object);
        return allOf([isOfKind, build(asInput(inner), { ...scope, object, steps })]);
    });
    return allOf(parts);
}

function idPrefix(scope: FilterScope, reference: FieldSchema, { keyPrefix }: ObjectSchema): Criterion {
    const column = columnOf(reference, scope);
    return { test: (row) => String(column.key(row) ?? '').startsWith(keyPrefix) };
}

function fieldCriterion(field: FieldSchema, input: FilterInput, scope: FilterScope): Criterion {
    const column = columnOf(field, scope);
    return allOf(
        Object.entries(input).flatMap(([operator, operand]) =>
            operand === undefined ? [] : [operatorCriterion(column, operator, operand, scope)]
        )
    );
}

function operatorCriterion(column: Column, operator: string, operand: unknown, scope: FilterScope): Criterion {
    if (operator === 'like') return like(column, typeof operand === 'string' ? operand : '');
    if (operator === 'in' || operator === 'nin') {
        const listed = listCriterion(column, asList(operand), scope);
        return operator === 'in' ? listed : not(listed);
    }
    const comparison = COMPARISONS[operator];
    if (!comparison) throw queryError(`Unknown operator '${operator}'`);
    const value = readOperand(column.field, operand, scope.reader);
    if ('span' in value) return compareRange(column, comparison, value.span);
    const criterion = compare(column, comparison, value.key);
    if (comparison === '=') return indexed(criterion, column, [value.key], scope);
    return withSpan(criterion, scope.reader, scope.root, { column, operator: comparison, key: value.key });
}

function listCriterion(column: Column, operands: unknown[], scope: FilterScope): Criterion {
    const values = operands.map((operand) => readOperand(column.field, operand, scope.reader));
    const keys = new Set(values.flatMap((value) => ('key' in value ? [value.key] : [])));
    const spans = values.flatMap((value) => ('span' in value ? [compareRange(column, '=', value.span)] : []));
    const listed = oneOf(column, keys);
    return spans.length > 0 ? anyOf([listed, ...spans]) : indexed(listed, column, [...keys], scope);
}

function indexed(criterion: Criterion, column: Column, keys: Key[], { reader, root }: FilterScope): Criterion {
    // No index holds records without a value.
    return keys.includes(null) ? criterion : withIndex(criterion, reader, root, { column, keys });
}

function columnOf(field: FieldSchema, { reader, root, steps }: FilterScope): Column {
    return steps.length === 0
        ? ownColumn(reader, root, field)
        : parentColumn(reader, root, { name: field.name, steps, field });
}

function asInput(value: unknown): FilterInput {
    return value !== null && typeof value === 'object' ? (value as FilterInput) : {};
}

function asList(value: unknown): unknown[] {
    return Array.isArray(value) ? (value as unknown[]) : [value];
}
