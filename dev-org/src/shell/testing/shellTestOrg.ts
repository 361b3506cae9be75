import path from 'node:path';
import { fullAccess } from '../../access/access.ts';
import { loadProject } from '../../metadata/loadProject.ts';
import { createSessions } from '../../oauth/sessions.ts';
import type { OrgContext } from '../../orgContext.ts';
import { createSoqlEngine } from '../../soql/index.ts';
import { ORGANIZATION_ID } from '../../store/builtInRows.ts';
import { createRecordStore } from '../../store/createRecordStore.ts';
import type { RecordInput } from '../../store/recordStore.ts';
import { SYSTEM_ACTOR } from '../../store/systemActor.ts';

export interface ShellTestOrg {
    org: OrgContext;
    /** Has the permission set of reps, but is not the org's first user. */
    repId: string;
    /** The org's first user. */
    adminId: string;
    inactiveId: string;
}

/** This project's metadata with three users and nothing else. */
export function shellTestOrg(): ShellTestOrg {
    const project = loadProject(path.join(import.meta.dirname, '../../../..'));
    const { schema, permissionSets } = project;
    const store = createRecordStore(schema, { permissionSets });

    const insert = (objectName: string, input: RecordInput): string => {
        const object = schema.object(objectName);
        if (!object) throw new Error(`no object ${objectName}`);
        return store.insert(object, input, SYSTEM_ACTOR).Id;
    };
    const insertUser = (lastName: string, values: RecordInput): string => {
        const address = `${lastName.toLowerCase()}@nexora.example`;
        return insert('User', { LastName: lastName, Username: address, Email: address, ...values });
    };
    const assign = (userId: string, setName: string): void => {
        const sets = schema.object('PermissionSet');
        const row = sets && store.findByField(sets, 'Name', setName)[0];
        insert('PermissionSetAssignment', { PermissionSetId: row?.Id, AssigneeId: userId });
    };

    const adminId = insertUser('Admin', { FirstName: 'Ada', Title: 'Administrator' });
    const repId = insertUser('Reyes', { FirstName: 'Julio', TimeZoneSidKey: 'America/New_York' });
    const inactiveId = insertUser('Gone', { IsActive: false });
    assign(adminId, 'AdmitOneAdmin');
    assign(repId, 'AdmitOneRep');

    const org: OrgContext = {
        project,
        schema,
        store,
        access: fullAccess,
        soql: createSoqlEngine(store),
        sessions: createSessions({ organizationId: ORGANIZATION_ID, now: () => store.now() }),
        organizationId: ORGANIZATION_ID,
        url: () => 'http://127.0.0.1:3000'
    };
    return { org, repId, adminId, inactiveId };
}
