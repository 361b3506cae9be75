import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The External Client App of the local org, by its consumer key. */
export const CLIENT_ID = 'admit-one-local';
/** The user the service signs in as. */
export const INTEGRATION_USERNAME = 'integration@nexora.example';
/** Whose links scripts copy. */
export const REP_USERNAME = 'julio.reyes@nexora.example';
export const API_VERSION = '66.0';

/** Where everything runs on a laptop and keeps its data. */
export interface LocalSettings {
    dataDir: string;
    orgUrl: string;
    serviceUrl: string;
    orgPort: number;
    servicePort: number;
}

/** @throws Error naming a port that is not one. */
export function readLocalSettings(env: NodeJS.ProcessEnv, projectDir: string): LocalSettings {
    const orgPort = readPort('DEV_ORG_PORT', env['DEV_ORG_PORT'], 3000);
    const servicePort = readPort('PORT', env['PORT'], 4000);
    return {
        dataDir: path.resolve(projectDir, env['DATA_DIR'] ?? '.data'),
        orgPort,
        servicePort,
        orgUrl: `http://127.0.0.1:${orgPort}`,
        serviceUrl: env['PUBLIC_URL'] ?? `http://127.0.0.1:${servicePort}`
    };
}

function readPort(name: string, text: string | undefined, fallback: number): number {
    if (text === undefined || text === '') return fallback;
    const port = Number(text);
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
    throw new Error(`${name} must be a port from 1 to 65535, not "${text}".`);
}

export interface KeyFiles {
    privateKeyFile: string;
    publicKeyFile: string;
}

/** The key pair that lets the service sign in to the local org, made once and readable by its owner only. */
export function keyFiles(dataDir: string): KeyFiles {
    const folder = path.join(dataDir, 'keys');
    const files = { privateKeyFile: path.join(folder, 'private.pem'), publicKeyFile: path.join(folder, 'public.pem') };
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(files.privateKeyFile)) {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        writeFileSync(files.privateKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    }
    const publicKey = createPublicKey(readFileSync(files.privateKeyFile, 'utf8'));
    writeFileSync(files.publicKeyFile, publicKey.export({ type: 'spki', format: 'pem' }));
    return files;
}
