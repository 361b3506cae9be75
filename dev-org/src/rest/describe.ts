import { json } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import type { ChildRelationship, FieldSchema, FieldType, ObjectSchema } from '../schema/schema.ts';
import type { Actor } from '../store/recordStore.ts';
import { isLookupKey } from '../store/resolveInput.ts';
import { MASTER_RECORD_TYPE_ID } from '../uiapi/objectInfo.ts';
import { getObject, readableFields } from './records.ts';

/** What the org has: all objects, one object. */
export function describeRoutes(org: OrgContext): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/services/data/:version/sobjects',
            about: 'describe of every object the user may read',
            handle({ actor, apiVersion }) {
                const objects = [...org.schema.objects.values()].filter((object) => org.access.canRead(actor, object));
                const sobjects = objects.map((object) => describeObject(org, object, { actor, apiVersion }));
                return json({ encoding: 'UTF-8', maxBatchSize: 200, sobjects });
            }
        },
        {
            method: 'GET',
            pattern: '/services/data/:version/sobjects/:object',
            about: 'describe of an object without its fields',
            handle({ params, actor, apiVersion }) {
                const object = getObject(org, params['object'] ?? '', actor);
                return json({ objectDescribe: describeObject(org, object, { actor, apiVersion }), recentItems: [] });
            }
        },
        {
            method: 'GET',
            pattern: '/services/data/:version/sobjects/:object/describe',
            about: 'describe of an object with fields and child relationships',
            handle({ params, actor, apiVersion }) {
                const object = getObject(org, params['object'] ?? '', actor);
                return json({
                    ...describeObject(org, object, { actor, apiVersion }),
                    fields: readableFields(org, object, actor).map((field) => describeField(org, object, field, actor)),
                    childRelationships: object.childRelationships.map(describeChild),
                    recordTypeInfos: [MASTER_RECORD_TYPE],
                    supportedScopes: [
                        { label: `All ${object.pluralLabel}`, name: 'everything' },
                        ...(object.hasOwner ? [{ label: `My ${object.pluralLabel}`, name: 'mine' }] : [])
                    ],
                    actionOverrides: [],
                    namedLayoutInfos: [],
                    compactLayoutable: true,
                    searchLayoutable: false,
                    sobjectDescribeOption: null
                });
            }
        }
    ];
}

/** What is the same for every object here. */
const FLAGS = {
    ...{ activateable: false, associateEntityType: null, associateParentEntity: null, deepCloneable: false },
    ...{ deprecatedAndHidden: false, feedEnabled: false, hasSubtypes: false, isInterface: false, isSubtype: false },
    ...{ layoutable: true, mergeable: false, mruEnabled: false, queryable: true, replicateable: true },
    ...{ retrieveable: true, searchable: false, triggerable: false, undeletable: false }
};

const MASTER_RECORD_TYPE = {
    ...{ active: true, available: true, defaultRecordTypeMapping: true, developerName: 'Master', master: true },
    ...{ name: 'Master', recordTypeId: MASTER_RECORD_TYPE_ID, urls: {} }
};

function describeChild({ childObject, childField, name, deleteConstraint }: ChildRelationship) {
    return {
        childSObject: childObject,
        field: childField,
        relationshipName: name,
        cascadeDelete: deleteConstraint === 'Cascade',
        restrictedDelete: deleteConstraint === 'Restrict',
        deprecatedAndHidden: false,
        junctionIdListNames: [],
        junctionReferenceTo: []
    };
}

