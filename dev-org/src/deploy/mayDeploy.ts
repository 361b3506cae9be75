import type { OrgContext } from '../orgContext.ts';
import type { Actor } from '../store/recordStore.ts';

const RIGHTS = ['ModifyMetadata', 'CustomizeApplication', 'ModifyAllData'];

/** Whether a user may deploy: a right of the administrator's profile. */
export function mayDeploy({ access }: Pick<OrgContext, 'access'>, actor: Actor): boolean {
    return RIGHTS.some((right) => access.hasPermission(actor, right));
}
