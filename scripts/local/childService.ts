import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { processIdentity } from '../../booking-service/src/database/processIdentity.ts';

export interface ChildSettings {
    /** For messages and the log file: `booking-service`. */
    name: string;
    /** The TypeScript file to run. */
    script: string;
    env: Record<string, string>;
    logFile: string;
}

const LAST_LINES = 15;
/** A process that does not end by then is ended. */
const STOP_MS = 15_000;
const LOOK_AGAIN_MS = 100;

/**
 * A part of Admit One as a process of its own. It says `{ ready: url }` over its channel when it serves,
 * stops on SIGTERM, and stops by itself when this process is gone.
 */
export class ChildService {
    private readonly settings: ChildSettings;
    private readonly child: ChildProcess;
    private readonly exited: Promise<number | null>;

    private constructor(settings: ChildSettings) {
        this.settings = settings;
        this.child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', settings.script], {
            env: { ...process.env, ...settings.env },
            stdio: ['ignore', 'pipe', 'pipe', 'ipc']
        });
        writeFileSync(pidFile(settings), processIdentity(this.child.pid ?? 0) ?? '');
        const log = createWriteStream(settings.logFile, { flags: 'w' });
        this.child.stdout?.pipe(log, { end: false });
        this.child.stderr?.pipe(log, { end: false });
        this.exited = new Promise((resolve) => {
            this.child.once('close', (code) => log.end(() => resolve(code)));
        });
    }

    /**
     * Starts the process. One that an earlier run left behind, because it was killed, is given time to end first:
     * it knows that its parent is gone.
     */
    static async start(settings: ChildSettings): Promise<ChildService> {
        mkdirSync(path.dirname(settings.logFile), { recursive: true });
        await waitForLeftover(pidFile(settings));
        return new ChildService(settings);
    }

    /** @throws Error with the last lines of its log when it ends before it serves. */
    async ready(): Promise<void> {
        const isReady = new Promise<true>((resolve) => {
            this.child.on('message', (message: unknown) => {
                if (typeof message === 'object' && message !== null && 'ready' in message) resolve(true);
            });
        });
        const outcome = await Promise.race([isReady, this.exited]);
        if (outcome !== true) throw new Error(this.failure());
    }

    /** Resolves when the process ends, whatever the reason. */
    async end(): Promise<void> {
        await this.exited;
    }

    /** The last words of a process that ended on its own. */
    failure(): string {
        const { name, logFile } = this.settings;
        const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-LAST_LINES);
        return `${name} has ended.\n${lines.join('\n')}\n(${logFile})`;
    }

    async stop(): Promise<void> {
        if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
        const patience = new AbortController();
        const killing = setTimeout(STOP_MS, undefined, { signal: patience.signal })
            .then(() => this.child.kill('SIGKILL'))
            .catch(() => false);
        await this.exited;
        patience.abort();
        await killing;
    }
}

function pidFile({ logFile }: ChildSettings): string {
    return logFile.replace(/\.log$/, '.pid');
}

async function waitForLeftover(file: string): Promise<void> {
    const identity = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const isAlive = (): boolean => identity !== '' && processIdentity(Number.parseInt(identity, 10)) === identity;
    for (let waited = 0; isAlive() && waited < STOP_MS; waited += LOOK_AGAIN_MS) await setTimeout(LOOK_AGAIN_MS);
}
