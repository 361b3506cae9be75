import { json } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { Actor } from '../store/recordStore.ts';
import { isLookupKey } from '../store/resolveInput.ts';
import { getObject, readableFields } from './records.ts';

/** What the org has: all objects, one object. */
export function describeRoutes(org: OrgContext): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/services/data/:version/sobjects',
            handle({ actor, apiVersion }) {
                const objects = [...org.schema.objects.values()].filter((object) => org.access.canRead(actor, object));
                const sobjects = objects.map((object) => describeObject(org, object, { actor, apiVersion }));
                return json({ encoding: 'UTF-8', maxBatchSize: 200, sobjects });
            }
        },
        {
            method: 'GET',
            pattern: '/services/data/:version/sobjects/:object',
            handle({ params, actor, apiVersion }) {
                const object = getObject(org, params['object'] ?? '', actor);
                return json({ objectDescribe: describeObject(org, object, { actor, apiVersion }), recentItems: [] });
            }
        },
        {
            method: 'GET',
            pattern: '/services/data/:version/sobjects/:object/describe',
            handle({ params, actor, apiVersion }) {
                const object = getObject(org, params['object'] ?? '', actor);
                return json({
                    ...describeObject(org, object, { actor, apiVersion }),
                    fields: readableFields(org, object, actor).map((field) => describeField(org, object, field, actor)),
                    childRelationships: object.childRelationships.map((child) => ({
                        childSObject: child.childObject,
                        field: child.childField,
                        relationshipName: child.name,
                        cascadeDelete: child.deleteConstraint === 'Cascade',
                        restrictedDelete: child.deleteConstraint === 'Restrict'
                    })),
                    recordTypeInfos: []
                });
            }
        }
    ];
}

function describeObject(
    org: OrgContext,
    object: ObjectSchema,
    { actor, apiVersion }: { actor: Actor; apiVersion: string }
) {
    const base = `/services/data/v${apiVersion}/sobjects/${object.name}`;
    return {
        name: object.name,
        label: object.label,
        labelPlural: object.pluralLabel,
        keyPrefix: object.keyPrefix,
        custom: object.isCustom,
        createable: org.access.canCreate(actor, object),
        updateable: org.access.canEdit(actor, object),
        deletable: org.access.canDelete(actor, object),
        queryable: true,
        retrieveable: true,
        urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` }
    };
}

function describeField(org: OrgContext, object: ObjectSchema, field: FieldSchema, actor: Actor) {
    const isEditable = org.access.canEditField(actor, object, field);
    return {
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
            ...{ value, label, active: isActive, defaultValue: isDefault }
        })),
        referenceTo: referenceTargets(org, field),
        relationshipName: field.reference?.relationshipName ?? null
    };
}

function referenceTargets(org: OrgContext, field: FieldSchema): string[] {
    const targets = field.reference?.targets ?? [];
    if (!targets.includes('*')) return targets;
    return [...org.schema.objects.values()].filter(({ hasActivities }) => hasActivities).map(({ name }) => name);
}
