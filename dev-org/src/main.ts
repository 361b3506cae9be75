import { join } from 'node:path';
import { seedNexora } from '../seed/nexora.ts';
import { startDevOrg } from './devOrg.ts';
import { readEnvironment } from './environment.ts';
import { EXTENSION_APP } from './oauth/extensionApp.ts';

/** Runs the dev org as a process of its own: tells its parent when it serves, ends with it. */
async function main(): Promise<void> {
    const { port, dataDir, connectedApp, serviceUrl, embedOrigins } = readEnvironment(process.env);
    const org = await startDevOrg({
        projectDir: join(import.meta.dirname, '..', '..'),
        port,
        connectedApp,
        connectedApps: [EXTENSION_APP],
        seed: seedNexora,
        settings: {
            ServiceUrl__c: serviceUrl.replace(/\/$/, ''),
            ...(embedOrigins !== undefined && { EmbedOrigins__c: embedOrigins })
        },
        trustedSites: { AdmitOneService: new URL(serviceUrl).origin },
        shell: true,
        ...(dataDir !== undefined && { dataDir })
    });
    let isClosing = false;
    const close = (): void => {
        if (isClosing) return;
        isClosing = true;
        void org.close().then(() => process.exit(0));
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, close);
    // The parent is gone, however it went: nobody would ever stop us.
    process.on('disconnect', close);
    process.send?.({ ready: org.url });
    console.log(`The dev org serves at ${org.url}`);
    // Whoever opens a page is told the same; here it is for the log.
    await org.warmUp().catch((error: unknown) => console.error(error));
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    if (process.connected) process.disconnect();
});
