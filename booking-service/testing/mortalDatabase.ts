import { mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { connectDatabase } from '../src/database/database.ts';
import type { DatabaseConnection } from '../src/database/database.ts';
import { startEmbeddedPostgres } from '../src/database/embeddedPostgres.ts';
import type { EmbeddedPostgres } from '../src/database/embeddedPostgres.ts';
import { migrate } from '../src/database/migrate.ts';

const RESTART_MS = 30_000;

/** A migrated, durable PostgreSQL of its own that can be killed; its address stays the same. */
export interface MortalDatabase {
    url: string;
    connection: DatabaseConnection;
    /** SIGKILL of the server, as when the machine loses power. */
    kill: () => void;
    /** Starts it again on the same data. */
    restart: () => Promise<void>;
    close(): Promise<void>;
}

export async function startMortalDatabase(settings: Record<string, string> = {}): Promise<MortalDatabase> {
    const folder = mkdtempSync(path.join(tmpdir(), 'admit-one-mortal-'));
    const address = path.join(folder, 'socket');
    const start = async (): Promise<EmbeddedPostgres> => {
        const started = await startEmbeddedPostgres({ dataDir: path.join(folder, 'data'), settings });
        pointTo(address, started.url);
        return started;
    };
    let server = await start();
    const url = `postgres://app@localhost/postgres?host=${encodeURIComponent(address)}`;
    const connection = connectDatabase(url);
    await migrate(connection.pool);
    return {
        url,
        connection,
        kill: () => process.kill(server.pid, 'SIGKILL'),
        async restart() {
            await server.stop();
            server = await untilStarted(start);
        },
        async close() {
            await connection.close();
            await server.stop();
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

/** A server has another socket folder after each start; a link that always leads to it keeps the address. */
function pointTo(address: string, url: string): void {
    const socketDir = new URL(url).searchParams.get('host');
    if (socketDir === null) throw new Error('the embedded PostgreSQL is not on a unix socket');
    rmSync(`${address}.next`, { force: true });
    symlinkSync(socketDir, `${address}.next`);
    renameSync(`${address}.next`, address);
}

/** What served connections of the dead server holds its memory until it notices. */
async function untilStarted(start: () => Promise<EmbeddedPostgres>): Promise<EmbeddedPostgres> {
    const deadline = Date.now() + RESTART_MS;
    for (;;) {
        try {
            return await start();
        } catch (error) {
            if (Date.now() > deadline) throw error;
            await setTimeout(100);
        }
    }
}
