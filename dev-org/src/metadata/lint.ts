import type { FieldSchema } from '../schema/schema.ts';
import type { ObjectDraft } from './objectDraft.ts';
import type { Problems } from './problems.ts';
import type { PermissionSet } from './project.ts';

const LONGEST_NAME = 40;
const MOST_EXTERNAL_IDS = 25;

/** Notes what a deploy to a real org would refuse in these objects. */
export function lintObjects(objects: ObjectDraft[], problems: Problems): void {
    const names = new Set(objects.map((object) => object.name));
    for (const object of objects) {
        const report = (message: string) => problems.add(object.source, message);
        lintObject(object, report);
        for (const field of object.fields.filter((candidate) => candidate.isCustom)) {
            lintField(field, names, (message) => problems.add(field.source ?? object.source, message));
        }
        lintRelationshipNames(object, objects, report);
    }
}

function lintObject(object: ObjectDraft, report: (message: string) => void): void {
    const isDetail = object.fields.some((field) => field.reference?.isMasterDetail);
    if (object.isCustom && isDetail !== (object.sharingModel === 'ControlledByParent')) {
        report(`sharingModel must be ControlledByParent exactly when the object has a master-detail field`);
    }
    if (nameLength(object.name) > LONGEST_NAME) report(`an API name has at most ${LONGEST_NAME} characters`);
    const externalIds = object.fields.filter((field) => field.isExternalId).length;
    if (externalIds > MOST_EXTERNAL_IDS) report(`an object has at most ${MOST_EXTERNAL_IDS} external ids`);
    for (const rule of object.validationRules) {
        const errorField = rule.errorField;
        if (errorField && !object.fields.some((field) => field.name === errorField)) {
            report(`validation rule ${rule.name} stands at ${errorField}, which does not exist`);
        }
    }
}

function lintField(field: FieldSchema, objectNames: Set<string>, report: (message: string) => void): void {
    if (nameLength(field.name) > LONGEST_NAME) report(`an API name has at most ${LONGEST_NAME} characters`);
    if (field.type === 'double' && !field.formula && (field.precision === undefined || field.scale === undefined)) {
        report('a number needs <precision> and <scale>');
    }
    if (field.type === 'double' && (field.precision ?? 0) > 18) report('<precision> is at most 18');
    if (field.type === 'string' && !field.formula && (field.length === undefined || field.length > 255)) {
        report('a text field needs a <length> of at most 255');
    }
    if (field.isUnique && field.type === 'boolean') report('a checkbox cannot be unique');
    const reference = field.reference;
    if (!reference) return;
    for (const target of reference.targets) {
        if (!objectNames.has(target)) report(`<referenceTo> names ${target}, which does not exist`);
    }
    if (reference.targets.includes('Event') || reference.targets.includes('Task')) {
        report('the platform has no custom lookups to activities');
    }
    if (!reference.isMasterDetail && field.isRequired && reference.deleteConstraint === 'SetNull') {
        report('a required lookup needs <deleteConstraint>Restrict</deleteConstraint> or Cascade');
    }
}

function lintRelationshipNames(parent: ObjectDraft, objects: ObjectDraft[], report: (message: string) => void): void {
    const seen = new Map<string, string>();
    for (const child of objects) {
        for (const { name, reference } of child.fields) {
            const relationship = reference?.targets.includes(parent.name) && reference.childRelationshipName;
            if (!relationship) continue;
            const other = seen.get(relationship);
            if (other) report(`child relationship ${relationship} is claimed by ${other} and ${child.name}.${name}`);
            seen.set(relationship, `${child.name}.${name}`);
        }
    }
}

/** Notes field permissions that a deploy refuses, and names that do not exist. */
export function lintPermissionSet(set: PermissionSet, objects: ObjectDraft[], problems: Problems): void {
    const source = `permissionsets/${set.name}.permissionset-meta.xml`;
    const byName = new Map(objects.map((object) => [object.name, object]));
    for (const name of set.objects.keys()) {
        if (!byName.has(name)) problems.add(source, `object ${name} does not exist`);
    }
    for (const path of set.fields.keys()) {
        const [objectName = '', fieldName = ''] = path.split('.');
        // Fields of Activity are declared there and live on Event and Task.
        const object = byName.get(objectName === 'Activity' ? 'Event' : objectName);
        const field = object?.fields.find((candidate) => candidate.name === fieldName);
        if (!field) problems.add(source, `field ${path} does not exist`);
        else if (field.isCustom && field.isRequired) {
            problems.add(source, `field permissions on ${path} are refused: the field is required or master-detail`);
        } else if (field.formula && set.fields.get(path)?.editable) {
            problems.add(source, `${path} is a formula and cannot be editable`);
        }
    }
}

const nameLength = (name: string): number => name.replace(/__(c|mdt)$/, '').length;
