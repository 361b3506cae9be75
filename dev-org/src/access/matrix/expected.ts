import type { ObjectPermission, PermissionSet, Project } from '../../metadata/project.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../../schema/schema.ts';
import type { FieldRight, ObjectRights, Principal } from './measure.ts';

/** What the files in force-app promise a kind of user, worked out without the code that enforces it. */
export class Expected {
    readonly #schema: Schema;
    readonly #sets: PermissionSet[];

    constructor({ schema, permissionSets }: Project, principal: Principal) {
        this.#schema = schema;
        this.#sets = permissionSets.filter(({ name }) => principal.permissionSets.includes(name));
    }

    rights(object: ObjectSchema): ObjectRights {
        const read = this.#may(object, 'allowRead');
        const isPublicToRead = object.sharingModel === 'Read' || object.sharingModel === 'ReadWrite';
        const seesOthers = read && (isPublicToRead || this.#may(object, 'viewAllRecords') || this.#seesMaster(object));
        const changesMaster = this.#master(object) && this.rights(this.#master(object) as ObjectSchema).changesOthers;
        return {
            create: this.#may(object, 'allowCreate'),
            read,
            edit: this.#may(object, 'allowEdit'),
            delete: this.#may(object, 'allowDelete'),
            seesOthers,
            changesOthers:
                this.#may(object, 'allowEdit') &&
                (object.sharingModel === 'ReadWrite' || this.#may(object, 'modifyAllRecords') || changesMaster === true)
        };
    }

    field(object: ObjectSchema, field: FieldSchema): FieldRight {
        const { create, read, edit } = this.rights(object);
        if (!read) return 'none';
        // A record cannot be saved without these, so no permission set can hide them.
        const isAlwaysOpen = field.isRequired || field.reference?.isMasterDetail === true;
        const granted = this.#sets.flatMap((set) => set.fields.get(`${object.name}.${field.name}`) ?? []);
        if (!isAlwaysOpen && !granted.some(({ readable }) => readable)) return 'none';
        const isWritable = edit ? field.isUpdateable : create && field.isCreateable;
        const isGranted = isAlwaysOpen || granted.some(({ editable }) => editable);
        return isWritable && isGranted ? 'edit' : 'read';
    }

    /** The profile gives nothing, so everything comes from the sets; of Events as permissions of the user. */
    #may(object: ObjectSchema, right: keyof ObjectPermission): boolean {
        if (object.name !== 'Event') return this.#sets.some((set) => set.objects.get(object.name)?.[right] === true);
        const needed = right === 'allowRead' ? ['ActivitiesAccess'] : ['ActivitiesAccess', 'EditEvent'];
        return needed.every((name) => this.#sets.some(({ userPermissions }) => userPermissions.includes(name)));
    }

    #master(object: ObjectSchema): ObjectSchema | undefined {
        const field = [...object.fields.values()].find(({ reference }) => reference?.isMasterDetail);
        return field && this.#schema.object(field.reference?.targets[0] ?? '');
    }

    #seesMaster(object: ObjectSchema): boolean {
        const master = this.#master(object);
        return master !== undefined && this.rights(master).seesOthers;
    }
}
