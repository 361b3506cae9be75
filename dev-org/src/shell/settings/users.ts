import type { OrgContext } from '../../orgContext.ts';
import type { Row } from '../../store/recordStore.ts';
import { permissionSetsOf } from './grants.ts';

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

/** Whom a page is for when nobody has been chosen; undefined in an org without users. */
export function defaultUser(org: OrgContext): Row | undefined {
    const users = activeUsers(org);
    const hasSet = ({ Id }: Row): boolean =>
        permissionSetsOf(org, Id).some(({ name }) => name === FIRST_PERMISSION_SET);
    return users.find(hasSet) ?? users[0];
}
