// Starts everything on this machine: the local Salesforce, the booking service and its database. Ctrl-C stops all.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { isLoopback } from '../booking-service/src/operations/loopback.ts';
import { lockDataFolder } from '../booking-service/src/database/dataFolderLock.ts';
import { ChildService } from './local/childService.ts';
import { API_VERSION, CLIENT_ID, INTEGRATION_USERNAME, keyFiles, readLocalSettings } from './local/localSettings.ts';

const projectDir = path.join(import.meta.dirname, '..');
const settings = readLocalSettings(process.env, projectDir);
const running: ChildService[] = [];
const stopped = waitForSignal();

let unlock: (() => void) | undefined;
try {
    mkdirSync(settings.dataDir, { recursive: true });
    unlock = lockDataFolder(settings.dataDir);
    console.log('Starting Admit One …');
    await Promise.race([startAll(), stopped]);
    await Promise.race([stopped, ...running.map(failWhenItEnds)]);
    console.log('\nStopping …');
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
} finally {
    await Promise.all(running.toReversed().map((child) => child.stop()));
    unlock?.();
}

async function startAll(): Promise<void> {
    const keys = keyFiles(settings.dataDir);
    const org = await run('dev-org', 'dev-org/src/main.ts', {
        DEV_ORG_PORT: String(settings.orgPort),
        DEV_ORG_DATA_DIR: path.join(settings.dataDir, 'dev-org'),
        DEV_ORG_PUBLIC_KEY_FILE: keys.publicKeyFile,
        DEV_ORG_CLIENT_ID: CLIENT_ID,
        SERVICE_URL: settings.serviceUrl
    });
    await org.ready();
    const service = await run('booking-service', 'booking-service/src/server.ts', {
        PORT: String(settings.servicePort),
        PUBLIC_URL: settings.serviceUrl,
        DATA_DIR: path.join(settings.dataDir, 'booking-service'),
        SF_LOGIN_URL: settings.orgUrl,
        SF_CLIENT_ID: CLIENT_ID,
        SF_USERNAME: INTEGRATION_USERNAME,
        SF_PRIVATE_KEY_FILE: keys.privateKeyFile,
        SF_API_VERSION: API_VERSION
    });
    await service.ready();
    console.log(welcome());
}

async function run(name: string, script: string, env: Record<string, string>): Promise<ChildService> {
    const child = await ChildService.start({
        name,
        script: path.join(projectDir, script),
        env,
        logFile: path.join(settings.dataDir, 'logs', `${name}.log`)
    });
    running.push(child);
    return child;
}

/** One part alone is of no use: when it ends, all end. */
async function failWhenItEnds(child: ChildService): Promise<never> {
    await child.end();
    throw new Error(child.failure());
}

function waitForSignal(): Promise<void> {
    return new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    });
}

function welcome(): string {
    return `
Admit One is running.

  Salesforce (local)   ${settings.orgUrl}
                       You are Julio Reyes, Account Executive at Nexora Systems; switch users at the top right.
  Booking pages        ${settings.serviceUrl}/l/julio-intro
${mailLine()}
  A fresh single-use link:  npm run -s link -- julio-intro
  Data and logs:            ${path.relative(process.cwd(), settings.dataDir) || settings.dataDir}
  Stop:                     Ctrl-C
`;
}

/** With a mail server, and on other addresses than this machine's, there is no mailbox to look at. */
function mailLine(): string {
    const isLocal = isLoopback(new URL(settings.serviceUrl));
    return process.env['SMTP_URL'] || !isLocal ? '' : `  Mails                ${settings.serviceUrl}/mailbox\n`;
}
