import type { ObjectPermission, PermissionSet } from '../metadata/project.ts';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { Actor, RecordStore } from '../store/recordStore.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';

interface GrantedRights {
    objects: Map<string, ObjectPermission>;
    /** `Object.Field`, by what may be done. */
    readable: Set<string>;
    editable: Set<string>;
}

const ALL: ObjectPermission = {
    allowCreate: true,
    allowRead: true,
    allowEdit: true,
    allowDelete: true,
    viewAllRecords: true,
    modifyAllRecords: true
};
const NONE: ObjectPermission = {
    allowCreate: false,
    allowRead: false,
    allowEdit: false,
    allowDelete: false,
    viewAllRecords: false,
    modifyAllRecords: false
};
const READ_ALL: ObjectPermission = { ...NONE, allowRead: true, viewAllRecords: true };

/** What the permission sets assigned to each user add up to. Standard objects are open to everybody. */
export class Permissions {
    readonly #store: RecordStore;
    readonly #setsById: Map<string, PermissionSet>;
    /** By the assigned sets; users with the same sets share an entry. */
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
        if (!object.isCustom || actor.userId === SYSTEM_ACTOR.userId) return ALL;
        if (object.name.endsWith('__mdt')) return READ_ALL;
        return this.#rightsOf(actor).objects.get(object.name) ?? NONE;
    }

    /** Whether the field may be read, or changed. Fields that a save cannot do without go with their object. */
    ofField(actor: Actor, object: ObjectSchema, field: FieldSchema, right: 'readable' | 'editable'): boolean {
        const isGrantedSeparately = field.isCustom && !field.isRequired && !object.name.endsWith('__mdt');
        if (!isGrantedSeparately || actor.userId === SYSTEM_ACTOR.userId) return true;
        const granted = this.#rightsOf(actor)[right];
        const isActivity = object.name === 'Event' || object.name === 'Task';
        return granted.has(`${object.name}.${field.name}`) || (isActivity && granted.has(`Activity.${field.name}`));
    }

    #rightsOf(actor: Actor): GrantedRights {
        const Assignment = this.#store.schema.object('PermissionSetAssignment');
        const assignments = Assignment ? this.#store.children(Assignment, 'AssigneeId', actor.userId) : [];
        const ids = assignments.map((row) => String(row['PermissionSetId'])).sort();
        const key = ids.join();
        const known = this.#granted.get(key);
        if (known) return known;
        const rights = addUp(ids.flatMap((id) => this.#setsById.get(id) ?? []));
        this.#granted.set(key, rights);
        return rights;
    }
}

function addUp(sets: PermissionSet[]): GrantedRights {
    const rights: GrantedRights = { objects: new Map(), readable: new Set(), editable: new Set() };
    for (const set of sets) {
        for (const [name, permission] of set.objects) {
            rights.objects.set(name, either(rights.objects.get(name) ?? NONE, permission));
        }
        for (const [path, { readable, editable }] of set.fields) {
            if (readable) rights.readable.add(path);
            if (editable) rights.editable.add(path);
        }
    }
    return rights;
}

function either(a: ObjectPermission, b: ObjectPermission): ObjectPermission {
    return {
        allowCreate: a.allowCreate || b.allowCreate,
        allowRead: a.allowRead || b.allowRead,
        allowEdit: a.allowEdit || b.allowEdit,
        allowDelete: a.allowDelete || b.allowDelete,
        viewAllRecords: a.viewAllRecords || b.viewAllRecords,
        modifyAllRecords: a.modifyAllRecords || b.modifyAllRecords
    };
}
