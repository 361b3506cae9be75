import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { seedNexora } from '../../../dev-org/seed/nexora.ts';
import { startDevOrg } from '../../../dev-org/src/devOrg.ts';
import type { DevOrg } from '../../../dev-org/src/devOrg.ts';
import { DEV_ORG_CLIENT_ID, UNPACKED_ID } from '../../../chrome-extension/src/identity.ts';
import { buildExtension } from '../../../scripts/extension/buildExtension.ts';
import { ChildService } from '../../../scripts/local/childService.ts';
import { API_VERSION, CLIENT_ID, INTEGRATION_USERNAME, keyFiles } from '../../../scripts/local/localSettings.ts';
import { newPlace, PROJECT_DIR } from '../../support/local.ts';
import type { LocalAdmitOne } from '../../support/local.ts';

/** An org that knows the extension, the booking service beside it, and the built extension. */
export interface World {
    local: LocalAdmitOne;
    org: DevOrg;
    /** The folder to load. */
    extensionDir: string;
    stop(): Promise<void>;
}

/** Starts everything on ports of its own. The extension is built with the local hosts granted: nobody can agree here. */
export async function startWorld(): Promise<World> {
    const local = await newPlace();
    const extensionDir = path.join(local.dataDir, 'chrome-extension');
    await buildExtension({ outDir: extensionDir, grantedHosts: ['http://127.0.0.1/*'] });
    const org = await startOrg(local);
    const service = await startService(local);
    return {
        ...{ local, org, extensionDir },
        stop: async () => {
            await service.stop();
            await org.close();
            rmSync(path.dirname(local.dataDir), { recursive: true, force: true });
        }
    };
}

function startOrg({ orgPort, serviceUrl, dataDir }: LocalAdmitOne): Promise<DevOrg> {
    return startDevOrg({
        projectDir: PROJECT_DIR,
        port: orgPort,
        connectedApp: { clientId: CLIENT_ID, publicKeyPem: readFileSync(keyFiles(dataDir).publicKeyFile, 'utf8') },
        connectedApps: [
            {
                clientId: DEV_ORG_CLIENT_ID,
                label: 'Admit One for Chrome',
                redirectUris: [`https://${UNPACKED_ID}.chromiumapp.org/`],
                rotatesRefreshTokens: true
            }
        ],
        seed: seedNexora,
        settings: { ServiceUrl__c: serviceUrl },
        shell: true
    });
}

async function startService({ orgUrl, serviceUrl, servicePort, dataDir }: LocalAdmitOne): Promise<ChildService> {
    const service = await ChildService.start({
        name: 'booking-service',
        script: path.join(PROJECT_DIR, 'booking-service/src/server.ts'),
        env: {
            PORT: String(servicePort),
            PUBLIC_URL: serviceUrl,
            DATA_DIR: path.join(dataDir, 'booking-service'),
            SF_LOGIN_URL: orgUrl,
            SF_CLIENT_ID: CLIENT_ID,
            SF_USERNAME: INTEGRATION_USERNAME,
            SF_PRIVATE_KEY_FILE: keyFiles(dataDir).privateKeyFile,
            SF_API_VERSION: API_VERSION,
            RATE_LIMITS: 'off'
        },
        logFile: path.join(dataDir, 'logs', 'booking-service.log')
    });
    await service.ready();
    return service;
}
