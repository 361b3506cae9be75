import type { Project } from '../metadata/project.ts';
import type { FieldValue, ObjectSchema } from '../schema/schema.ts';
import type { Actor, RecordStore, Row } from '../store/recordStore.ts';
import type { Access } from './access.ts';
import { Permissions } from './permissions.ts';
import { LEVELS, Sharing } from './sharing.ts';
import type { SharingLevel } from './sharing.ts';

/** Access by the profile of each user, and by permission sets and sharing as force-app declares them. */
export function createAccess(
    store: RecordStore,
    { permissionSets, sharingRules }: Pick<Project, 'permissionSets' | 'sharingRules'>
): Access {
    const permissions = new Permissions(store, permissionSets);
    const sharing = new Sharing(store, sharingRules);

    const level = (actor: Actor, object: ObjectSchema, row: Row): SharingLevel => {
        const { viewAllRecords, modifyAllRecords } = permissions.ofObject(actor, object);
        if (modifyAllRecords) return 'full';
        const shared = sharing.level(actor, object, row, (master, masterRow) => level(actor, master, masterRow));
        return shared === 'none' && viewAllRecords ? 'read' : shared;
    };
    const reaches = (wanted: SharingLevel, actor: Actor, object: ObjectSchema, row: Row): boolean =>
        LEVELS.indexOf(level(actor, object, row)) >= LEVELS.indexOf(wanted);

    return {
        canRead: (actor, object) => permissions.ofObject(actor, object).allowRead,
        canCreate: (actor, object) => permissions.ofObject(actor, object).allowCreate,
        canEdit: (actor, object) => permissions.ofObject(actor, object).allowEdit,
        canDelete: (actor, object) => permissions.ofObject(actor, object).allowDelete,
        canReadField: (actor, object, field) => permissions.ofField(actor, object, field, 'readable'),
        canEditField: (actor, object, field) => permissions.ofField(actor, object, field, 'editable'),
        hasPermission: (actor, userPermission) => permissions.has(actor, userPermission),
        visible: (actor, object, row) => reaches('read', actor, object, row),
        viewer: (actor, object) => {
            const { viewAllRecords, modifyAllRecords } = permissions.ofObject(actor, object);
            if (viewAllRecords || modifyAllRecords) return () => true;
            const reachesOwner = remembering((owner) => sharing.reachesOwner(actor, owner));
            const masterLevel = (master: ObjectSchema, masterRow: Row): SharingLevel => level(actor, master, masterRow);
            return (row) => sharing.level(actor, object, row, masterLevel, reachesOwner) !== 'none';
        },
        editable: (actor, object, row) => reaches('edit', actor, object, row),
        deletable: (actor, object, row) => reaches('full', actor, object, row)
    };
}

/** Many records have few owners. */
function remembering(find: (owner: FieldValue) => boolean): (owner: FieldValue) => boolean {
    const known = new Map<FieldValue, boolean>();
    return (owner) => {
        const answer = known.get(owner) ?? find(owner);
        known.set(owner, answer);
        return answer;
    };
}
