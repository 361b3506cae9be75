import { ALL, CRUD, NO_RIGHTS } from '../objectRights.ts';
import { namedId } from '../../store/ids.ts';
import type { ObjectPermission } from '../project.ts';

/** A profile every org has: what its users may do before any permission set. */
export interface Profile {
    name: string;
    description: string;
    /** `ApiEnabled`, `ActivitiesAccess`, … */
    userPermissions: readonly string[];
    /** On the platform's own objects that profiles decide on. */
    records: ObjectPermission;
}

/** The profiles of the dev org. */
export const PROFILES: readonly Profile[] = [
    {
        name: 'System Administrator',
        description: 'Manages the org and sees all data.',
        userPermissions: [
            ...['ActivitiesAccess', 'ApiEnabled', 'CustomizeApplication', 'EditEvent', 'EditTask', 'ManageUsers'],
            ...['ModifyAllData', 'ModifyMetadata', 'ViewAllData', 'ViewSetup']
        ],
        records: ALL
    },
    {
        name: 'Standard User',
        description: 'Works with customers and calendars.',
        userPermissions: ['ActivitiesAccess', 'ApiEnabled', 'EditEvent', 'EditTask', 'ViewSetup'],
        records: CRUD
    },
    {
        name: 'Minimum Access - Salesforce',
        description: 'Signs in and has nothing else; permission sets give the rest.',
        userPermissions: [],
        records: NO_RIGHTS
    },
    {
        name: 'Minimum Access - API Only Integrations',
        description: 'Signs in through the API only and has nothing else; permission sets give the rest.',
        userPermissions: ['ApiEnabled', 'ApiUserOnly'],
        records: NO_RIGHTS
    }
];

/** Id of a profile, the same in every dev org. */
export const profileId = (name: string): string => namedId('00e', name);
