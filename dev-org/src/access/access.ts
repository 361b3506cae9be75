import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { Actor, Row } from '../store/recordStore.ts';

/**
 * What a user may see and change, by profile, permission sets and sharing.
 * Writes through `OrgContext.store` are checked there; readers of records (SOQL, UI API, GraphQL) ask here.
 */
export interface Access {
    canRead(actor: Actor, object: ObjectSchema): boolean;
    canCreate(actor: Actor, object: ObjectSchema): boolean;
    canEdit(actor: Actor, object: ObjectSchema): boolean;
    canDelete(actor: Actor, object: ObjectSchema): boolean;
    canReadField(actor: Actor, object: ObjectSchema, field: FieldSchema): boolean;
    canEditField(actor: Actor, object: ObjectSchema, field: FieldSchema): boolean;
    /** Whether the actor's profile or permission sets give a user permission, such as `ModifyMetadata`. */
    hasPermission(actor: Actor, userPermission: string): boolean;
    /** Whether sharing lets the actor see this record. */
    visible(actor: Actor, object: ObjectSchema, row: Row): boolean;
    /** `visible` prepared for many records of one request, where permissions can answer for all of them. */
    viewer?(actor: Actor, object: ObjectSchema): (row: Row) => boolean;
    /** Whether sharing lets the actor change this record. */
    editable(actor: Actor, object: ObjectSchema, row: Row): boolean;
    /** Whether sharing lets the actor delete this record. */
    deletable(actor: Actor, object: ObjectSchema, row: Row): boolean;
}

const always = (): boolean => true;

/** Everybody may do everything: what the org's own work and seeds run under. */
export const fullAccess: Access = {
    canRead: always,
    canCreate: always,
    canEdit: always,
    canDelete: always,
    canReadField: always,
    canEditField: always,
    hasPermission: always,
    visible: always,
    editable: always,
    deletable: always
};
