import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { BenchmarkRow } from './benchmarkRow.ts';

const MAIN = path.join(import.meta.dirname, '..', 'dev-org', 'src', 'main.ts');
const GOAL_MS = 5_000;
const LONGEST_MS = 60_000;

/** From the start of the process until the page and all scripts and style sheets it names have come. */
export async function run(): Promise<BenchmarkRow[]> {
    const folder = mkdtempSync(path.join(tmpdir(), 'admit-one-shell-'));
    try {
        const keyFile = path.join(folder, 'key.pem');
        writeFileSync(keyFile, publicKey());
        const first = await startAndLoad(folder, keyFile);
        const warm = await startAndLoad(folder, keyFile);
        return [
            { name: 'dev org: process to page and scripts, first data', value: first, unit: 'ms' },
            {
                name: 'dev org: process to page and scripts, warm',
                value: warm,
                unit: 'ms',
                goal: `< ${GOAL_MS}`,
                isMet: warm < GOAL_MS
            }
        ];
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

async function startAndLoad(folder: string, keyFile: string): Promise<number> {
    const began = performance.now();
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
        env: {
            ...process.env,
            DEV_ORG_PORT: '0',
            DEV_ORG_DATA_DIR: path.join(folder, 'data'),
            DEV_ORG_PUBLIC_KEY_FILE: keyFile,
            DEV_ORG_CLIENT_ID: 'benchmark',
            SERVICE_URL: 'http://127.0.0.1:4000'
        },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc']
    });
    const ended = once(child, 'exit');
    const ready = once(child, 'message') as Promise<[{ ready: string }]>;
    const failed = ended.then(() => Promise.reject(new Error('The dev org has ended.')));
    try {
        const [{ ready: url }] = await Promise.race([ready, failed]);
        const resources = await untilCompiled(new URL('/', url));
        await Promise.all(resources.map((name) => load(new URL(name, url))));
        return performance.now() - began;
    } finally {
        failed.catch(() => undefined);
        child.kill('SIGTERM');
        await ended;
    }
}

/** What the page names once its components are compiled; until then it asks for patience. */
async function untilCompiled(url: URL): Promise<string[]> {
    const deadline = performance.now() + LONGEST_MS;
    for (;;) {
        const page = await load(url);
        const resources = [...page.matchAll(/(?:src|href)="(\/__shell\/[^"]+)"/g)].map(([, found = '']) => found);
        if (resources.some((name) => name.endsWith('.js'))) return resources;
        if (performance.now() > deadline) throw new Error('The page of the dev org never names a script.');
        await setTimeout(20);
    }
}

async function load(url: URL): Promise<string> {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.pathname} answers ${response.status}`);
    return response.text();
}

function publicKey(): string {
    return generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
    }).publicKey;
}
