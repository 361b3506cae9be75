import type { ObjectPermission, PermissionSet } from '../metadata/project.ts';
import { PROFILES, profileId } from '../metadata/standard/profiles.ts';
import type { Profile } from '../metadata/standard/profiles.ts';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { Actor, RecordStore } from '../store/recordStore.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';
import { ALL, either, NO_RIGHTS, READ_ALL } from '../metadata/objectRights.ts';
import { standardRights } from './standardRights.ts';

interface GrantedRights {
    profile: Profile | undefined;
    objects: Map<string, ObjectPermission>;
    /** `Object.Field`, by what may be done. */
    readable: Set<string>;
    editable: Set<string>;
    userPermissions: Set<string>;
}

const PROFILES_BY_ID = new Map(PROFILES.map((profile) => [profileId(profile.name), profile]));

/** What the profile and the permission sets of each user add up to. */
export class Permissions {
    readonly #store: RecordStore;
    readonly #setsById: Map<string, PermissionSet>;
    /** By profile and assigned sets; users with the same share an entry. */
    readonly #granted = new Map<string, GrantedRights>();

    constructor(store: RecordStore, permissionSets: PermissionSet[]) {
        this.#store = store;
        const Set_ = store.schema.object('PermissionSet');
        this.#setsById = new Map(
            permissionSets.flatMap((set) => {
                const [row] = Set_ ? store.findByField(Set_, 'Name', set.name) : [];
                return row ? [[row.Id, set] as const] : [];
            })
        );
    }

    ofObject(actor: Actor, object: ObjectSchema): ObjectPermission {
        if (actor.userId === SYSTEM_ACTOR.userId) return ALL;
        if (object.name.endsWith('__mdt')) return READ_ALL;
        const { profile, objects, userPermissions } = this.#rightsOf(actor);
        if (userPermissions.has('ModifyAllData')) return ALL;
        const granted = objects.get(object.name) ?? NO_RIGHTS;
        if (object.isCustom) return granted;
        return standardRights(object.name, { granted, profile, userPermissions });
    }

    /** Whether the field may be read, or changed. Fields that a save cannot do without go with their object. */
    ofField(actor: Actor, object: ObjectSchema, field: FieldSchema, right: 'readable' | 'editable'): boolean {
        const isGrantedSeparately = field.isCustom && !field.isRequired && !object.name.endsWith('__mdt');
        if (!isGrantedSeparately || actor.userId === SYSTEM_ACTOR.userId) return true;
        const granted = this.#rightsOf(actor)[right];
        const isActivity = object.name === 'Event' || object.name === 'Task';
        return granted.has(`${object.name}.${field.name}`) || (isActivity && granted.has(`Activity.${field.name}`));
    }

    /** Whether profile or permission sets give a user permission, such as `ModifyMetadata`. */
    has(actor: Actor, userPermission: string): boolean {
        return actor.userId === SYSTEM_ACTOR.userId || this.#rightsOf(actor).userPermissions.has(userPermission);
    }

    #rightsOf(actor: Actor): GrantedRights {
        const { schema } = this.#store;
        const Assignment = schema.object('PermissionSetAssignment');
        const assignments = Assignment ? this.#store.children(Assignment, 'AssigneeId', actor.userId) : [];
        const ids = assignments.map((row) => String(row['PermissionSetId'])).sort();
        const User = schema.object('User');
        const profile = String((User && this.#store.find(User, actor.userId))?.['ProfileId'] ?? '');
        const key = [profile, ...ids].join();
        const known = this.#granted.get(key);
        if (known) return known;
        const sets = ids.flatMap((id) => this.#setsById.get(id) ?? []);
        const rights = addUp(PROFILES_BY_ID.get(profile), sets);
        this.#granted.set(key, rights);
        return rights;
    }
}

function addUp(profile: Profile | undefined, sets: PermissionSet[]): GrantedRights {
    const rights: GrantedRights = {
        profile,
        ...{ objects: new Map(), readable: new Set(), editable: new Set() },
        userPermissions: new Set(profile?.userPermissions)
    };
    for (const set of sets) {
        for (const [name, permission] of set.objects) {
            rights.objects.set(name, either(rights.objects.get(name) ?? NO_RIGHTS, permission));
        }
        for (const [path, { readable, editable }] of set.fields) {
            if (readable) rights.readable.add(path);
            if (editable) rights.editable.add(path);
        }
        for (const name of set.userPermissions) rights.userPermissions.add(name);
    }
    return rights;
}
