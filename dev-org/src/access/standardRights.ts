import type { ObjectPermission } from '../metadata/project.ts';
import type { Profile } from '../metadata/standard/profiles.ts';
import { ALL, CRUD, either, NO_RIGHTS, READ_ALL } from '../metadata/objectRights.ts';

/** Objects whose permissions stand in profiles and permission sets; a campaign's members go with the campaign. */
const BY_OBJECT = new Set(['Account', 'Campaign', 'CampaignMember', 'Case', 'Contact', 'Lead', 'Opportunity']);
/** Activities have user permissions instead: one to see them, one to change each kind. */
const BY_ACTIVITY: Record<string, string> = { Event: 'EditEvent', EventRelation: 'EditEvent', Task: 'EditTask' };

/**
 * What a user may do with one of the platform's own objects. What describes the org itself, such as users, roles and
 * permission sets, everybody may look up and `ManageUsers` may change.
 */
export function standardRights(
    objectName: string,
    {
        granted,
        profile,
        userPermissions
    }: { granted: ObjectPermission; profile: Profile | undefined; userPermissions: ReadonlySet<string> }
): ObjectPermission {
    if (BY_OBJECT.has(objectName)) return either(profile?.records ?? NO_RIGHTS, granted);
    const editing = BY_ACTIVITY[objectName];
    if (editing === undefined) return userPermissions.has('ManageUsers') ? ALL : READ_ALL;
    if (!userPermissions.has('ActivitiesAccess')) return NO_RIGHTS;
    return userPermissions.has(editing) ? CRUD : { ...NO_RIGHTS, allowRead: true };
}
