import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { processIdentity } from './processIdentity.ts';

/**
 * Makes this process the only owner of a data folder and returns the function that gives it back.
 * The lock of a process that died is taken over.
 * @throws Error naming the folder and the process that has it.
 */
export function lockDataFolder(folder: string): () => void {
    const lockFile = path.join(folder, 'owner.pid');
    const us = processIdentity(process.pid) ?? String(process.pid);
    while (!createExclusively(lockFile, us)) {
        const owner = readLock(lockFile);
        const ownerPid = Number.parseInt(owner, 10);
        if (owner !== '' && processIdentity(ownerPid) === owner) throw inUse(folder, ownerPid);
        removeStale(lockFile, owner);
    }
    return () => rmSync(lockFile, { force: true });
}

function createExclusively(lockFile: string, content: string): boolean {
    try {
        writeFileSync(lockFile, content, { flag: 'wx' });
        return true;
    } catch (error) {
        if (hasCode(error, 'EEXIST')) return false;
        throw error;
    }
}

function readLock(lockFile: string): string {
    try {
        return readFileSync(lockFile, 'utf8');
    } catch (error) {
        if (hasCode(error, 'ENOENT')) return '';
        throw error;
    }
}

/** Two starters may both find the same stale lock: the slower one must not remove the lock the faster one just made. */
function removeStale(lockFile: string, stale: string): void {
    const aside = `${lockFile}.${process.pid}`;
    try {
        renameSync(lockFile, aside);
        if (readLock(aside) !== stale) linkSync(aside, lockFile);
    } catch (error) {
        if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST')) throw error;
    } finally {
        rmSync(aside, { force: true });
    }
}

function inUse(folder: string, pid: number): Error {
    return new Error(
        `${folder} is in use by process ${pid}. Stop that process first, or give this one another folder (DATA_DIR).`
    );
}

function hasCode(error: unknown, code: string): boolean {
    return (error as NodeJS.ErrnoException).code === code;
}
