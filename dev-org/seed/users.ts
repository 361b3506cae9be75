import { NEXORA_NAMES, NEXORA_TIME_ZONES, NEXORA_USERNAMES, nexoraPermissionSets } from './company.ts';
import type { NexoraUser } from './company.ts';
import { profileId } from '../src/metadata/standard/profiles.ts';
import type { Seeder } from './seeder.ts';
import { SYSTEM_ACTOR } from '../src/store/systemActor.ts';

/** Id of each user. */
export type UserIds = Record<NexoraUser, string>;

type RoleName = 'SalesManagement' | 'AccountExecutive' | 'SalesEngineering';

const WORK: Record<NexoraUser, { title: string; role?: RoleName; profile?: string; german?: true }> = {
    julio: { title: 'Account Executive', role: 'AccountExecutive' },
    helena: { title: 'Sales Director, East', role: 'SalesManagement' },
    priya: { title: 'Sales Engineer', role: 'SalesEngineering' },
    tomas: { title: 'Senior Sales Engineer', role: 'SalesEngineering', german: true },
    grace: { title: 'Principal Sales Engineer', role: 'SalesEngineering' },
    amara: { title: 'Salesforce Administrator', profile: 'System Administrator' },
    integration: { title: 'Integration User', profile: 'Minimum Access - API Only Integrations' }
};

/** Inserts the roles, the users, their managers and what they may do. */
export function seedUsers(seeder: Seeder): UserIds {
    const roles = seedRoles(seeder);
    const insert = (user: NexoraUser): string => seedUser(seeder, user, roles);
    const ids: UserIds = {
        helena: insert('helena'),
        julio: insert('julio'),
        priya: insert('priya'),
        tomas: insert('tomas'),
        grace: insert('grace'),
        amara: insert('amara'),
        integration: insert('integration')
    };
    for (const user of ['julio', 'priya', 'tomas', 'grace'] as const) {
        seeder.update('User', ids[user], { ManagerId: ids.helena }, SYSTEM_ACTOR.userId);
    }
    assignPermissionSets(seeder, ids);
    seedPublicGroup(seeder, ids);
    return ids;
}

/** The group that an admin makes managed links for. */
function seedPublicGroup(seeder: Seeder, ids: UserIds): void {
    const group = seeder.insert(
        'Group',
        { Name: 'Sales Engineers', DeveloperName: 'SalesEngineers', Type: 'Regular' },
        SYSTEM_ACTOR.userId
    );
    for (const user of ['priya', 'tomas', 'grace'] as const) {
        seeder.insert('GroupMember', { GroupId: group, UserOrGroupId: ids[user] }, SYSTEM_ACTOR.userId);
    }
}

function seedRoles(seeder: Seeder): Record<RoleName, string> {
    const insert = (developerName: RoleName, name: string, parent?: string): string =>
        seeder.insert(
            'UserRole',
            { Name: name, DeveloperName: developerName, ParentRoleId: parent },
            SYSTEM_ACTOR.userId
        );
    const management = insert('SalesManagement', 'Sales Management');
    return {
        SalesManagement: management,
        AccountExecutive: insert('AccountExecutive', 'Account Executive', management),
        SalesEngineering: insert('SalesEngineering', 'Sales Engineering', management)
    };
}

function seedUser(seeder: Seeder, user: NexoraUser, roles: Record<RoleName, string>): string {
    const username = NEXORA_USERNAMES[user];
    const [firstName, ...rest] = NEXORA_NAMES[user].split(' ');
    const { title, role, profile = 'Standard User', german } = WORK[user];
    return seeder.insert(
        'User',
        {
            Username: username,
            Email: username,
            FirstName: firstName,
            LastName: rest.join(' '),
            Alias: user.slice(0, 8),
            Title: title,
            CompanyName: 'Nexora Systems',
            TimeZoneSidKey: NEXORA_TIME_ZONES[user],
            ...(german && { LanguageLocaleKey: 'de', LocaleSidKey: 'de_DE' }),
            UserRoleId: role && roles[role],
            ProfileId: profileId(profile),
            IsActive: true
        },
        SYSTEM_ACTOR.userId
    );
}

function assignPermissionSets(seeder: Seeder, ids: UserIds): void {
    const permissionSet = seeder.object('PermissionSet');
    const byUsername = new Map<string, string>(
        Object.entries(NEXORA_USERNAMES).map(([user, name]) => [name, ids[user as NexoraUser]])
    );
    for (const { username, permissionSets } of nexoraPermissionSets) {
        for (const name of permissionSets) {
            const [set] = seeder.store.findByField(permissionSet, 'Name', name);
            if (!set)
                throw new Error(`The sample company needs the permission set ${name}, which this org does not have.`);
            seeder.insert(
                'PermissionSetAssignment',
                { AssigneeId: byUsername.get(username), PermissionSetId: set.Id },
                SYSTEM_ACTOR.userId
            );
        }
    }
}
