import type { OrgContext } from '../orgContext.ts';
import { notFound, SalesforceError } from '../salesforceError.ts';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { Actor, RecordInput, Row } from '../store/recordStore.ts';

export interface Caller {
    actor: Actor;
    apiVersion: string;
}

/** An object the actor may know of. @throws SalesforceError NOT_FOUND */
export function getObject(org: OrgContext, name: string, actor: Actor): ObjectSchema {
    const object = org.schema.object(name);
    if (!object || !org.access.canRead(actor, object)) throw notFound();
    return object;
}

/** A live record the actor may see. @throws SalesforceError NOT_FOUND, ENTITY_IS_DELETED */
export function getRow(org: OrgContext, object: ObjectSchema, id: string, actor: Actor): Row {
    const row = org.store.findAny(object, id);
    if (!row || !org.access.visible(actor, object, row)) throw notFound();
    if (row['IsDeleted'] === true) throw new SalesforceError('ENTITY_IS_DELETED', 'entity is deleted', []);
    return row;
}

/** The fields the actor may read, in the schema's order. */
export function readableFields(org: OrgContext, object: ObjectSchema, actor: Actor): FieldSchema[] {
    return [...object.fields.values()].filter((field) => org.access.canReadField(actor, object, field));
}

/** Finds the fields a caller named. @throws SalesforceError INVALID_FIELD for one it may not read or that is none */
export function getFields(org: OrgContext, object: ObjectSchema, names: string[], actor: Actor): FieldSchema[] {
    return names.map((name) => {
        const field = object.field(name.trim());
        if (field && org.access.canReadField(actor, object, field)) return field;
        throw new SalesforceError('INVALID_FIELD', `No such column '${name.trim()}' on entity '${object.name}'`);
    });
}

/** `/services/data/v66.0/sobjects/Lead/00Q…` */
export function recordUrl(object: ObjectSchema, id: string, apiVersion: string): string {
    return `/services/data/v${apiVersion}/sobjects/${object.name}/${id}`;
}

/** A record as the REST API writes it. */
export function presentRow(
    org: OrgContext,
    object: ObjectSchema,
    row: Row,
    { fields, apiVersion }: { fields: FieldSchema[]; apiVersion: string }
): Record<string, unknown> {
    return {
        attributes: { type: object.name, url: recordUrl(object, row.Id, apiVersion) },
        ...Object.fromEntries(fields.map((field) => [field.name, org.store.value(object, row, field.name)]))
    };
}

/** The body of a write. @throws SalesforceError JSON_PARSER_ERROR when it is no JSON object */
export function asRecord(value: unknown): RecordInput {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as RecordInput;
    throw new SalesforceError('JSON_PARSER_ERROR', 'The body must be a JSON object');
}

/** What a create, and an upsert that creates, answers. */
export function saved(id: string): { id: string; success: true; errors: [] } {
    return { id, success: true, errors: [] };
}
