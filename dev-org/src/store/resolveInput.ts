import { refersTo } from '../metadata/buildSchema.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { FieldSchema, FieldValue, ObjectSchema, Schema } from '../schema/schema.ts';
import { coerce } from './coerce.ts';
import { isId } from './ids.ts';
import type { RecordInput } from './recordStore.ts';
import type { Tables } from './tables.ts';

/** Turns a caller's record into stored values by field name. */
export class InputResolver {
    readonly #schema: Schema;
    readonly #tables: Tables;

    constructor(schema: Schema, tables: Tables) {
        this.#schema = schema;
        this.#tables = tables;
    }

    /**
     * @throws SalesforceError INVALID_FIELD for unknown names, INVALID_FIELD_FOR_INSERT_UPDATE for read-only fields,
     * and what `coerce` and the look-up of references refuse
     */
    resolve(object: ObjectSchema, input: RecordInput, purpose: Purpose): Map<string, FieldValue> {
        const values = new Map<string, FieldValue>();
        const readOnly: string[] = [];
        for (const [name, value] of Object.entries(input)) {
            if (name === 'attributes' || value === undefined) continue;
            const { field, id } = this.#resolveName(object, name, value);
            if (WRITABLE[purpose](field)) {
                values.set(field.name, id ?? this.#resolveValue(field, value));
            } else {
                readOnly.push(field.name);
            }
        }
        if (readOnly.length > 0) throw notWritable(readOnly);
        return values;
    }

    /** A field by its own name, or by its relationship's with the parent's external id as value. */
    #resolveName(object: ObjectSchema, name: string, value: unknown): { field: FieldSchema; id?: string } {
        const field = object.field(name);
        if (field) return { field };
        const reference = object.fieldOfRelationship(name);
        if (!reference) {
            throw new SalesforceError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
        }
        if (value === null) return { field: reference };
        return { field: reference, id: this.#parentByExternalId(object, reference, value) };
    }

    #parentByExternalId(object: ObjectSchema, reference: FieldSchema, value: unknown): string {
        const { attributes, ...keys } = value as { attributes?: { type?: string } } & Record<string, unknown>;
        const target = this.#schema.object(attributes?.type ?? reference.reference?.targets[0] ?? '');
        const [keyName = '', keyValue] = Object.entries(keys)[0] ?? [];
        const keyField = target?.field(keyName);
        if (!target || !keyField || !isLookupKey(keyField)) {
            throw new SalesforceError(
                'INVALID_FIELD',
                `Foreign key external ID: ${keyName} not found for field ${reference.name} in entity ${object.name}`
            );
        }
        const found = this.#tables.find(target, keyField, coerce(keyField, keyValue));
        const [only] = found;
        if (only && found.length === 1) return only.Id;
        throw new SalesforceError(
            found.length === 0 ? 'INVALID_FIELD' : 'MULTIPLE_CHOICES',
            `Foreign key external ID: ${String(keyValue).toLowerCase()} not found for field ${keyField.name} in entity ${target.name}`
        );
    }

    #resolveValue(field: FieldSchema, value: unknown): FieldValue {
        if (field.type !== 'reference') return coerce(field, value);
        return value === null || value === '' ? null : this.#resolveId(field, value);
    }

    #resolveId(field: FieldSchema, value: unknown): string {
        const wrongType = (code: string): SalesforceError =>
            new SalesforceError(code, `${field.label}: id value of incorrect type: ${JSON.stringify(value)}`, [
                field.name
            ]);
        if (!isId(value)) throw wrongType('MALFORMED_ID');
        const target = this.#schema.objectOfId(value);
        if (!target || !refersTo(field, target)) throw wrongType('FIELD_INTEGRITY_EXCEPTION');
        const row = this.#tables.get(target, value);
        if (!row) throw new SalesforceError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
        if (row['IsDeleted'] === true) throw new SalesforceError('ENTITY_IS_DELETED', 'entity is deleted', [], 400);
        return row.Id;
    }
}

type Purpose = 'insert' | 'update' | 'ownInsert' | 'ownUpdate';

/** The org's own work fills fields that callers cannot, but moves nothing to another master either. */
const WRITABLE: Record<Purpose, (field: FieldSchema) => boolean> = {
    insert: (field) => field.isCreateable,
    update: (field) => field.isUpdateable,
    ownInsert: isStored,
    ownUpdate: (field) => isStored(field) && field.reference?.isMasterDetail !== true
};

function isStored({ formula, autoNumberFormat }: FieldSchema): boolean {
    return formula === undefined && autoNumberFormat === undefined;
}

/** Fields records may be named by in place of their id. */
export function isLookupKey(field: FieldSchema): boolean {
    return field.isExternalId || field.type === 'id' || field.type === 'email' || field.name === 'Username';
}

function notWritable(fields: string[]): SalesforceError {
    return new SalesforceError(
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
        fields
    );
}
