import {
    GraphQLBoolean,
    GraphQLID,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString
} from 'graphql';
import type { GraphQLFieldConfig, GraphQLFieldConfigArgumentMap, GraphQLFieldConfigMap } from 'graphql';
import type { ChildRelationship, FieldSchema, ObjectSchema, Schema } from '../schema/schema.ts';
import type { TypedRow } from '../soql/recordReader.ts';
import { resolveAggregate } from './aggregateConnection.ts';
import type { AggregateArguments } from './aggregateConnection.ts';
import { aggregateType, groupByType } from './aggregateTypes.ts';
import { resolveConnection } from './connection.ts';
import type { ConnectionArguments } from './connection.ts';
import { FilterTypes } from './filterTypes.ts';
import { SupportedScopes } from './inputTypes.ts';
import { ParentTypes } from './parentTypes.ts';
import type { RequestContext } from './requestContext.ts';
import { valueTypeOf } from './valueTypes.ts';

type RecordType = GraphQLObjectType<TypedRow, RequestContext>;
type RecordField = GraphQLFieldConfig<TypedRow, RequestContext>;

const PageInfo = new GraphQLObjectType({
    name: 'PageInfo',
    fields: {
        hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
        hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
        startCursor: { type: GraphQLString },
        endCursor: { type: GraphQLString }
    }
});

/** Builds the UI API's GraphQL schema from the org's: `uiapi { query { Object__c { edges { node } } } }`. */
export function buildGraphqlSchema(schema: Schema): GraphQLSchema {
    return new SchemaBuilder(schema).build();
}

class SchemaBuilder {
    private readonly schema: Schema;
    private readonly objects: ObjectSchema[];
    private readonly filters: FilterTypes;
    private readonly parents: ParentTypes;
    private readonly records = new Map<string, RecordType>();
    private readonly connections = new Map<string, GraphQLObjectType>();

    constructor(schema: Schema) {
        this.schema = schema;
        // The UI API does not serve custom metadata.
        this.objects = [...schema.objects.values()].filter(({ name }) => !name.endsWith('__mdt'));
        this.filters = new FilterTypes(schema);
        this.parents = new ParentTypes(schema, (object) => this.records.get(object.name));
        for (const object of this.objects) this.records.set(object.name, this.recordType(object));
        for (const object of this.objects) this.connections.set(object.name, this.connectionType(object));
    }

    build(): GraphQLSchema {
        const recordQuery = new GraphQLObjectType({
            name: 'RecordQuery',
            fields: () => Object.fromEntries(this.objects.map((object) => [object.name, this.rootField(object)]))
        });
        const uiapi = new GraphQLObjectType({
            name: 'UIAPI',
            fields: {
                query: { type: new GraphQLNonNull(recordQuery), resolve: () => ({}) },
                aggregate: { type: new GraphQLNonNull(this.aggregates()), resolve: () => ({}) }
            }
        });
        const query = new GraphQLObjectType({
            name: 'Query',
            fields: { uiapi: { type: new GraphQLNonNull(uiapi), resolve: () => ({}) } }
        });
        return new GraphQLSchema({ query, types: [...this.records.values()] });
    }

    /** `uiapi { aggregate { Object__c(groupBy, where) { edges { node { aggregate { Field { … } } } } } } }` */
    private aggregates(): GraphQLObjectType {
        return new GraphQLObjectType({
            name: 'RecordQueryAggregate',
            fields: () => Object.fromEntries(this.objects.map((object) => [object.name, this.aggregateField(object)]))
        });
    }

    private aggregateField(object: ObjectSchema): GraphQLFieldConfig<unknown, RequestContext, AggregateArguments> {
        const { orderBy: _, upperBound: __, ...args } = this.connectionArguments(object);
        const node = new GraphQLObjectType({
            name: `${object.name}AggregateResult`,
            fields: { aggregate: { type: new GraphQLNonNull(aggregateType(object)) } }
        });
        return {
            type: connectionOf(`${object.name}Aggregate`, node),
            args: { ...args, groupBy: { type: groupByType(object) }, scope: { type: SupportedScopes } },
            extensions: { shows: { object } },
            resolve: (_source, asked, context) => resolveAggregate(object, asked, context)
        };
    }

