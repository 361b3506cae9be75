import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const SERVER = path.join(import.meta.dirname, '..', '..', 'booking-service', 'src', 'server.ts');
const START_MS = 60_000;
/** A start may find the database dead; whoever fails this often in a row would fail for ever. */
const MOST_FAILED_STARTS = 20;
const RESTART_PAUSE_MS = 250;

interface Replica {
    port: number;
    child: ChildProcess;
    isReady: boolean;
    isPaused: boolean;
    failedStarts: number;
}

/** Several processes of the booking service on one database, to be killed and paused; a killed one is started again. */
export class Replicas {
    readonly counts = { kills: 0, pauses: 0 };
    private readonly env: Record<string, string>;
    private readonly logFile: string;
    private readonly replicas: Replica[] = [];
    private isStopping = false;
    private hasFailed = false;

    /** @param logFile gets what all of them say */
    constructor(env: Record<string, string>, logFile: string) {
        this.env = env;
        this.logFile = logFile;
    }

    /** Starts one on each port and waits until all serve. */
    async start(ports: number[]): Promise<void> {
        for (const port of ports) this.replicas.push(this.spawn(port));
        await this.allReady();
    }

    /** Address of any replica, dead and paused ones included: clients do not know either. */
    anyUrl(): string {
        const replica = this.replicas[Math.floor(Math.random() * this.replicas.length)];
        if (!replica) throw new Error('no replica was started');
        return `http://127.0.0.1:${replica.port}`;
    }

    /**
     * SIGKILL, and a new process on the same port; paused ones too. Two others have to be there, or nothing would ever
     * get done: a process needs about a second of a processor to start. False when nobody could be killed.
     */
    killOne(): boolean {
        const replica = this.pick(({ isReady }) => isReady);
        if (!replica || this.replicas.filter(({ isReady }) => isReady).length < 3) return false;
        this.counts.kills += 1;
        replica.isReady = false;
        replica.child.kill('SIGKILL');
        return true;
    }

    /** SIGSTOP for a while: the process becomes a zombie that wakes up in the middle of what it was doing. */
    async pauseOne(ms: number): Promise<void> {
        const replica = this.pick(({ isReady, isPaused }) => isReady && !isPaused);
        if (!replica) return;
        const { child } = replica;
        this.counts.pauses += 1;
        replica.isPaused = true;
        child.kill('SIGSTOP');
        await setTimeout(ms);
        child.kill('SIGCONT');
        replica.isPaused = false;
    }

    /** Kills all and starts all: from here on no process knows anything but the database. */
    async restartAll(): Promise<void> {
        for (const replica of this.replicas) {
            replica.isReady = false;
            replica.child.kill('SIGKILL');
        }
        await Promise.all(this.replicas.map(({ child }) => exited(child)));
        await this.allReady();
    }

    async stop(): Promise<void> {
        this.isStopping = true;
        for (const { child } of this.replicas) child.kill('SIGKILL');
        await Promise.all(this.replicas.map(({ child }) => exited(child)));
    }

    private spawn(port: number): Replica {
        const replica: Replica = { port, child: this.launch(port), isReady: false, isPaused: false, failedStarts: 0 };
        this.watch(replica);
        return replica;
    }

    private launch(port: number): ChildProcess {
        const log = openSync(this.logFile, 'a');
        try {
            return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SERVER], {
                env: { ...this.env, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` },
                stdio: ['ignore', log, log, 'ipc']
            });
        } finally {
            closeSync(log);
        }
    }

    private watch(replica: Replica): void {
        replica.child.once('message', () => Object.assign(replica, { isReady: true, failedStarts: 0 }));
        replica.child.once('exit', (code) => {
            replica.isReady = false;
            replica.isPaused = false;
            // Ended by itself, not by us.
            if (code !== null) replica.failedStarts += 1;
            if (replica.failedStarts > MOST_FAILED_STARTS) this.hasFailed = true;
            if (!this.isStopping && !this.hasFailed) void this.relaunch(replica, code !== null);
        });
    }

    private async relaunch(replica: Replica, hasFailed: boolean): Promise<void> {
        if (hasFailed) await setTimeout(RESTART_PAUSE_MS);
        if (this.isStopping) return;
        replica.child = this.launch(replica.port);
        this.watch(replica);
    }

    private pick(isSuitable: (replica: Replica) => boolean): Replica | undefined {
        const suitable = this.replicas.filter(isSuitable);
        return suitable[Math.floor(Math.random() * suitable.length)];
    }

    private async allReady(): Promise<void> {
        const deadline = Date.now() + START_MS;
        while (this.replicas.some(({ isReady }) => !isReady)) {
            if (this.hasFailed || Date.now() > deadline) throw new Error('the replicas do not start');
            await setTimeout(50);
        }
    }
}

async function exited(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((resolve) => child.once('exit', resolve));
}
