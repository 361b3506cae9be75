import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { localEnvironment, PROJECT_DIR } from './local.ts';
import type { LocalAdmitOne } from './local.ts';

/** A process of this machine. */
export interface RunningProcess {
    pid: number;
    parent: number;
    command: string;
}

/** How a start ended. */
export interface Ended {
    exitCode: number | null;
    output: string;
}

/** One `npm start` in a process group of its own, as a terminal would run it. */
export class NpmStart {
    readonly ended: Promise<Ended>;
    private readonly child: ChildProcess;
    private output = '';

    constructor(place: LocalAdmitOne) {
        this.child = spawn('npm', ['start'], {
            cwd: PROJECT_DIR,
            env: { ...process.env, ...localEnvironment(place) },
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: true
        });
        for (const stream of [this.child.stdout, this.child.stderr]) {
            stream?.on('data', (data: Buffer) => (this.output += data.toString()));
        }
        this.ended = new Promise((resolve) => {
            this.child.once('close', (exitCode) => resolve({ exitCode, output: this.output }));
        });
    }

    /** Resolves once it says that it runs. @throws Error with its output when it ends before */
    async running(): Promise<void> {
        const isRunning = new Promise<void>((resolve) => {
            const look = (): void => {
                if (this.output.includes('Admit One is running')) resolve();
            };
            this.child.stdout?.on('data', look);
            look();
        });
        await Promise.race([
            isRunning,
            this.ended.then(({ output }) => {
                throw new Error(`It did not start:\n${output}`);
            })
        ]);
    }

    /** Ctrl-C: the signal reaches the whole group. */
    interrupt(): void {
        process.kill(-this.pid, 'SIGINT');
    }

    /** What Ctrl-C cannot: ends the process that starts the others, without a chance to tidy up. */
    killStarter(): void {
        const starter = this.processes().find(({ command }) => /^\S*node\S* .*scripts\/start\.ts/.test(command));
        if (!starter) throw new Error('The start script does not run.');
        process.kill(starter.pid, 'SIGKILL');
    }

    /** Itself and all that it started. */
    processes(): RunningProcess[] {
        const all = listProcesses();
        const family = all.filter(({ pid }) => pid === this.pid);
        for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid));
        return family;
    }

    /** Ends whatever is left, after a test that failed. */
    async end(): Promise<void> {
        if (this.child.exitCode === null && this.child.signalCode === null) this.interrupt();
        await this.ended;
    }

    private get pid(): number {
        if (this.child.pid === undefined) throw new Error('npm cannot be run.');
        return this.child.pid;
    }
}

/** Those of the processes that still run. */
export function stillRunning(processes: RunningProcess[]): RunningProcess[] {
    const alive = new Map(listProcesses().map((each) => [each.pid, each.command]));
    // Another process may have been given the number since.
    return processes.filter(({ pid, command }) => alive.get(pid) === command);
}

function listProcesses(): RunningProcess[] {
    return existsSync('/proc/self/stat') ? processesOfLinux() : processesByPs();
}

/** Without `ps`, which slim containers do not have. */
function processesOfLinux(): RunningProcess[] {
    return readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => {
            try {
                const [state, parent] = (readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1) ?? '').split(
                    ' '
                );
                // A zombie has ended; only its parent has yet to look.
                if (state === 'Z') return [];
                const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
                return [{ pid: Number(name), parent: Number(parent), command }];
            } catch {
                // It ended while we looked.
                return [];
            }
        });
}

function processesByPs(): RunningProcess[] {
    const { stdout } = spawnSync('ps', ['-Ao', 'pid=,ppid=,command='], { encoding: 'utf8' });
    return stdout.split('\n').flatMap((line) => {
        const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
        return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
}
