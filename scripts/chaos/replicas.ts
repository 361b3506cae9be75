import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const SERVER = path.join(import.meta.dirname, '..', '..', 'booking-service', 'src', 'server.ts');
const START_MS = 30_000;

interface Replica {
    port: number;
    child: ChildProcess;
    isReady: boolean;
    isPaused: boolean;
}

/** Several processes of the booking service on one database, to be killed and paused; a killed one is started again. */
export class Replicas {
    readonly counts = { kills: 0, pauses: 0 };
    private readonly env: Record<string, string>;
    private readonly replicas: Replica[] = [];
    private isStopping = false;
    private hasFailed = false;

    constructor(env: Record<string, string>) {
        this.env = env;
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

    /** SIGKILL, and a new process on the same port. The last one is spared, or nothing would ever get done. */
    killOne(): void {
        const replica = this.pick(({ isReady }) => isReady);
        if (!replica || this.replicas.filter(({ isReady }) => isReady).length < 2) return;
        this.counts.kills += 1;
        replica.child.kill('SIGKILL');
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
        for (const { child } of this.replicas) child.kill('SIGKILL');
        await Promise.all(this.replicas.map(({ child }) => exited(child)));
        await this.allReady();
    }

    async stop(): Promise<void> {
        this.isStopping = true;
        for (const { child } of this.replicas) child.kill('SIGKILL');
        await Promise.all(this.replicas.map(({ child }) => exited(child)));
    }

    private spawn(port: number): Replica {
        const replica: Replica = { port, child: this.launch(port), isReady: false, isPaused: false };
        this.watch(replica);
        return replica;
    }

    private launch(port: number): ChildProcess {
        return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SERVER], {
            env: { ...this.env, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` },
            stdio: ['ignore', 'ignore', 'inherit', 'ipc']
        });
    }

    private watch(replica: Replica): void {
        replica.child.once('message', () => (replica.isReady = true));
        replica.child.once('exit', (code) => {
            replica.isReady = false;
            if (this.isStopping) return;
            // Ended by itself, not by us: the next one would do the same.
            if (code !== null && code !== 0) this.hasFailed = true;
            if (this.hasFailed) return;
            replica.child = this.launch(replica.port);
            this.watch(replica);
        });
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
