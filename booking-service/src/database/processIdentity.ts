import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A text that names a running process and no later one with the same number; undefined when there is no such process.
 * Process ids alone repeat: in a container the next start usually gets the id of the last.
 */
export function processIdentity(pid: number): string | undefined {
    const startedAt = process.platform === 'linux' ? linuxStartTime(pid) : psField(pid, 'lstart');
    return startedAt && `${pid} ${startedAt}`;
}

/** The command line of a running process; empty when there is none. */
export function commandLine(pid: number): string {
    if (process.platform !== 'linux') return psField(pid, 'args') ?? '';
    return linuxStartTime(pid) ? readFileOr(`/proc/${pid}/cmdline`, '').replaceAll('\0', ' ') : '';
}

function linuxStartTime(pid: number): string | undefined {
    // The second field, the name, is in parentheses and may itself hold spaces.
    const fields = readFileOr(`/proc/${pid}/stat`, '').split(') ').pop()?.split(' ') ?? [];
    const [state] = fields;
    const isZombie = state === 'Z';
    return isZombie ? undefined : fields[19];
}

function psField(pid: number, field: string): string | undefined {
    const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', `${field}=`], { encoding: 'utf8' });
    return status === 0 ? stdout.trim() || undefined : undefined;
}

function readFileOr(file: string, otherwise: string): string {
    try {
        return readFileSync(file, 'utf8');
    } catch {
        return otherwise; // a process may end between any two reads
    }
}
