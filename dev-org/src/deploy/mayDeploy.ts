import type { OrgContext } from '../orgContext.ts';
import type { Actor } from '../store/recordStore.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';

const RIGHTS = ['ModifyMetadata', 'CustomizeApplication', 'ModifyAllData'];

/**
 * Whether a user may deploy. On the platform that is a right of the administrator's profile; the dev org has no
 * profiles, so besides that right it takes Modify All on every object of the org's own as the mark of an administrator.
 */
export function mayDeploy(org: OrgContext, actor: Actor): boolean {
    if (actor.userId === SYSTEM_ACTOR.userId) return true;
    const sets = assignedSets(org, actor);
    if (sets.some(({ userPermissions }) => userPermissions.some((right) => RIGHTS.includes(right)))) return true;
    const own = [...org.schema.objects.values()].filter(({ isCustom, name }) => isCustom && name.endsWith('__c'));
    return (
        own.length > 0 &&
        own.every(({ name }) => sets.some(({ objects }) => objects.get(name)?.modifyAllRecords === true))
    );
}

function assignedSets(
    { store, schema, project }: OrgContext,
    { userId }: Actor
): OrgContext['project']['permissionSets'] {
    const Assignment = schema.object('PermissionSetAssignment');
    const Set_ = schema.object('PermissionSet');
    if (!Assignment || !Set_) return [];
    const names = store
        .children(Assignment, 'AssigneeId', userId)
        .map((row) => store.find(Set_, String(row['PermissionSetId']))?.['Name']);
    return project.permissionSets.filter(({ name }) => names.includes(name));
}
