import type { PermissionSet, Tab } from '../../metadata/project.ts';
import type { OrgContext } from '../../orgContext.ts';

/** The permission sets assigned to a user. */
export function permissionSetsOf(org: OrgContext, userId: string): PermissionSet[] {
    const sets = org.schema.object('PermissionSet');
    const assignments = org.schema.object('PermissionSetAssignment');
    if (!sets || !assignments) return [];
    const names = new Set(
        org.store
            .children(assignments, 'AssigneeId', userId)
            .map((row) => org.store.find(sets, String(row['PermissionSetId']))?.['Name'])
    );
    return org.project.permissionSets.filter(({ name }) => names.has(name));
}

/** Whether the sets let a user open a tab; tabs of standard objects come with the object. */
export function isTabGranted(tab: Tab, sets: PermissionSet[], canRead: (objectName: string) => boolean): boolean {
    if (tab.kind === 'object' && !canRead(tab.target)) return false;
    if (tab.name.startsWith('standard-')) return true;
    return sets.some(({ tabs }) => tabs.has(tab.name));
}
