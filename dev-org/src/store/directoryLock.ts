import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const heldHere = new Set<string>();

/**
 * Takes a data directory for this process; a lock left by a process that is gone is taken over.
 * @returns what lets go of it
 * @throws Error when another process has it
 */
export function lockDirectory(dir: string): () => void {
    const path = join(dir, 'lock');
    const holder = findHolder(path);
    if (holder !== undefined) {
        throw new Error(
            `The dev org's data in ${dir} is in use by process ${holder}. Stop it, or choose another folder with DEV_ORG_DATA_DIR.`
        );
    }
    rmSync(path, { force: true });
    // Fails when another process was faster.
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    heldHere.add(path);
    return () => {
        heldHere.delete(path);
        rmSync(path, { force: true });
    };
}

function findHolder(path: string): number | undefined {
    const pid = readPid(path);
    if (pid === undefined) return undefined;
    // In a container a restarted process gets its old number back: that lock is its own former life's.
    if (pid === process.pid) return heldHere.has(path) ? pid : undefined;
    return isRunning(pid) ? pid : undefined;
}

function readPid(path: string): number | undefined {
    try {
        const pid = Number(readFileSync(path, 'utf8'));
        return Number.isInteger(pid) && pid > 0 ? pid : undefined;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
    }
}

function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        // EPERM: it runs under another user.
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}
