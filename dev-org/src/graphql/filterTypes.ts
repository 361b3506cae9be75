import { GraphQLInputObjectType, GraphQLList } from 'graphql';
import type { GraphQLInputFieldConfig } from 'graphql';
import type { FieldSchema, ObjectSchema, Schema } from '../schema/schema.ts';
import { OrderByClause, operatorsOf } from './inputTypes.ts';
import { targetsOf } from './parentTypes.ts';

type InputFields = [string, GraphQLInputFieldConfig][];

/** The `…_Filter` and `…_OrderBy` inputs of every object, each made once. */
export class FilterTypes {
    private readonly schema: Schema;
    private readonly filters = new Map<string, GraphQLInputObjectType>();
    private readonly orders = new Map<string, GraphQLInputObjectType>();

    constructor(schema: Schema) {
        this.schema = schema;
    }

    filter(object: ObjectSchema): GraphQLInputObjectType {
        return once(this.filters, object.name, () => {
            const type: GraphQLInputObjectType = new GraphQLInputObjectType({
                name: `${object.name}_Filter`,
                fields: () => ({
                    and: { type: new GraphQLList(type) },
                    or: { type: new GraphQLList(type) },
                    not: { type },
                    ...Object.fromEntries(filterable(object).flatMap((field) => this.fieldFilters(object, field)))
                })
            });
            return type;
        });
    }

    orderBy(object: ObjectSchema): GraphQLInputObjectType {
        return once(
            this.orders,
            object.name,
            () =>
                new GraphQLInputObjectType({
                    name: `${object.name}_OrderBy`,
                    fields: () => Object.fromEntries(filterable(object).flatMap((field) => this.fieldOrders(field)))
                })
        );
    }

    private fieldFilters(object: ObjectSchema, field: FieldSchema): InputFields {
        const own: InputFields = [[field.name, { type: operatorsOf(field.type) }]];
        if (!field.reference) return own;
        const { relationshipName } = field.reference;
        const parent = this.onlyTarget(field);
        const type = parent
            ? this.filter(parent)
            : this.polymorphicFilter(`${object.name}_${relationshipName}_Filters`, field);
        return [...own, [relationshipName, { type }]];
    }

    private fieldOrders(field: FieldSchema): InputFields {
        const own: InputFields = [[field.name, { type: OrderByClause }]];
        const parent = this.onlyTarget(field);
        return field.reference && parent
            ? [...own, [field.reference.relationshipName, { type: this.orderBy(parent) }]]
            : own;
    }

    /** `Owner: { User: { Name: { like: "J%" } } }` */
    private polymorphicFilter(name: string, field: FieldSchema): GraphQLInputObjectType {
        const targets = targetsOf(this.schema, field);
        return once(
            this.filters,
            name,
            () =>
                new GraphQLInputObjectType({
                    name,
                    fields: () =>
                        Object.fromEntries(targets.map((target) => [target.name, { type: this.filter(target) }]))
                })
        );
    }

    private onlyTarget(field: FieldSchema): ObjectSchema | undefined {
        const targets = targetsOf(this.schema, field);
        return targets.length === 1 ? targets[0] : undefined;
    }
}

function filterable(object: ObjectSchema): FieldSchema[] {
    return [...object.fields.values()].filter((field) => field.isFilterable);
}

function once<T>(made: Map<string, T>, name: string, make: () => T): T {
    const existing = made.get(name);
    if (existing !== undefined) return existing;
    const created = make();
    made.set(name, created);
    return created;
}
