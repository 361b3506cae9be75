import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { Connection } from 'jsforce';
import { startDevOrg } from '../devOrg.ts';
import type { DevOrg, DevOrgOptions } from '../devOrg.ts';
import { profileId } from '../metadata/standard/profiles.ts';
import type { ObjectSchema, Schema } from '../schema/schema.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';
import { withProject } from './fixtureProject.ts';

export const CLIENT_ID = 'test-client';
export const KEYS = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
});
export const INTEGRATION = 'integration@nexora.example';
export const REP = 'julio@nexora.example';

/** An org over the fixture project, with two users. */
export function startTestOrg(options: Partial<DevOrgOptions> = {}, files?: Record<string, string>): Promise<DevOrg> {
    const connectedApp = { clientId: CLIENT_ID, publicKeyPem: KEYS.publicKey };
    return withProject((projectDir) => startDevOrg({ projectDir, seed: seedUsers, connectedApp, ...options }), files);
}

/** Two users who may do everything. */
export function seedUsers(store: RecordStore): void {
    for (const [Username, FirstName, LastName] of [
        [INTEGRATION, 'Admit One', 'Integration'],
        [REP, 'Julio', 'Reyes']
    ]) {
        addUser(store, { Username, FirstName, LastName, ProfileId: profileId('System Administrator') }, 'Everything');
    }
}

/** Adds a user with a permission set and returns the id. */
export function addUser(store: RecordStore, user: Record<string, unknown>, permissionSet: string): string {
    const { Id } = store.insert(getObject(store.schema, 'User'), { Email: user['Username'], ...user }, SYSTEM_ACTOR);
    const [set] = store.findByField(getObject(store.schema, 'PermissionSet'), 'Name', permissionSet);
    const assignment = { AssigneeId: Id, PermissionSetId: set?.Id };
    store.insert(getObject(store.schema, 'PermissionSetAssignment'), assignment, SYSTEM_ACTOR);
    return Id;
}

export function getObject(schema: Schema, name: string): ObjectSchema {
    const object = schema.object(name);
    if (!object) throw new Error(`No object ${name}`);
    return object;
}

/** A signed assertion, good for a minute unless told otherwise. */
export function signAssertion(
    claims: { iss?: string; sub?: string; aud?: string; expiresAt?: number } = {},
    privateKeyPem: string = KEYS.privateKey
): Promise<string> {
    const { iss = CLIENT_ID, sub = INTEGRATION, aud = 'https://login.salesforce.com' } = claims;
    return new SignJWT({ iss, sub, aud, exp: Math.floor((claims.expiresAt ?? Date.now() + 60_000) / 1000) })
        .setProtectedHeader({ alg: 'RS256' })
        .sign(createPrivateKey(privateKeyPem));
}

/** A jsforce connection signed in through the JWT bearer flow. */
export async function connect(org: DevOrg, username = INTEGRATION): Promise<Connection> {
    const connection = new Connection({
        loginUrl: org.url,
        version: '66.0',
        oauth2: { loginUrl: org.url, clientId: CLIENT_ID }
    });
    await connection.authorize({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: await signAssertion({ sub: username })
    });
    return connection;
}
