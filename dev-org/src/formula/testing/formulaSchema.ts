import type { FieldSchema, FieldType, ObjectSchema, ReferenceSchema, Schema } from '../../schema/schema.ts';

/** Field name → its type, or the parent object of a reference. */
type Fields = Record<string, FieldType | { parent: string }>;

/** A schema of just what formulas look at: names, types and parents. */
export function formulaSchema(objects: Record<string, Fields>): Schema {
    const built = new Map(Object.entries(objects).map(([name, fields]) => [name, objectSchema(name, fields)]));
    const object = (name: string): ObjectSchema | undefined =>
        [...built.values()].find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    return {
        objects: built,
        customMetadata: new Map([
            [
                'AdmitOneSetting__mdt',
                new Map([['Default', { ServiceUrl__c: 'https://meet.example', LinkCacheHours__c: 24 }]])
            ]
        ]),
        staticResources: new Set(),
        labels: new Map([['Meeting_Canceled', 'Canceled']]),
        translations: new Map(),
        object,
        objectOfId: () => undefined
    };
}

function objectSchema(name: string, fields: Fields): ObjectSchema {
    const built = new Map(Object.entries(fields).map(([field, type]) => [field, fieldSchema(field, type)]));
    return {
        name,
        label: name,
        pluralLabel: `${name}s`,
        keyPrefix: 'a00',
        isCustom: true,
        nameField: 'Name',
        sharingModel: 'ReadWrite',
        hasOwner: true,
        hasActivities: false,
        fields: built,
        validationRules: [],
        childRelationships: [],
        field: (wanted) => [...built.values()].find((field) => field.name.toLowerCase() === wanted.toLowerCase()),
        fieldOfRelationship: (wanted) =>
            [...built.values()].find(
                (field) => field.reference?.relationshipName.toLowerCase() === wanted.toLowerCase()
            )
    };
}

function fieldSchema(name: string, type: FieldType | { parent: string }): FieldSchema {
    const reference: ReferenceSchema | undefined =
        typeof type === 'string'
            ? undefined
            : {
                  targets: [type.parent],
                  relationshipName: name.replace(/__c$/, '__r'),
                  deleteConstraint: 'SetNull',
                  isMasterDetail: false
              };
    return {
        name,
        label: name,
        type: typeof type === 'string' ? type : 'reference',
        isCustom: true,
        isRequired: false,
        isUnique: false,
        isExternalId: false,
        isCaseSensitive: false,
        isFilterable: true,
        isCreateable: true,
        isUpdateable: true,
        ...(reference && { reference })
    };
}
