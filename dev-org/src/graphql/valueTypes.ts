import {
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLString
} from 'graphql';
import type { GraphQLFieldConfig } from 'graphql';
import type { FieldSchema, FieldType, FieldValue } from '../schema/schema.ts';
import { displayValue, picklistLabel, rawValue } from '../uiapi/displayValue.ts';
import type { RequestContext } from './requestContext.ts';

/** A field of a record, as the source of a value object. */
export interface FieldCell {
    field: FieldSchema;
    value: FieldValue;
}

/** The scalar a field's values and filters are written in. */
export function scalarOf(type: FieldType): GraphQLScalarType {
    return SCALARS[type];
}

/** The object that wraps a field's value: `StringValue { value displayValue }`. */
export function valueTypeOf(type: FieldType): GraphQLObjectType<FieldCell, RequestContext> {
    return VALUE_TYPES[type];
}

function textScalar(name: string): GraphQLScalarType {
    const { serialize, parseValue, parseLiteral } = GraphQLString;
    return new GraphQLScalarType({ name, serialize, parseValue, parseLiteral });
}

const Double = new GraphQLScalarType({
    name: 'Double',
    serialize: GraphQLFloat.serialize,
    parseValue: GraphQLFloat.parseValue,
    parseLiteral: GraphQLFloat.parseLiteral
});

const SCALARS: Record<FieldType, GraphQLScalarType> = {
    id: GraphQLID,
    reference: GraphQLID,
    string: GraphQLString,
    textarea: textScalar('TextArea'),
    email: textScalar('EmailAddress'),
    url: textScalar('Url'),
    phone: textScalar('PhoneNumber'),
    picklist: textScalar('Picklist'),
    multipicklist: textScalar('MultiPicklist'),
    boolean: GraphQLBoolean,
    int: GraphQLInt,
    double: Double,
    datetime: textScalar('DateTime'),
    date: textScalar('Date'),
    time: textScalar('Time')
};

function valueType(
    name: string,
    scalar: GraphQLScalarType,
    more: Record<string, GraphQLFieldConfig<FieldCell, RequestContext>> = {}
): GraphQLObjectType<FieldCell, RequestContext> {
    return new GraphQLObjectType<FieldCell, RequestContext>({
        name,
        fields: {
            value: { type: scalar, resolve: ({ field, value }) => rawValue(field, value) },
            displayValue: {
                type: GraphQLString,
                resolve: ({ field, value }) => displayValue(field, value)
            },
            ...more
        }
    });
}

const idValue = valueType('IDValue', GraphQLID);

const VALUE_TYPES: Record<FieldType, GraphQLObjectType<FieldCell, RequestContext>> = {
    id: idValue,
    reference: idValue,
    string: valueType('StringValue', SCALARS.string),
    textarea: valueType('TextAreaValue', SCALARS.textarea),
    email: valueType('EmailAddressValue', SCALARS.email),
    url: valueType('UrlValue', SCALARS.url),
    phone: valueType('PhoneNumberValue', SCALARS.phone),
    picklist: valueType('PicklistValue', SCALARS.picklist, {
        label: {
            type: GraphQLString,
            resolve: ({ field, value }) => (value === null ? null : picklistLabel(field, String(value)))
        }
    }),
    multipicklist: valueType('MultiPicklistValue', SCALARS.multipicklist),
    boolean: valueType('BooleanValue', SCALARS.boolean),
    int: valueType('IntValue', SCALARS.int),
    double: valueType('DoubleValue', SCALARS.double),
    datetime: valueType('DateTimeValue', SCALARS.datetime),
    date: valueType('DateValue', SCALARS.date),
    time: valueType('TimeValue', SCALARS.time)
};
