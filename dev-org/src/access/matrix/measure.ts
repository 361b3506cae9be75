import type { DevOrg } from '../../devOrg.ts';
import { profileId } from '../../metadata/standard/profiles.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/schema.ts';
import type { Row } from '../../store/recordStore.ts';
import { SYSTEM_ACTOR } from '../../store/systemActor.ts';
import { Samples } from './samples.ts';

/** What somebody may do with the records of an object. */
export interface ObjectRights {
    create: boolean;
    read: boolean;
    edit: boolean;
    delete: boolean;
    /** Sees records of somebody unrelated. */
    seesOthers: boolean;
    /** Changes records of somebody unrelated. */
    changesOthers: boolean;
}

export type FieldRight = 'none' | 'read' | 'edit';

export interface MeasuredObject {
    object: ObjectSchema;
    rights: ObjectRights;
    /** Custom fields by name. */
    fields: Map<string, FieldRight>;
}

/** One kind of user. */
export interface Principal {
    name: string;
    /** Permission sets by name. */
    permissionSets: string[];
    /** The minimum access that all of them begin with. */
    profile: string;
}

const MINIMUM = 'Minimum Access - Salesforce';

/** The four kinds of user of the matrix. */
export const PRINCIPALS: Principal[] = [
    { name: 'Rep', permissionSets: ['AdmitOneRep'], profile: MINIMUM },
    { name: 'Admin', permissionSets: ['AdmitOneAdmin'], profile: MINIMUM },
    {
        ...{ name: 'Integration', permissionSets: ['AdmitOneIntegration'] },
        profile: 'Minimum Access - API Only Integrations'
    },
    { name: 'Nobody in particular', permissionSets: [], profile: MINIMUM }
];

/** Refusals that are about the field; all others mean that the field itself was let through. */
const FIELD_REFUSALS = new Set(['INVALID_FIELD', 'INVALID_FIELD_FOR_INSERT_UPDATE']);

/** Tries every operation on every object and field as this kind of user, through the REST API of a running org. */
export async function measure(org: DevOrg, principal: Principal): Promise<MeasuredObject[]> {
    const user = addUser(org, principal);
    const stranger = addUser(org, { name: 'Stranger', permissionSets: [], profile: MINIMUM });
    const api = new Api(org, user);
    const samples = new Samples(org.store);
    const measured: MeasuredObject[] = [];
    for (const object of samples.objects()) {
        const own = samples.insert(object.name, user);
        const rights = await measureRights(api, object, {
            ...{ own, doomed: samples.insert(object.name, user), foreign: samples.insert(object.name, stranger) },
            input: samples.input(object.name, user)
        });
        const fields = new Map<string, FieldRight>();
        for (const field of object.fields.values()) {
            if (!field.isCustom) continue;
            const input = () => samples.input(object.name, user);
            fields.set(field.name, await measureField(api, object, { field, own, input, rights }));
        }
        measured.push({ object, rights, fields });
    }
    return measured;
}

async function measureRights(
    api: Api,
    { name }: ObjectSchema,
    { own, doomed, foreign, input }: Record<'own' | 'doomed' | 'foreign', Row> & { input: unknown }
): Promise<ObjectRights> {
    return {
        create: await api.allows('POST', `sobjects/${name}`, input),
        read: await api.allows('GET', `query?q=SELECT+Id+FROM+${name}+LIMIT+1`),
        edit: await api.allows('PATCH', `sobjects/${name}/${own.Id}`, {}),
        delete: await api.allows('DELETE', `sobjects/${name}/${doomed.Id}`),
        seesOthers: await api.allows('GET', `sobjects/${name}/${foreign.Id}`),
        changesOthers: await api.allows('PATCH', `sobjects/${name}/${foreign.Id}`, {})
    };
}

async function measureField(
    api: Api,
    { name }: ObjectSchema,
    { field, own, input, rights }: { field: FieldSchema; own: Row; input: () => object; rights: ObjectRights }
): Promise<FieldRight> {
    if (!(await api.allows('GET', `sobjects/${name}/${own.Id}?fields=${field.name}`))) return 'none';
    const value = own[field.name] ?? null;
    const refusal = rights.edit
        ? await api.refusal('PATCH', `sobjects/${name}/${own.Id}`, { [field.name]: value })
        : rights.create
          ? await api.refusal('POST', `sobjects/${name}`, { [field.name]: value, ...input() })
          : 'INVALID_FIELD';
    return refusal !== undefined && FIELD_REFUSALS.has(refusal) ? 'read' : 'edit';
}

function addUser(org: DevOrg, { name, permissionSets, profile }: Principal): string {
    const object = (objectName: string): ObjectSchema => {
        const found = org.schema.object(objectName);
        if (!found) throw new Error(`No object ${objectName}`);
        return found;
    };
    const username = `${crypto.randomUUID()}@matrix.example`;
    const user = { Username: username, Email: username, LastName: name, ProfileId: profileId(profile) };
    const { Id } = org.store.insert(object('User'), user, SYSTEM_ACTOR);
    for (const setName of permissionSets) {
        const [set] = org.store.findByField(object('PermissionSet'), 'Name', setName);
        if (!set) throw new Error(`No permission set ${setName}`);
        const assignment = { AssigneeId: Id, PermissionSetId: set.Id };
        org.store.insert(object('PermissionSetAssignment'), assignment, SYSTEM_ACTOR);
    }
    return Id;
}

/** The REST API as one user. */
class Api {
    readonly #base: string;
    readonly #headers: Record<string, string>;

    constructor(org: DevOrg, userId: string) {
        this.#base = `${org.url}/services/data/v${org.project.apiVersion}`;
        this.#headers = {
            authorization: `Bearer ${org.sessions.start(userId)}`,
            'content-type': 'application/json'
        };
    }

    async allows(method: string, path: string, body?: unknown): Promise<boolean> {
        return (await this.refusal(method, path, body)) === undefined;
    }

    /** The error code of the refusal; undefined when it was done. */
    async refusal(method: string, path: string, body?: unknown): Promise<string | undefined> {
        const response = await fetch(`${this.#base}/${path}`, {
            ...{ method, headers: this.#headers },
            ...(body !== undefined && { body: JSON.stringify(body) })
        });
        const text = await response.text();
        if (response.ok) return undefined;
        const [error] = JSON.parse(text) as { errorCode: string }[];
        if (response.status >= 500) throw new Error(`${method} ${path} failed: ${text}`);
        return error?.errorCode ?? 'UNKNOWN_EXCEPTION';
    }
}
