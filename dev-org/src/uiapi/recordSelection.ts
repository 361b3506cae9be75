import { SalesforceError } from '../salesforceError.ts';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { RecordReader } from '../soql/recordReader.ts';

/** The fields wanted of a record and, by reference, of its parents. */
export interface RecordSelection {
    fields: Set<FieldSchema>;
    parents: Map<FieldSchema, RecordSelection>;
}

/**
 * Reads the `fields` and `optionalFields` of a request, such as `Meeting__c.Lead__r.Name`.
 * Optional fields that do not exist, or that the caller may not read, are left out.
 * @throws SalesforceError INVALID_INPUT_COMBINATION when none are named, INVALID_FIELD, NOT_IMPLEMENTED
 */
export function readSelection(reader: RecordReader, object: ObjectSchema, query: URLSearchParams): RecordSelection {
    if (query.has('layoutTypes'))
        throw new SalesforceError('NOT_IMPLEMENTED', 'The dev org does not support layoutTypes.');
    const fields = list(query, 'fields');
    const optionalFields = list(query, 'optionalFields');
    if (fields.length + optionalFields.length === 0) {
        throw new SalesforceError('INVALID_INPUT_COMBINATION', "Must provide either 'fields' or 'layoutTypes'.");
    }
    const selection = emptySelection();
    for (const name of fields) {
        if (!addPath(reader, object, selection, name)) throw unknownField(object, name);
    }
    for (const name of optionalFields) addPath(reader, object, selection, name);
    return selection;
}

/** Every field the caller may read, as writes answer. */
export function allFields(reader: RecordReader, object: ObjectSchema): RecordSelection {
    const selection = emptySelection();
    for (const field of object.fields.values()) {
        if (reader.canReadField(object, field)) selection.fields.add(field);
    }
    return selection;
}

function emptySelection(): RecordSelection {
    return { fields: new Set(), parents: new Map() };
}

function list(query: URLSearchParams, name: string): string[] {
    return query
        .getAll(name)
        .flatMap((value) => value.split(','))
        .map((value) => value.trim())
        .filter((value) => value !== '');
}

/** Adds `Object.Parent__r.Field`; false, with nothing added, when it leads nowhere. */
function addPath(reader: RecordReader, object: ObjectSchema, selection: RecordSelection, name: string): boolean {
    const [objectName = '', ...path] = name.split('.');
    const fieldName = path.pop();
    if (fieldName === undefined || objectName.toLowerCase() !== object.name.toLowerCase()) return false;
    const steps: FieldSchema[] = [];
    let current: ObjectSchema | undefined = object;
    for (const relationship of path) {
        const step: FieldSchema | undefined = current.fieldOfRelationship(relationship);
        if (!step || !reader.canReadField(current, step)) return false;
        steps.push(step);
        const parents: ObjectSchema[] = reader.parentObjects(step);
        current = parents.find((parent) => parent.field(path[steps.length] ?? fieldName)) ?? parents[0];
        if (!current) return false;
    }
    const field = reader.field(current, fieldName);
    if (!field) return false;
    let target = selection;
    for (const step of steps) {
        const next = target.parents.get(step) ?? emptySelection();
        target.parents.set(step, next);
        target = next;
    }
    target.fields.add(field);
    return true;
}

function unknownField(object: ObjectSchema, name: string): SalesforceError {
    const column = name.split('.').slice(1).join('.') || name;
    return new SalesforceError(
        'INVALID_FIELD',
        `No such column '${column}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`
    );
}
