import { GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, GraphQLList } from 'graphql';
import type { GraphQLInputFieldConfig, GraphQLInputType } from 'graphql';
import type { FieldType } from '../schema/schema.ts';
import { scalarOf } from './valueTypes.ts';

/** The operators a field of this type is filtered with: `StringOperators { eq ne lt … }`. */
export function operatorsOf(type: FieldType): GraphQLInputObjectType {
    return OPERATORS[type];
}

/** `{ order: DESC, nulls: LAST }` */
export const OrderByClause = new GraphQLInputObjectType({
    name: 'OrderByClause',
    fields: {
        order: { type: enumType('ResultOrder', ['ASC', 'DESC']) },
        nulls: { type: enumType('NullOrder', ['FIRST', 'LAST']) }
    }
});

/** Whose records: all one may see, or one's own. */
export const SupportedScopes = enumType('SupportedScopes', ['EVERYTHING', 'MINE']);

function enumType(name: string, values: string[]): GraphQLEnumType {
    return new GraphQLEnumType({ name, values: Object.fromEntries(values.map((value) => [value, {}])) });
}

const UNITS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];

const DateLiteral = enumType('DateLiteral', [
    ...['YESTERDAY', 'TODAY', 'TOMORROW', 'LAST_90_DAYS', 'NEXT_90_DAYS'],
    ...['LAST', 'THIS', 'NEXT'].flatMap((which) => UNITS.slice(1).map((unit) => `${which}_${unit}`))
]);

/** `{ last_n_days: 7 }` */
const DateRange = new GraphQLInputObjectType({
    name: 'DateRange',
    fields: Object.fromEntries(
        UNITS.flatMap((unit) => [`last_n_${unit}s`, `next_n_${unit}s`, `n_${unit}s_ago`]).map((name) => [
            name.toLowerCase(),
            { type: GraphQLInt }
        ])
    )
});

function dateInput(name: string, type: FieldType): GraphQLInputObjectType {
    return new GraphQLInputObjectType({
        name,
        fields: { value: { type: scalarOf(type) }, literal: { type: DateLiteral }, range: { type: DateRange } }
    });
}

const EQUALITY = ['eq', 'ne'];
const ORDER = ['lt', 'lte', 'gt', 'gte'];

function operators(name: string, type: GraphQLInputType, names: string[]): GraphQLInputObjectType {
    const fields: Record<string, GraphQLInputFieldConfig> = {};
    for (const operator of names) fields[operator] = { type };
    for (const operator of ['in', 'nin']) fields[operator] = { type: new GraphQLList(type) };
    return new GraphQLInputObjectType({ name: `${name}Operators`, fields });
}

function textOperators(name: string, type: FieldType): GraphQLInputObjectType {
    return operators(name, scalarOf(type), [...EQUALITY, ...ORDER, 'like']);
}

const idOperators = operators('Id', scalarOf('id'), [...EQUALITY, ...ORDER]);

const OPERATORS: Record<FieldType, GraphQLInputObjectType> = {
    id: idOperators,
    reference: idOperators,
    string: textOperators('String', 'string'),
    textarea: textOperators('TextArea', 'textarea'),
    email: textOperators('EmailAddress', 'email'),
    url: textOperators('Url', 'url'),
    phone: textOperators('PhoneNumber', 'phone'),
    picklist: textOperators('Picklist', 'picklist'),
    multipicklist: operators('MultiPicklist', scalarOf('multipicklist'), EQUALITY),
    boolean: operators('Boolean', scalarOf('boolean'), EQUALITY),
    int: operators('Integer', scalarOf('int'), [...EQUALITY, ...ORDER]),
    double: operators('Double', scalarOf('double'), [...EQUALITY, ...ORDER]),
    datetime: operators('DateTime', dateInput('DateTimeInput', 'datetime'), [...EQUALITY, ...ORDER]),
    date: operators('Date', dateInput('DateInput', 'date'), [...EQUALITY, ...ORDER]),
    time: operators('Time', scalarOf('time'), [...EQUALITY, ...ORDER])
};
