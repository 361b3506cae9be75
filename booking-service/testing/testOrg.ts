import { generateKeyPairSync } from 'node:crypto';
import { seedNexora } from '../../dev-org/seed/nexora.ts';
import { startDevOrg } from '../../dev-org/src/devOrg.ts';
import type { DevOrg, DevOrgOptions } from '../../dev-org/src/devOrg.ts';
import { createSalesforceConnection } from '../src/salesforce/connection.ts';
import type { SalesforceClient } from '../src/salesforce/salesforceClient.ts';

const CLIENT_ID = 'admit-one-test';
const API_VERSION = '66.0';

/** Keys are made at run time; none is ever stored in the repository. */
const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
});

export interface TestOrgOptions extends Pick<DevOrgOptions, 'apiLimit' | 'settings' | 'wording'> {
    /** A fixed one, to start an org again where it was. */
    port?: number;
    dataDir?: string;
}

/** An org whose users read German: who looks at the text of an error instead of its code finds nothing to go by. */
export const IN_GERMAN = (): string => 'Der Vorgang konnte nicht ausgeführt werden.';

/** A local Salesforce with the sample company in it. */
export function startTestOrg({ port = 0, ...options }: TestOrgOptions = {}): Promise<DevOrg> {
    return startDevOrg({
        projectDir: process.cwd(),
        port,
        ...options,
        seed: seedNexora,
        connectedApp: { clientId: CLIENT_ID, publicKeyPem: keys.publicKey }
    });
}

/** Signs in to it as one of the sample company's users. */
export function connectToOrg(loginUrl: string, username: string, timeoutMs = 15_000): SalesforceClient {
    return createSalesforceConnection({
        loginUrl,
        clientId: CLIENT_ID,
        username,
        privateKeyPem: keys.privateKey,
        apiVersion: API_VERSION,
        timeoutMs
    });
}