function describeObject(
    org: OrgContext,
    object: ObjectSchema,
    { actor, apiVersion }: { actor: Actor; apiVersion: string }
) {
    const base = `/services/data/v${apiVersion}/sobjects/${object.name}`;
    return {
        ...FLAGS,
        name: object.name,
        label: object.label,
        labelPlural: object.pluralLabel,
        keyPrefix: object.keyPrefix,
        custom: object.isCustom,
        customSetting: false,
        createable: org.access.canCreate(actor, object),
        updateable: org.access.canEdit(actor, object),
        deletable: org.access.canDelete(actor, object),
        urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` }
    };
}

/** What is the same for every field here. */
const FIELD_FLAGS = {
    ...{ aiPredictionField: false, compoundFieldName: null, controllerName: null, dependentPicklist: false },
    ...{ defaultValueFormula: null, deprecatedAndHidden: false, displayLocationInDecimal: false, encrypted: false },
    ...{ filteredLookupInfo: null, formulaTreatNullNumberAsZero: false, highScaleNumber: false, htmlFormatted: false },
    ...{ mask: null, maskType: null, queryByDistance: false, referenceTargetField: null },
    searchPrefilterable: false
};

const SOAP_TYPES: Record<FieldType, string> = {
    ...{ id: 'tns:ID', reference: 'tns:ID', string: 'xsd:string', textarea: 'xsd:string', email: 'xsd:string' },
    ...{
        url: 'xsd:string',
        phone: 'xsd:string',
        picklist: 'xsd:string',
        multipicklist: 'xsd:string',
        boolean: 'xsd:boolean',
        int: 'xsd:int'
    },
    ...{ double: 'xsd:double', datetime: 'xsd:dateTime', date: 'xsd:date', time: 'xsd:time' }
};

function describeField(org: OrgContext, object: ObjectSchema, field: FieldSchema, actor: Actor) {
    const isEditable = org.access.canEditField(actor, object, field);
    const targets = referenceTargets(org, field);
    return {
        ...FIELD_FLAGS,
        soapType: SOAP_TYPES[field.type],
        inlineHelpText: field.helpText ?? null,
        byteLength: (field.length ?? 0) * 3,
        digits: field.type === 'int' ? (field.precision ?? 8) : 0,
        aggregatable: field.isFilterable && field.type !== 'boolean',
        groupable:
            field.isFilterable && field.formula === undefined && !['double', 'datetime', 'time'].includes(field.type),
        extraTypeInfo: field.type === 'textarea' ? 'plaintextarea' : null,
        defaultedOnCreate: field.defaultValue !== undefined || field.type === 'boolean',
        permissionable: field.isCustom && !field.isRequired,
        namePointing: targets.length > 1,
        polymorphicForeignKey: targets.length > 1,
        cascadeDelete: field.reference?.deleteConstraint === 'Cascade',
        restrictedDelete: field.reference?.deleteConstraint === 'Restrict',
        relationshipOrder: field.reference?.isMasterDetail ? 0 : null,
        writeRequiresMasterRead: false,
        name: field.name,
        label: field.label,
        type: field.type,
        length: field.length ?? 0,
        precision: field.precision ?? 0,
        scale: field.scale ?? 0,
        custom: field.isCustom,
        nillable: !field.isRequired && field.type !== 'boolean' && field.type !== 'id',
        unique: field.isUnique,
        externalId: field.isExternalId,
        idLookup: isLookupKey(field),
        caseSensitive: field.isCaseSensitive,
        filterable: field.isFilterable,
        sortable: field.isFilterable,
        createable: field.isCreateable && isEditable,
        updateable: field.isUpdateable && isEditable,
        autoNumber: field.autoNumberFormat !== undefined,
        calculated: field.formula !== undefined,
        calculatedFormula: field.formula ?? null,
        nameField: field.name === object.nameField,
        defaultValue: field.defaultValue ?? null,
        restrictedPicklist: field.picklist?.isRestricted ?? false,
        picklistValues: (field.picklist?.values ?? []).map(({ value, label, isActive, isDefault }) => ({
            ...{ value, label, active: isActive, defaultValue: isDefault, validFor: null }
        })),
        referenceTo: targets,
        relationshipName: field.reference?.relationshipName ?? null
    };
}

function referenceTargets(org: OrgContext, field: FieldSchema): string[] {
    const targets = field.reference?.targets ?? [];
    if (!targets.includes('*')) return targets;
    return [...org.schema.objects.values()].filter(({ hasActivities }) => hasActivities).map(({ name }) => name);
}
