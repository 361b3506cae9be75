import { GraphQLUnionType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import type { FieldSchema, ObjectSchema, Schema } from '../schema/schema.ts';
import type { TypedRow } from '../soql/recordReader.ts';
import type { RequestContext } from './requestContext.ts';

type RecordType = GraphQLObjectType<TypedRow, RequestContext>;

/** The types of parents: one object's, or a union such as `BookingLink__c_Owner` that is read by inline fragments. */
export class ParentTypes {
    private readonly schema: Schema;
    private readonly recordType: (object: ObjectSchema) => RecordType | undefined;

    constructor(schema: Schema, recordType: (object: ObjectSchema) => RecordType | undefined) {
        this.schema = schema;
        this.recordType = recordType;
    }

    /** Undefined when no object this reference may name is served. */
    typeOf(object: ObjectSchema, field: FieldSchema): RecordType | GraphQLUnionType | undefined {
        if (!field.reference) return undefined;
        const types = targetsOf(this.schema, field).flatMap((target) => this.recordType(target) ?? []);
        if (field.reference.targets.length === 1 && types.length === 1) return types[0];
        if (types.length === 0) return undefined;
        return new GraphQLUnionType({
            name: `${object.name}_${field.reference.relationshipName}`,
            types,
            resolveType: (source: TypedRow) => source.object.name
        });
    }
}

/** Every object a reference may name. */
export function targetsOf(schema: Schema, field: FieldSchema): ObjectSchema[] {
    const targets = field.reference?.targets ?? [];
    if (targets.includes('*')) return [...schema.objects.values()].filter((object) => object.hasActivities);
    return targets.flatMap((target) => schema.object(target) ?? []);
}
