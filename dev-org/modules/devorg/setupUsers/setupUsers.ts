import { recordUrl } from '../../platform/fieldView';
import { SetupElement } from '../../platform/setupElement';
import type { SetupColumn } from '../../platform/setupTable';
import { query, valueAt } from '../../platform/soql';
import type { QueryRow } from '../../platform/soql';

interface UserRow extends Record<string, unknown> {
    id: string;
    url: string;
}

const SOQL =
    'SELECT Id, Name, Username, Title, IsActive, Profile.Name, UserRole.Name, ' +
    '(SELECT PermissionSet.Label FROM PermissionSetAssignments) ' +
    "FROM User WHERE UserType = 'Standard' ORDER BY Name LIMIT 2000";

/** Everybody in the org, with profile, role and permission sets. */
export default class SetupUsers extends SetupElement<UserRow[]> {
    columns: SetupColumn[] = [
        { label: 'Full Name', name: 'name', kind: 'link' },
        { label: 'Username', name: 'username' },
        { label: 'Profile', name: 'profile' },
        { label: 'Role', name: 'role' },
        { label: 'Permission Sets', name: 'permissionSets' },
        { label: 'Active', name: 'isActive', kind: 'boolean' }
    ];

    protected async load(): Promise<UserRow[]> {
        return (await query(SOQL)).map(toUserRow);
    }
}

function toUserRow(row: QueryRow): UserRow {
    const assignments = row.PermissionSetAssignments as { records: QueryRow[] } | null;
    return {
        ...{ id: row.Id, name: row.Name, url: recordUrl(row.Id), username: row.Username, isActive: row.IsActive },
        ...{ profile: valueAt(row, 'Profile.Name'), role: valueAt(row, 'UserRole.Name') },
        permissionSets: (assignments?.records ?? []).map((each) => valueAt(each, 'PermissionSet.Label')).join(', ')
    };
}
