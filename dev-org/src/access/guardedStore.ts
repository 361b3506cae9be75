import { notFound, SalesforceError } from '../salesforceError.ts';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { Actor, RecordInput, RecordStore, Row } from '../store/recordStore.ts';
import { Invitations } from '../store/invitations.ts';
import type { Access } from './access.ts';
import { refuseDuplicates } from './duplicateRules.ts';

/** The store as users reach it: writes are checked against the actor's permissions and sharing first. */
export function guardStore(store: RecordStore, access: Access): RecordStore {
    const invitations = new Invitations(store);
    return {
        schema: store.schema,
        now: () => store.now(),
        transaction: (work) => store.transaction(work),
        find: (object, id) => store.find(object, id),
        findAny: (object, id) => store.findAny(object, id),
        findByField: (object, field, value) => store.findByField(object, field, value),
        between: (object, field, from, to) => store.between(object, field, from, to),
        rows: (object, options) => store.rows(object, options),
        children: (child, field, parentId) => store.children(child, field, parentId),
        value: (object, row, field) => store.value(object, row, field),
        insert(object, input, actor) {
            if (!access.canCreate(actor, object)) throw cannotCreate(object);
            refuseFields(access, object, input, actor);
            return store.transaction(() => {
                const saved = checkReferences(store, access, actor, store.insert(object, input, actor));
                refuseDuplicates(store, access, object, saved, actor);
                invitations.afterInsert(object, saved);
                return saved;
            });
        },
        update(object, id, input, actor) {
            const row = visibleRow(store, access, { object, id, actor });
            if (!access.canEdit(actor, object) || !access.editable(actor, object, row)) throw insufficientAccess();
            refuseFields(access, object, input, actor);
            if (isConvertedLead(object, row)) throw convertedLead('cannot update converted lead');
            return store.transaction(() => {
                const updated = store.update(object, id, input, actor);
                invitations.afterUpdate(object, row, updated);
                return checkReferences(store, access, actor, updated, row);
            });
        },
        delete(object, id, actor) {
            const row = visibleRow(store, access, { object, id, actor });
            if (!access.canDelete(actor, object) || !access.deletable(actor, object, row)) throw insufficientAccess();
            store.transaction(() => {
                const going = invitations.going(object, row);
                store.delete(object, id, actor);
                invitations.delete(going);
            });
        }
    };
}

function visibleRow(
    store: RecordStore,
    access: Access,
    { object, id, actor }: { object: ObjectSchema; id: string; actor: Actor }
): Row {
    const row = store.findAny(object, id);
    if (!row || !access.canRead(actor, object) || !access.visible(actor, object, row)) throw notFound();
    return row;
}

/**
 * Takes the save back when it points at a record the actor may not see, adds to a master it may not edit, or gives a
 * record to somebody who has left or to a Lead that is none any more.
 * @throws SalesforceError INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY, INACTIVE_OWNER_OR_USER,
 * CANNOT_UPDATE_CONVERTED_LEAD
 */
function checkReferences(store: RecordStore, access: Access, actor: Actor, saved: Row, before?: Row): Row {
    const object = store.schema.objectOfId(saved.Id);
    for (const field of object?.fields.values() ?? []) {
        const target = saved[field.name] ?? null;
        if (!field.reference || !field.isCreateable || typeof target !== 'string' || target === before?.[field.name])
            continue;
        const targetObject = store.schema.objectOfId(target);
        const targetRow = targetObject && store.findAny(targetObject, target);
        if (!targetObject || !targetRow) continue;
        if (isConvertedLead(targetObject, targetRow)) throw convertedLead('cannot reference converted lead');
        const isOwnerGone = field.name === 'OwnerId' && targetRow['IsActive'] === false;
        // Whoever acts is there, the org's own user too.
        if (isOwnerGone && target !== actor.userId) throw inactiveOwner(target);
        const mayPoint = field.reference.isMasterDetail
            ? access.editable(actor, targetObject, targetRow)
            : access.canRead(actor, targetObject) && access.visible(actor, targetObject, targetRow);
        if (mayPoint) continue;
        throw new SalesforceError(
            'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
            `insufficient access rights on cross-reference id: ${target.slice(0, 15)}`,
            []
        );
    }
    return saved;
}

/** A field the actor may not even read does not exist for it; one it may only read cannot be written. */
function refuseFields(access: Access, object: ObjectSchema, input: RecordInput, actor: Actor): void {
    const readOnly: string[] = [];
    for (const name of Object.keys(input)) {
        const field = fieldOf(object, name);
        if (!field) continue;
        if (!access.canReadField(actor, object, field)) {
            throw new SalesforceError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
        }
        if (!access.canEditField(actor, object, field)) readOnly.push(field.name);
    }
    if (readOnly.length === 0) return;
    throw new SalesforceError(
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${readOnly.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
        readOnly
    );
}

const fieldOf = (object: ObjectSchema, name: string): FieldSchema | undefined =>
    object.field(name) ?? object.fieldOfRelationship(name);

const isConvertedLead = ({ name }: ObjectSchema, row: Row): boolean => name === 'Lead' && row['IsConverted'] === true;

const convertedLead = (message: string): SalesforceError =>
    new SalesforceError('CANNOT_UPDATE_CONVERTED_LEAD', message, []);

function inactiveOwner(id: string): SalesforceError {
    const message = `operation performed with inactive user [${id.slice(0, 15)}] as owner of the record`;
    return new SalesforceError('INACTIVE_OWNER_OR_USER', message, ['OwnerId']);
}

function cannotCreate(object: ObjectSchema): SalesforceError {
    return new SalesforceError(
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        `entity type cannot be inserted: ${object.label}`,
        []
    );
}

function insufficientAccess(): SalesforceError {
    return new SalesforceError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
}
