import type {
    ChildRelationship,
    CustomMetadataRecords,
    FieldSchema,
    ObjectSchema,
    Schema,
    Translations
} from '../schema/schema.ts';
import type { ObjectDraft } from './objectDraft.ts';

interface SchemaParts {
    labels: Map<string, string>;
    translations?: Translations;
    customMetadata: CustomMetadataRecords;
    staticResources?: ReadonlySet<string>;
}

/** Joins objects into a schema: relationships both ways, look-up of names in any case. */
export function buildSchema(
    drafts: ObjectDraft[],
    { labels, translations = new Map(), customMetadata, staticResources = new Set() }: SchemaParts
): Schema {
    const objects = new Map(drafts.map((draft) => [draft.name, objectSchema(draft, childrenOf(draft, drafts))]));
    const byLowerName = new Map([...objects].map(([name, object]) => [name.toLowerCase(), object]));
    const byPrefix = new Map([...objects.values()].map((object) => [object.keyPrefix, object]));
    return {
        objects,
        customMetadata,
        labels,
        translations,
        staticResources,
        object: (name) => byLowerName.get(name.toLowerCase()),
        objectOfId: (id) => byPrefix.get(id.slice(0, 3))
    };
}

function objectSchema(draft: ObjectDraft, childRelationships: ChildRelationship[]): ObjectSchema {
    const { fields, ...traits } = draft;
    const byLowerName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
    const byRelationship = new Map<string, FieldSchema>();
    for (const field of fields) {
        if (field.reference) byRelationship.set(field.reference.relationshipName.toLowerCase(), field);
    }
    return {
        name: traits.name,
        label: traits.label,
        pluralLabel: traits.pluralLabel,
        keyPrefix: traits.keyPrefix,
        isCustom: traits.isCustom,
        nameField: traits.nameField,
        sharingModel: traits.sharingModel,
        hasActivities: traits.hasActivities,
        hasOwner: byLowerName.has('ownerid'),
        fields: new Map(fields.map((field) => [field.name, field])),
        validationRules: traits.validationRules,
        childRelationships,
        field: (name) => byLowerName.get(name.toLowerCase()),
        fieldOfRelationship: (name) => byRelationship.get(name.toLowerCase())
    };
}

/** Whether records of `target` can be named by this reference. */
export function refersTo(field: FieldSchema, target: { name: string; hasActivities: boolean }): boolean {
    const targets = field.reference?.targets ?? [];
    return targets.includes(target.name) || (targets.includes('*') && target.hasActivities);
}

function childrenOf(parent: ObjectDraft, drafts: ObjectDraft[]): ChildRelationship[] {
    return drafts.flatMap((child) =>
        child.fields.flatMap((field) =>
            field.reference?.childRelationshipName && refersTo(field, parent)
                ? [
                      {
                          name: field.reference.childRelationshipName,
                          childObject: child.name,
                          childField: field.name,
                          deleteConstraint: field.reference.deleteConstraint
                      }
                  ]
                : []
        )
    );
}
