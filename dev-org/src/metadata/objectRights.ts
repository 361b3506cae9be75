import type { ObjectPermission } from './project.ts';

export const NO_RIGHTS: ObjectPermission = {
    ...{ allowCreate: false, allowRead: false, allowEdit: false, allowDelete: false },
    ...{ viewAllRecords: false, modifyAllRecords: false }
};
export const READ_ALL: ObjectPermission = { ...NO_RIGHTS, allowRead: true, viewAllRecords: true };
/** Own records, and what sharing opens. */
export const CRUD: ObjectPermission = {
    ...NO_RIGHTS,
    ...{ allowCreate: true, allowRead: true, allowEdit: true, allowDelete: true }
};
export const ALL: ObjectPermission = { ...CRUD, viewAllRecords: true, modifyAllRecords: true };

/** What two grants allow together. */
export function either(a: ObjectPermission, b: ObjectPermission): ObjectPermission {
    return {
        allowCreate: a.allowCreate || b.allowCreate,
        allowRead: a.allowRead || b.allowRead,
        allowEdit: a.allowEdit || b.allowEdit,
        allowDelete: a.allowDelete || b.allowDelete,
        viewAllRecords: a.viewAllRecords || b.viewAllRecords,
        modifyAllRecords: a.modifyAllRecords || b.modifyAllRecords
    };
}
