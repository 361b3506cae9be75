import fc from 'fast-check';

/** As much of JSON Schema as the API's document uses. */
export interface JsonSchema {
    $ref?: string;
    type?: string;
    format?: string;
    enum?: unknown[];
    const?: unknown;
    examples?: unknown[];
    anyOf?: JsonSchema[];
    items?: JsonSchema;
    properties?: Record<string, JsonSchema>;
    required?: string[];
    additionalProperties?: JsonSchema | boolean;
    propertyNames?: JsonSchema;
    minLength?: number;
    maxLength?: number;
}

/** Values that mean something to the running service, by the name of the field that takes them. */
export type KnownValues = Record<string, unknown[]>;

/** What breaks parsers, queries, pages, headers and calendar files elsewhere. */
const HOSTILE = [
    '',
    ' ',
    '\u0000',
    '\r\nBcc: eve@example.com',
    "'; drop table meetings; --",
    '<script>alert(1)</script>',
    '__proto__',
    'constructor',
    '{{7*7}}',
    '=cmd()',
    '%00',
    '../../etc/passwd',
    '\u202egnp.exe',
    '😀'.repeat(50),
    'x'.repeat(5_000)
];

/** Mostly values the schema allows, some of them known ones; now and then anything else. */
export function valuesOf(schema: JsonSchema, known: KnownValues, name = ''): fc.Arbitrary<unknown> {
    const choices = known[name] ?? [];
    return fc.oneof(
        { weight: 12, arbitrary: allowed(schema, known) },
        { weight: choices.length > 0 ? 40 : 0, arbitrary: fc.constantFrom(...choices, undefined) },
        { weight: 1, arbitrary: fc.jsonValue() },
        { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) }
    );
}

function allowed(schema: JsonSchema, known: KnownValues): fc.Arbitrary<unknown> {
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map((option) => valuesOf(option, known)));
    if (schema.enum) return fc.constantFrom(...schema.enum);
    switch (schema.type) {
        case 'string':
            return texts(schema);
        case 'integer':
        case 'number':
            return fc.oneof(fc.integer({ min: 1, max: 240 }), fc.integer(), fc.double());
        case 'boolean':
            return fc.boolean();
        case 'array':
            return fc.array(valuesOf(schema.items ?? {}, known), { maxLength: 12 });
        case 'object':
            return objects(schema, known);
        default:
            return fc.jsonValue();
    }
}

function texts({ format, examples = [], minLength = 0, maxLength = 300 }: JsonSchema): fc.Arbitrary<string> {
    const text = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 300) });
    const known = examples.map((example) => fc.constant(String(example)));
    if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    if (format === 'date') return fc.oneof(...known, fc.date({ noInvalidDate: true }).map(isoDay));
    return format === 'email' ? fc.emailAddress() : fc.oneof(...known, text);
}

const isoDay = (date: Date): string => date.toISOString().slice(0, -14);

function objects(schema: JsonSchema, known: KnownValues): fc.Arbitrary<Record<string, unknown>> {
    const { properties = {}, required = [], additionalProperties } = schema;
    const fields = fc.record(
        Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, valuesOf(field, known, name)])),
        { requiredKeys: required }
    );
    const names = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom(...HOSTILE));
    const isOpen = typeof additionalProperties === 'object';
    const others = fc.dictionary(names, isOpen ? valuesOf(additionalProperties, known) : fc.jsonValue(), {
        maxKeys: 2
    });
    const none = fc.constant({});
    return fc
        .tuple(fields, isOpen ? others : fc.oneof({ weight: 9, arbitrary: none }, { weight: 1, arbitrary: others }))
        .map(([own, added]) => ({ ...added, ...own }));
}
