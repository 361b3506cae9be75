import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandRunner } from './commandRunner.ts';
import { commandLine } from './processIdentity.ts';

const STOP_TIMEOUT_MS = 60_000;
const POLL_MS = 25;

/**
 * Makes an empty database cluster (PostgreSQL's word for its data folder) unless there is one.
 * It is made aside and renamed, so that a kill in the middle leaves nothing half-made.
 * @throws Error with what initdb said.
 */
export function initialiseCluster(
    cluster: string,
    { initdb, runner, isDurable }: { initdb: string; runner: CommandRunner; isDurable: boolean }
): void {
    if (existsSync(cluster)) return;
    const aside = `${cluster}.init`;
    rmSync(aside, { recursive: true, force: true });
    const { program, args, user } = runner.wrap(initdb, [
        ...['-D', aside, '-U', 'app', '--auth=trust', '--encoding=UTF8', '--no-instructions'],
        // The same order and case rules on every machine; plain C would leave Ä unchanged by lower().
        ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...(isDurable ? [] : ['--no-sync'])
    ]);
    const { status, stderr, error } = spawnSync(program, args, {
        ...user,
        cwd: path.dirname(cluster),
        encoding: 'utf8'
    });
    if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr}`, { cause: error });
    renameSync(aside, cluster);
}

/**
 * Stops a server that outlived its owner. Call it only while holding the folder's lock.
 * @throws Error naming the process when it does not stop.
 */
export async function stopOrphan(cluster: string): Promise<void> {
    const pid = Number.parseInt(readServerFile(cluster)[0] ?? '', 10);
    const isRunning = (): boolean => commandLine(pid).includes(cluster);
    if (!(pid > 1) || !isRunning()) return;
    process.kill(pid, 'SIGINT');
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (isRunning()) {
        if (Date.now() > deadline)
            throw new Error(`An earlier PostgreSQL (process ${pid}) does not stop; stop it by hand.`);
        await sleep(POLL_MS);
    }
}

/** Whether the server with this process id accepts connections. */
export function isServerReady(cluster: string, pid: number): boolean {
    const lines = readServerFile(cluster);
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

/** The file in which the server writes its process id (first line) and its state (eighth). */
function readServerFile(cluster: string): string[] {
    const file = path.join(cluster, 'postmaster.pid');
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}