    private rootField(object: ObjectSchema): GraphQLFieldConfig<unknown, RequestContext, ConnectionArguments> {
        return {
            type: this.connections.get(object.name) ?? PageInfo,
            args: { ...this.connectionArguments(object), scope: { type: SupportedScopes } },
            extensions: { shows: { object } },
            resolve: (_, args, context, info) => resolveConnection(object, args, context, info)
        };
    }

    private connectionArguments(object: ObjectSchema): GraphQLFieldConfigArgumentMap {
        return {
            first: { type: GraphQLInt },
            after: { type: GraphQLString },
            where: { type: this.filters.filter(object) },
            orderBy: { type: this.filters.orderBy(object) },
            upperBound: { type: GraphQLInt }
        };
    }

    private connectionType(object: ObjectSchema): GraphQLObjectType {
        return connectionOf(object.name, this.records.get(object.name) ?? PageInfo);
    }

    private recordType(object: ObjectSchema): RecordType {
        return new GraphQLObjectType<TypedRow, RequestContext>({
            name: object.name,
            isTypeOf: (source) => source.object === object,
            fields: (): GraphQLFieldConfigMap<TypedRow, RequestContext> => ({
                Id: { type: new GraphQLNonNull(GraphQLID), resolve: ({ row }) => row.Id },
                ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
                ...Object.fromEntries(
                    [...object.fields.values()].flatMap((field) => this.fieldAndParent(object, field))
                ),
                ...Object.fromEntries(object.childRelationships.flatMap((child) => this.childField(child)))
            })
        });
    }

    private fieldAndParent(object: ObjectSchema, field: FieldSchema): [string, RecordField][] {
        if (field.type === 'id') return [];
        const value: RecordField = {
            type: valueTypeOf(field.type),
            extensions: { shows: { object, field } },
            resolve: ({ row }, _, { reader }) => ({ field, value: reader.value(object, row, field) })
        };
        const parentType = this.parents.typeOf(object, field);
        if (!field.reference || !parentType) return [[field.name, value]];
        const parent: RecordField = {
            type: parentType,
            extensions: { shows: { object, field } },
            resolve: (typedRow, _, { reader }) => reader.parent(typedRow, field)
        };
        return [
            [field.name, value],
            [field.reference.relationshipName, parent]
        ];
    }

    private childField({ name, childObject, childField }: ChildRelationship): [string, RecordField][] {
        const object = this.schema.object(childObject);
        const reference = object?.field(childField);
        const type = this.connections.get(childObject);
        if (!object || !reference || !type) return [];
        return [
            [
                name,
                {
                    type,
                    args: this.connectionArguments(object),
                    extensions: { shows: { object, field: reference } },
                    resolve: ({ row }, args: ConnectionArguments, context, info) =>
                        resolveConnection(
                            object,
                            args,
                            context,
                            info,
                            context.reader.children(object, reference, row.Id)
                        )
                }
            ]
        ];
    }
}

function connectionOf(name: string, node: GraphQLObjectType): GraphQLObjectType {
    const edge = new GraphQLObjectType({
        name: `${name}Edge`,
        fields: { node: { type: node }, cursor: { type: new GraphQLNonNull(GraphQLString) } }
    });
    return new GraphQLObjectType({
        name: `${name}Connection`,
        fields: {
            edges: { type: new GraphQLList(edge) },
            pageInfo: { type: new GraphQLNonNull(PageInfo) },
            totalCount: { type: new GraphQLNonNull(GraphQLInt) },
            pageResultCount: { type: new GraphQLNonNull(GraphQLInt) }
        }
    });
}
