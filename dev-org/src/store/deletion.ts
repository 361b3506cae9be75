import { refersTo } from '../metadata/buildSchema.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { DeleteConstraint, FieldSchema, ObjectSchema, Schema } from '../schema/schema.ts';
import type { Row } from './recordStore.ts';
import type { Tables } from './tables.ts';

interface IncomingReference {
    child: ObjectSchema;
    field: FieldSchema;
    constraint: DeleteConstraint;
}

const NEVER_DELETED = ['User', 'Organization', 'PermissionSet'];

/** Deletes softly and does to the records around what their references say. */
export class Deletion {
    readonly #tables: Tables;
    readonly #incoming: Map<string, IncomingReference[]>;

    constructor(schema: Schema, tables: Tables) {
        this.#tables = tables;
        const objects = [...schema.objects.values()];
        this.#incoming = new Map(objects.map((target) => [target.name, incomingReferences(target, objects)]));
    }

    /** @throws SalesforceError DELETE_FAILED when a Restrict reference stands in the way */
    delete(object: ObjectSchema, row: Row, { userId, at }: { userId: string; at: string }): void {
        if (NEVER_DELETED.includes(object.name) || object.name.endsWith('__mdt')) {
            throw new SalesforceError('CANNOT_DELETE_ENTITY', `entity type ${object.name} does not support delete`, []);
        }
        const marks = { LastModifiedDate: at, LastModifiedById: userId, SystemModstamp: at };
        this.#tables.put(object, { ...row, ...marks, IsDeleted: true });
        for (const { child, field, constraint } of this.#incoming.get(object.name) ?? []) {
            for (const childRow of this.#tables.find(child, field, row.Id)) {
                if (constraint === 'Restrict') throw stillNeeded(object, row, child, childRow);
                if (constraint === 'Cascade') this.delete(child, childRow, { userId, at });
                else this.#tables.put(child, { ...childRow, [field.name]: null, SystemModstamp: at });
            }
        }
    }
}

function incomingReferences(target: ObjectSchema, objects: ObjectSchema[]): IncomingReference[] {
    const incoming = objects.flatMap((child) =>
        [...child.fields.values()].flatMap((field) =>
            field.reference && refersTo(field, target)
                ? [{ child, field, constraint: field.reference.deleteConstraint }]
                : []
        )
    );
    // Cascades first, so that what goes with the record does not restrict its end.
    const order: DeleteConstraint[] = ['Cascade', 'Restrict', 'SetNull'];
    return incoming.sort((a, b) => order.indexOf(a.constraint) - order.indexOf(b.constraint));
}

function stillNeeded(object: ObjectSchema, row: Row, child: ObjectSchema, childRow: Row): SalesforceError {
    const name = String(row[object.nameField] ?? row.Id);
    const childName = String(childRow[child.nameField] ?? childRow.Id);
    return new SalesforceError(
        'DELETE_FAILED',
        `Your attempt to delete ${name} could not be completed because it is associated with the following ${child.pluralLabel}.: ${childName}`,
        []
    );
}
