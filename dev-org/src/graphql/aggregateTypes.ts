import { GraphQLBoolean, GraphQLInputObjectType, GraphQLInt, GraphQLObjectType, GraphQLString } from 'graphql';
import type { GraphQLFieldConfig, GraphQLScalarType } from 'graphql';
import type { FieldSchema, FieldType, ObjectSchema } from '../schema/schema.ts';
import { ownColumn } from '../soql/column.ts';
import { compareKeys } from '../soql/comparison.ts';
import type { Key } from '../soql/comparison.ts';
import { displayValue, rawValue } from '../uiapi/displayValue.ts';
import type { RowGroup } from './aggregateConnection.ts';
import { queryError } from './graphqlErrors.ts';
import type { RequestContext } from './requestContext.ts';
import { scalarOf } from './valueTypes.ts';

/** A field of a group of records: what its aggregate functions are asked about. */
interface GroupCell {
    field: FieldSchema;
    group: RowGroup;
}

type CellField = GraphQLFieldConfig<GroupCell, RequestContext>;

/** `{ group: true }`: moments cannot be grouped but by functions, which the dev org leaves out. */
const GroupByClause = new GraphQLInputObjectType({
    name: 'GroupByClause',
    fields: { group: { type: GraphQLBoolean } }
});

const NUMBERS: FieldType[] = ['int', 'double'];
const UNGROUPABLE: FieldType[] = ['datetime', 'time', 'textarea'];

/** `Meeting__c_GroupBy`: the fields records can be grouped by. */
export function groupByType(object: ObjectSchema): GraphQLInputObjectType {
    const groupable = [...object.fields.values()].filter(
        (field) => field.isFilterable && !UNGROUPABLE.includes(field.type)
    );
    return new GraphQLInputObjectType({
        name: `${object.name}_GroupBy`,
        fields: Object.fromEntries(groupable.map(({ name }) => [name, { type: GroupByClause }]))
    });
}

/** `Meeting__cAggregate`: each field with the functions its type has. */
export function aggregateType(object: ObjectSchema): GraphQLObjectType<RowGroup, RequestContext> {
    return new GraphQLObjectType<RowGroup, RequestContext>({
        name: `${object.name}Aggregate`,
        fields: () =>
            Object.fromEntries(
                [...object.fields.values()].map((field) => [
                    field.name,
                    {
                        type: cellTypeOf(field.type),
                        extensions: { shows: { object, field } },
                        resolve: (group: RowGroup): GroupCell => ({ field, group })
                    }
                ])
            )
    });
}

const cellTypes = new Map<FieldType, GraphQLObjectType<GroupCell, RequestContext>>();

function cellTypeOf(type: FieldType): GraphQLObjectType<GroupCell, RequestContext> {
    const known = cellTypes.get(type);
    if (known) return known;
    const scalar = scalarOf(type);
    const cellType = new GraphQLObjectType<GroupCell, RequestContext>({
        name: `${type.charAt(0).toUpperCase()}${type.slice(1)}Aggregate`,
        fields: {
            value: { type: scalar, resolve: ({ field, group }) => rawValue(field, groupedValue(group, field)) },
            displayValue: {
                type: GraphQLString,
                resolve: ({ field, group }) => displayValue(field, groupedValue(group, field))
            },
            count: result('Count', GraphQLInt, (keys) => keys.length),
            countDistinct: result('Count', GraphQLInt, (keys) => new Set(keys).size),
            ...(type === 'boolean'
                ? {}
                : {
                      min: result(scalar.name, scalar, (keys) => extreme(keys, -1)),
                      max: result(scalar.name, scalar, (keys) => extreme(keys, 1))
                  }),
            ...(NUMBERS.includes(type)
                ? {
                      sum: result('Double', scalarOf('double'), (keys) => (keys.length > 0 ? sumOf(keys) : null)),
                      avg: result('Double', scalarOf('double'), (keys) =>
                          keys.length > 0 ? sumOf(keys) / keys.length : null
                      )
                  }
                : {})
        }
    });
    cellTypes.set(type, cellType);
    return cellType;
}

const resultTypes = new Map<string, GraphQLObjectType<{ value: unknown }, RequestContext>>();

/** `count { value }`: functions look at the values there are, never at null. */
function result(name: string, scalar: GraphQLScalarType, reduce: (keys: NonNullable<Key>[]) => unknown): CellField {
    const type =
        resultTypes.get(name) ??
        new GraphQLObjectType<{ value: unknown }, RequestContext>({
            name: `${name}AggregateResult`,
            fields: { value: { type: scalar } }
        });
    resultTypes.set(name, type);
    return { type, resolve: ({ field, group }, _, context) => ({ value: reduce(keysOf(field, group, context)) }) };
}

function keysOf(field: FieldSchema, { object, rows }: RowGroup, { reader }: RequestContext): NonNullable<Key>[] {
    const column = ownColumn(reader, object, field);
    return rows.map((row) => column.read(row)).filter((key) => key !== null);
}

function groupedValue({ object, rows, grouped }: RowGroup, field: FieldSchema) {
    const value = grouped.get(field.name);
    if (value === undefined) throw queryError(`Field ${field.name} of ${object.name} must be grouped or aggregated`);
    return rows.length > 0 ? value : null;
}

function extreme(keys: NonNullable<Key>[], sign: 1 | -1): Key {
    let found: Key = null;
    for (const key of keys) if (found === null || compareKeys(key, found) * sign > 0) found = key;
    return found;
}

const sumOf = (keys: NonNullable<Key>[]): number => keys.reduce<number>((sum, key) => sum + Number(key), 0);
