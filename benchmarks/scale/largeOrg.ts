import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CLIENT_ID, keyFiles } from '../../scripts/local/localSettings.ts';

const PROJECT_DIR = path.join(import.meta.dirname, '../..');
const QUIET = ['--disable-warning=ExperimentalWarning'];

/** A local Salesforce with a large company in it, in a process of its own. */
export interface LargeOrg {
    url: string;
    /** How long `npm run seed:large` took; undefined where it had been run before. */
    seedSeconds: number | undefined;
    /** From the start of the process until it serves what lies on the disk. */
    startSeconds: number;
    /** Milliseconds its process has computed so far, to 10 ms; undefined where the system does not tell. */
    computedMs(): number | undefined;
    stop(): Promise<void>;
}

/**
 * Seeds and starts one as a person would, by the scripts; call `stop` at the end.
 * @param seededDir data that `npm run seed:large` has filled before, to be left as they are
 */
export async function startLargeOrg(seededDir?: string): Promise<LargeOrg> {
    const dataDir = seededDir ?? mkdtempSync(path.join(tmpdir(), 'admit-one-scale-'));
    const beganToSeed = performance.now();
    if (seededDir === undefined) await seed(dataDir);
    const beganToStart = performance.now();
    const { child, url } = await start(dataDir);
    return {
        url,
        seedSeconds: seededDir === undefined ? (beganToStart - beganToSeed) / 1000 : undefined,
        startSeconds: (performance.now() - beganToStart) / 1000,
        computedMs: () => computedBy(child.pid ?? 0),
        async stop() {
            const ended = once(child, 'exit');
            child.kill('SIGTERM');
            await ended;
            if (seededDir === undefined) rmSync(dataDir, { recursive: true, force: true });
        }
    };
}

const TICKS_A_SECOND = 100;

function computedBy(pid: number): number | undefined {
    const file = `/proc/${pid}/stat`;
    if (!existsSync(file)) return undefined;
    // Behind the name, which may hold anything, the 12th and 13th figures are the times in user and in system mode.
    const figures = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return ((Number(figures[11]) + Number(figures[12])) * 1000) / TICKS_A_SECOND;
}

async function seed(dataDir: string): Promise<void> {
    const child = spawn(process.execPath, [...QUIET, 'scripts/seedLarge.ts'], {
        cwd: PROJECT_DIR,
        env: { ...process.env, DATA_DIR: dataDir },
        stdio: ['ignore', 'ignore', 'inherit']
    });
    const [exitCode] = (await once(child, 'exit')) as [number | null];
    if (exitCode !== 0) throw new Error('npm run seed:large has failed.');
}

async function start(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
    const child = fork(path.join(PROJECT_DIR, 'dev-org/src/main.ts'), {
        execArgv: QUIET,
        env: {
            ...process.env,
            DEV_ORG_PORT: '0',
            DEV_ORG_DATA_DIR: path.join(dataDir, 'dev-org'),
            DEV_ORG_PUBLIC_KEY_FILE: keyFiles(dataDir).publicKeyFile,
            DEV_ORG_CLIENT_ID: CLIENT_ID,
            // Nobody asks the service in this benchmark.
            SERVICE_URL: 'http://127.0.0.1:9'
        },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc']
    });
    const ended = once(child, 'exit').then(() => {
        throw new Error('The local Salesforce has ended.');
    });
    const [{ ready }] = (await Promise.race([once(child, 'message'), ended])) as [{ ready: string }];
    ended.catch(() => undefined);
    return { child, url: ready };
}
