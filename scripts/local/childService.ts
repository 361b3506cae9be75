import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

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

/**
 * A part of Admit One as a process of its own. It says `{ ready: url }` over its channel when it serves,
 * stops on SIGTERM, and stops by itself when this process is gone.
 */
export class ChildService {
    private readonly settings: ChildSettings;
    private readonly child: ChildProcess;
    private readonly exited: Promise<number | null>;

    constructor(settings: ChildSettings) {
        this.settings = settings;
        mkdirSync(path.dirname(settings.logFile), { recursive: true });
        this.child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', settings.script], {
            env: { ...process.env, ...settings.env },
            stdio: ['ignore', 'pipe', 'pipe', 'ipc']
        });
        const log = createWriteStream(settings.logFile, { flags: 'w' });
        this.child.stdout?.pipe(log, { end: false });
        this.child.stderr?.pipe(log, { end: false });
        this.exited = new Promise((resolve) => {
            this.child.once('close', (code) => log.end(() => resolve(code)));
        });
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
        const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
        await this.exited;
        clearTimeout(timer);
    }
}
