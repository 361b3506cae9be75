import type { Access } from '../access/access.ts';
import type { FieldSchema, FieldType, ObjectSchema } from '../schema/schema.ts';
import type { RecordReader } from '../soql/recordReader.ts';

/** The id of the record type that every object has. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

const DATA_TYPES: Record<FieldType, string> = {
    id: 'Reference',
    reference: 'Reference',
    string: 'String',
    textarea: 'TextArea',
    email: 'Email',
    url: 'Url',
    phone: 'Phone',
    boolean: 'Boolean',
    int: 'Int',
    double: 'Double',
    datetime: 'DateTime',
    date: 'Date',
    time: 'Time',
    picklist: 'Picklist',
    multipicklist: 'MultiPicklist'
};

/** Describes an object as the UI API does, with the fields and rights of the caller. */
export function objectInfo(reader: RecordReader, access: Access, object: ObjectSchema) {
    const { actor } = reader;
    const readable = [...object.fields.values()].filter((field) => reader.canReadField(object, field));
    return {
        apiName: object.name,
        associateEntityType: null,
        associateParentEntity: null,
        childRelationships: childRelationships(reader, object),
        compactLayoutable: true,
        createable: access.canCreate(actor, object),
        custom: object.isCustom,
        defaultRecordTypeId: MASTER_RECORD_TYPE_ID,
        deletable: access.canDelete(actor, object),
        dependentFields: {},
        feedEnabled: false,
        fields: Object.fromEntries(readable.map((field) => [field.name, fieldInfo(reader, access, object, field)])),
        keyPrefix: object.keyPrefix,
        label: object.label,
        labelPlural: object.pluralLabel,
        layoutable: true,
        mruEnabled: false,
        nameFields: nameFields(object),
        queryable: true,
        recordTypeInfos: {
            [MASTER_RECORD_TYPE_ID]: {
                available: true,
                defaultRecordTypeMapping: true,
                master: true,
                name: 'Master',
                recordTypeId: MASTER_RECORD_TYPE_ID
            }
        },
        searchable: false,
        updateable: access.canEdit(actor, object)
    };
}

function fieldInfo(reader: RecordReader, access: Access, object: ObjectSchema, field: FieldSchema) {
    const canEdit = access.canEditField(reader.actor, object, field);
    const parents = field.reference ? reader.parentObjects(field) : [];
    return {
        apiName: field.name,
        calculated: field.formula !== undefined,
        compound: false,
        controllingFields: [],
        createable: field.isCreateable && canEdit,
        custom: field.isCustom,
        dataType: DATA_TYPES[field.type],
        extraTypeInfo: field.type === 'textarea' ? 'PlainTextArea' : null,
        externalId: field.isExternalId,
        filterable: field.isFilterable,
        inlineHelpText: field.helpText ?? null,
        label: field.label,
        length: field.length ?? 0,
        nameField: field.name === object.nameField,
        polymorphicForeignKey: parents.length > 1,
        precision: field.precision ?? 0,
        reference: field.type === 'reference',
        referenceToInfos: parents.map((parent) => ({ apiName: parent.name, nameFields: nameFields(parent) })),
        relationshipName: field.reference?.relationshipName ?? null,
        required: field.isRequired && field.type !== 'boolean',
        scale: field.scale ?? 0,
        sortable: field.isFilterable,
        unique: field.isUnique,
        updateable: field.isUpdateable && canEdit
    };
}

/** Children whose reference the caller may read. */
function childRelationships(reader: RecordReader, object: ObjectSchema) {
    return object.childRelationships.flatMap(({ name, childObject, childField }) => {
        const child = reader.object(childObject);
        if (!child || !reader.field(child, childField)) return [];
        return [
            {
                childObjectApiName: child.name,
                fieldName: childField,
                junctionIdListNames: [],
                junctionReferenceTo: [],
                relationshipName: name
            }
        ];
    });
}

/** People have a whole name and its parts. */
function nameFields(object: ObjectSchema): string[] {
    return [object.nameField, 'FirstName', 'LastName'].filter((name) => object.fields.has(name));
}
