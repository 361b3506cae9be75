import type { OrgContext } from '../orgContext.ts';
import { notFound, SalesforceError } from '../salesforceError.ts';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import { coerce } from '../store/coerce.ts';
import { isLookupKey } from '../store/resolveInput.ts';
import type { Actor, RecordInput, Row } from '../store/recordStore.ts';

export type UpsertOutcome = { row: Row; isCreated: boolean } | { matches: Row[] };

/** The field records may be named by. @throws SalesforceError NOT_FOUND */
export function getKeyField(object: ObjectSchema, name: string): FieldSchema {
    const field = object.field(name);
    if (field && isLookupKey(field)) return field;
    throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
}

/** Live records by id or by another key. */
export function findByKey(org: OrgContext, object: ObjectSchema, key: FieldSchema, value: unknown): Row[] {
    if (key.type === 'id') {
        const row = typeof value === 'string' ? org.store.find(object, value) : undefined;
        return row ? [row] : [];
    }
    return org.store.findByField(object, key.name, keyValue(key, value));
}

/** A key from a path is text, whatever the field's type. */
function keyValue(key: FieldSchema, value: unknown) {
    const isNumber = key.type === 'double' || key.type === 'int';
    return coerce(key, isNumber && typeof value === 'string' ? Number(value) : value);
}

/**
 * Updates the record whose key has this value, or creates it. Several matches are answered, not changed.
 * @throws SalesforceError NOT_FOUND with `isUpdateOnly` and no match; INVALID_FIELD when the body repeats the key
 */
export function upsert(
    org: OrgContext,
    object: ObjectSchema,
    request: { key: FieldSchema; value: unknown; input: RecordInput; isUpdateOnly: boolean; actor: Actor }
): UpsertOutcome {
    const { key, value, input, actor } = request;
    const repeated = Object.keys(input).some((name) => ['id', key.name.toLowerCase()].includes(name.toLowerCase()));
    if (repeated) {
        throw new SalesforceError(
            'INVALID_FIELD',
            `The ${key.name} field should not be specified in the sobject data.`
        );
    }
    const matches = findByKey(org, object, key, value);
    const [match] = matches;
    if (matches.length > 1) return { matches };
    if (match) return { row: org.store.update(object, match.Id, input, actor), isCreated: false };
    if (request.isUpdateOnly || key.type === 'id') throw notFound();
    const created = { ...input, [key.name]: keyValue(key, value) };
    return { row: org.store.insert(object, created, actor), isCreated: true };
}
