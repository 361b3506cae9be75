import { spawn, type ChildProcess } from 'node:child_process';
import {
    closeSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    openSync,
    readFileSync,
    renameSync,
    rmSync,
    statSync,
    writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { initialiseCluster, isServerReady, stopOrphan } from './cluster.ts';
import { chooseCommandRunner, endWithParent, type CommandRunner } from './commandRunner.ts';
import { lockDataFolder } from './dataFolderLock.ts';
import { findPostgresBinaries } from './postgresBinaries.ts';

/** A PostgreSQL server that belongs to this process. */
export interface EmbeddedPostgres {
    /** Connection string of its database `postgres`, over a unix socket only this user can open. */
    url: string;
    /** The server's own log. */
    logFile: string;
    /** Process id of the server. */
    pid: number;
    /** Stops the server; open transactions are rolled back, committed ones are on disk. */
    stop(): Promise<void>;
}

/** What to start. */
export interface EmbeddedPostgresOptions {
    /** Folder that holds everything; made when missing. */
    dataDir: string;
    /** Server settings beside our own, as in postgresql.conf. */
    settings?: Record<string, string>;
    /** Called when the server ends without `stop()`, with the end of its log. */
    onUnexpectedExit?: (reason: string) => void;
}

const SETTINGS = {
    listen_addresses: '',
    max_connections: '60',
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_lock_waits: 'on'
};
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 10;
const MAX_LOG_BYTES = 10 * 1024 * 1024;

/**
 * Starts the PostgreSQL that npm installed, on data in `dataDir`, making the database on the first start.
 * Recovers from a kill -9 of the server or of its owner.
 * @throws Error saying what to do when the folder is in use or the server does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const dataDir = path.resolve(options.dataDir);
    const { postgres, initdb } = findPostgresBinaries();
    const runner = chooseCommandRunner(postgres);
    const settings: Record<string, string> = { ...SETTINGS, ...options.settings };
    const cluster = path.join(dataDir, 'db');
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const unlock = lockDataFolder(dataDir);
    try {
        runner.giveAccess(dataDir);
        initialiseCluster(cluster, { initdb, runner, isDurable: settings['fsync'] !== 'off' });
        await stopOrphan(cluster);
        const socketDir = makeSocketDir(dataDir, runner);
        const logFile = prepareLog(dataDir);
        const server = spawnServer({ postgres, runner, cluster, settings, socketDir, logFile });
        const pid = await untilReady(server, cluster, logFile);
        const stop = stopper(server, logFile, options.onUnexpectedExit);
        return {
            url: `postgres://app@localhost/postgres?host=${encodeURIComponent(socketDir)}`,
            logFile,
            pid,
            async stop() {
                await stop();
                rmSync(socketDir, { recursive: true, force: true });
                unlock();
            }
        };
    } catch (error) {
        unlock();
        throw error;
    }
}

/** In the system's temporary folder, because the path of a unix socket may have no more than 107 bytes. */
function makeSocketDir(dataDir: string, runner: CommandRunner): string {
    const pointer = path.join(dataDir, 'socket-dir');
    if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8'), { recursive: true, force: true });
    const socketDir = mkdtempSync(path.join(tmpdir(), 'admit-one-pg-'));
    writeFileSync(pointer, socketDir);
    runner.giveAccess(socketDir);
    return socketDir;
}

function prepareLog(dataDir: string): string {
    const logFile = path.join(dataDir, 'postgres.log');
    if (existsSync(logFile) && statSync(logFile).size > MAX_LOG_BYTES) renameSync(logFile, `${logFile}.1`);
    return logFile;
}

interface Launch {
    postgres: string;
    runner: CommandRunner;
    cluster: string;
    settings: Record<string, string>;
    socketDir: string;
    logFile: string;
}

function spawnServer({ postgres, runner, cluster, settings, socketDir, logFile }: Launch): ChildProcess {
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    // Inside the runner's wrapping: a change of user would drop the request to end with the parent.
    const [inner, innerArgs] = endWithParent(postgres, ['-D', cluster, '-k', socketDir, ...flags]);
    const { program, args, user } = runner.wrap(inner, innerArgs);
    const log = openSync(logFile, 'a', 0o600);
    try {
        return spawn(program, args, {
            ...user,
            cwd: path.dirname(cluster),
            stdio: ['ignore', 'ignore', log],
            // Its own process group: Ctrl-C in a terminal must not stop the database before the service has finished.
            detached: true
        });
    } finally {
        closeSync(log);
    }
}

/** The server's process id, once it accepts connections. */
async function untilReady(server: ChildProcess, cluster: string, logFile: string): Promise<number> {
    let failure: Error | undefined;
    server.once('error', (error) => (failure = error));
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (server.pid === undefined || !isServerReady(cluster, server.pid)) {
        if (hasEnded(server)) failure ??= new Error(`PostgreSQL did not start:\n${endOf(logFile)}`);
        if (Date.now() > deadline) failure ??= new Error(`PostgreSQL is still not ready:\n${endOf(logFile)}`);
        if (failure) {
            server.kill('SIGINT');
            throw failure;
        }
        await sleep(POLL_MS);
    }
    return server.pid;
}

function stopper(
    server: ChildProcess,
    logFile: string,
    onUnexpectedExit?: (reason: string) => void
): () => Promise<void> {
    let isStopping = false;
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    void ended.then(() => {
        if (!isStopping) onUnexpectedExit?.(`PostgreSQL ended unexpectedly:\n${endOf(logFile)}`);
    });
    return async () => {
        isStopping = true;
        if (hasEnded(server)) return;
        server.kill('SIGINT');
        await ended;
    };
}

const hasEnded = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null;

const endOf = (logFile: string): string => readFileSync(logFile, 'utf8').slice(-2000);
