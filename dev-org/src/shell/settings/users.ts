import type { OrgContext } from '../../orgContext.ts';
import type { Row } from '../../store/recordStore.ts';

/** Who opens the org first: the sample company's rep. */
const FIRST_PERMISSION_SET = 'AdmitOneRep';

/** Users who can sign in, in the order they were made. */
export function activeUsers(org: OrgContext): Row[] {
    const users = org.schema.object('User');
    if (!users) return [];
    return [...org.store.rows(users)].filter(
        (row) => row['IsActive'] === true && row['UserType'] !== 'AutomatedProcess'
    );
}

/**
 * Whom a page is for when nobody has been chosen: the first who was made a rep, else the first user;
 * undefined in an org without users.
 */
export function defaultUser(org: OrgContext): Row | undefined {
    const users = activeUsers(org);
    const reps = assignees(org, FIRST_PERMISSION_SET);
    return reps.map((id) => users.find(({ Id }) => Id === id)).find((user) => user !== undefined) ?? users[0];
}

function assignees(org: OrgContext, permissionSet: string): unknown[] {
    const sets = org.schema.object('PermissionSet');
    const assignments = org.schema.object('PermissionSetAssignment');
    const set = sets && org.store.findByField(sets, 'Name', permissionSet)[0];
    if (!set || !assignments) return [];
    return org.store.children(assignments, 'PermissionSetId', set.Id).map((row) => row['AssigneeId']);
}
