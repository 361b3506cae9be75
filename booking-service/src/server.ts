import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { BlocklistFile } from './admission/blocklistFile.ts';
import { readCalDavSettings } from './availability/calDavSettings.ts';
import { compose } from './compose.ts';
import type { MailSettings } from './compose.ts';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { connectDatabase } from './database/database.ts';
import type { DatabaseConnection } from './database/database.ts';
import { startEmbeddedPostgres } from './database/embeddedPostgres.ts';
import { migrate } from './database/migrate.ts';
import { LocalMailbox } from './mails/localMailbox.ts';
import { smtpTransport } from './mails/smtpTransport.ts';
import { readLogo } from './pages/logo.ts';
import { prepareGracefulClose } from './operations/gracefulClose.ts';
import { createLogger } from './operations/logger.ts';
import { isLoopback } from './operations/loopback.ts';
import { createMetrics } from './operations/metrics.ts';
import { createSalesforceConnection } from './salesforce/connection.ts';

/** What is under way when the service is told to stop, requests and writing, gets this long. */
const DRAIN_MS = 10_000;
/** Then the process ends, whatever still hangs; before the usual 30 seconds after which it would be killed. */
const STOP_MS = 15_000;

const stopped = waitForStop();
try {
    await run();
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
} finally {
    if (process.connected) process.disconnect();
}

async function run(): Promise<void> {
    const config = readConfig(process.env);
    const logger = createLogger(config.logLevel);
    const databaseLost = Promise.withResolvers<never>();
    // Also when it is lost before anybody waits for that.
    databaseLost.promise.catch(() => undefined);
    const reportLoss = (reason: string): void => databaseLost.reject(new Error(reason));
    const embedded =
        config.databaseUrl === undefined
            ? await startEmbeddedPostgres({ dataDir: path.resolve(config.dataDir), onUnexpectedExit: reportLoss })
            : undefined;
    const connection = connectDatabase(config.databaseUrl ?? embedded?.url ?? '', {
        onConnectionLost: (error) => logger.warn({ err: error }, 'a database connection was lost')
    });
    try {
        await migrate(connection.pool);
        const metrics = createMetrics();
        const salesforce = createSalesforceConnection({
            ...config.salesforce,
            privateKeyPem: readFileSync(config.salesforce.privateKeyFile, 'utf8'),
            onCall: (call) => metrics.countSalesforceCall(call)
        });
        const { publicUrl, trustedProxies, hasRateLimits, proofOfWorkBits, metricsToken, blocklistFile } = config;
        const calDav =
            config.calDavCalendarsFile === undefined ? undefined : readCalDavSettings(config.calDavCalendarsFile);
        const mails = mailSettings(config, connection, logger);
        const service = compose({
            mails,
            connection,
            salesforce,
            publicUrl,
            trustedProxies,
            hasRateLimits,
            logger,
            metrics,
            calDav,
            blocklist: blocklistFile === undefined ? undefined : new BlocklistFile({ file: blocklistFile, logger }),
            proofOfWorkBits,
            metricsToken,
            logo: config.logoFile === undefined ? undefined : readLogo(config.logoFile)
        });
        const close = await listen(service.app, config.port, publicUrl);
        service.startWork();
        logger.info({ port: config.port }, 'the booking service is ready');
        process.send?.({ ready: publicUrl.href });
        try {
            await Promise.race([stopped, databaseLost.promise]);
        } finally {
            logger.info('stopping');
            setTimeout(() => process.exit(), STOP_MS).unref();
            await Promise.all([close(), service.stopWork(DRAIN_MS)]);
            // Once more, for the openings that the last requests brought.
            await service.openings.stop();
        }
    } finally {
        await connection.close();
        await embedded?.stop();
        logger.info('stopped');
    }
}

/** Without a mail server, mails stay on a machine that nobody else can look at; elsewhere they wait in the queue. */
function mailSettings(
    { mails, publicUrl, salesforce }: Config,
    { db }: DatabaseConnection,
    logger: Logger
): MailSettings | undefined {
    const { smtpUrl, from, reminderMinutes } = mails;
    const settings = { from, reminderMinutes, salesforceUrl: salesforce.loginUrl };
    if (smtpUrl) return { ...settings, transport: smtpTransport(smtpUrl) };
    if (isLoopback(publicUrl)) return { ...settings, transport: new LocalMailbox(db) };
    logger.warn('SMTP_URL is not set: mails are queued and not sent');
    return undefined;
}

/** SIGTERM, SIGINT, or the process that started this one is gone. */
function waitForStop(): Promise<void> {
    return new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
        process.once('disconnect', () => resolve());
    });
}

/** Serves; returns how to stop. A service that calls itself a loopback address is for this machine alone. */
function listen(app: Express, port: number, publicUrl: URL): Promise<() => Promise<void>> {
    const isLocal = isLoopback(publicUrl);
    const server = createServer(app);
    const close = prepareGracefulClose(server, DRAIN_MS);
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, isLocal ? '127.0.0.1' : undefined, () => resolve(close));
    });
}
