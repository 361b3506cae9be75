// Run as a process: serves "hello world" or the whole booking service on loopback until its parent is gone.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import express from 'express';
import pino from 'pino';
import { compose } from '../../booking-service/src/compose.ts';
import { connectDatabase } from '../../booking-service/src/database/database.ts';
import { startEmbeddedPostgres } from '../../booking-service/src/database/embeddedPostgres.ts';
import { migrate } from '../../booking-service/src/database/migrate.ts';
import { HOSTS, mintLinks, seedDefinitions } from './benchData.ts';
import { fillDatabase } from './fillDatabase.ts';
import { confirmationCeiling } from './confirmationCeiling.ts';
import type { ServerCommand } from './serverProcess.ts';
import { stubSalesforce } from './stubSalesforce.ts';

const [kind] = process.argv.slice(2);
if (kind === 'hello') await serveHello();
else await serveBookings();

async function serveHello(): Promise<void> {
    const app = express();
    app.get('/', (_req, res) => {
        res.send('Hello World!');
    });
    const server = await listen(app);
    process.once('disconnect', () => server.close());
    process.send?.({ url: urlOf(server) });
}

async function serveBookings(): Promise<void> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'admit-one-bench-'));
    // As in production: whatever is acknowledged is on the disk.
    const postgres = await startEmbeddedPostgres({ dataDir });
    const connection = connectDatabase(postgres.url, { maxConnections: 16 });
    await migrate(connection.pool);
    await seedDefinitions(connection);
    const service = compose({
        connection,
        salesforce: stubSalesforce(),
        publicUrl: new URL('http://127.0.0.1:4000'),
        trustedProxies: [],
        hasRateLimits: false,
        logger: pino({ level: 'warn' })
    });
    const server = await listen(service.app);
    process.on('message', (command: ServerCommand) => {
        void answer(command).then((found) => process.send?.({ answer: found }));
    });
    process.once('disconnect', () => void stop());
    process.send?.({ url: urlOf(server) });

    async function answer(command: ServerCommand): Promise<unknown> {
        if (command.kind === 'ceiling') {
            return confirmationCeiling(connection.pool, command.connections, command.seconds);
        }
        if (command.kind === 'fill') return fillDatabase(connection.pool, command);
        if (command.kind === 'heap') return heapMegabytes();
        const minted = [];
        for (let host = 0; host < HOSTS; host++) minted.push(await mintLinks(connection.db, host, command.each));
        return minted;
    }

    async function stop(): Promise<void> {
        server.close();
        server.closeAllConnections();
        await service.stopWork();
        await connection.close();
        await postgres.stop();
        rmSync(dataDir, { recursive: true, force: true });
    }
}

function heapMegabytes(): number {
    globalThis.gc?.();
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    return (heapUsed + external + arrayBuffers) / 2 ** 20;
}

async function listen(app: RequestListener): Promise<Server> {
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
}

function urlOf(server: Server): string {
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
