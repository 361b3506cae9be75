import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from './eventually.ts';

/** A real CalDAV server with one empty calendar of one user. */
export interface Radicale {
    /** The calendar; its user is julio and the password secret. */
    collection: URL;
    send(method: string, url: URL, body?: string): Promise<{ status: number; body: string }>;
    stop(): Promise<void>;
}

/** `describe` where a real server is installed (`apt-get install --no-install-recommends radicale`), else its skip. */
export const onRadicale = isInstalled('radicale') ? describe : describe.skip;

/** Starts it on a free port with a folder of its own. */
export async function startRadicale(): Promise<Radicale> {
    const folder = mkdtempSync(path.join(tmpdir(), 'admit-one-radicale-'));
    const port = await freePort();
    writeFileSync(path.join(folder, 'users'), 'julio:secret\n');
    writeFileSync(
        path.join(folder, 'config'),
        `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = ${folder}/users\nhtpasswd_encryption = plain\n[storage]\nfilesystem_folder = ${folder}/collections\n`
    );
    const radicale = spawn('radicale', ['--config', path.join(folder, 'config')], { stdio: 'ignore' });
    const collection = new URL(`http://127.0.0.1:${port}/julio/work/`);
    await eventually(() => send('MKCALENDAR', collection).catch(() => undefined), 'the start of radicale');
    return {
        collection,
        send,
        async stop() {
            const ended = new Promise((resolve) => radicale.once('exit', resolve));
            radicale.kill();
            await ended;
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

async function send(method: string, url: URL, body?: string): Promise<{ status: number; body: string }> {
    const authorization = `Basic ${Buffer.from('julio:secret').toString('base64')}`;
    const headers = { authorization, 'content-type': 'text/calendar; charset=utf-8' };
    const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
    return { status: response.status, body: await response.text() };
}

function isInstalled(command: string): boolean {
    try {
        execFileSync(command, ['--version'], { stdio: 'ignore' });
        return true;
    } catch {
        console.warn(`${command} is not installed: nothing is tested on a real CalDAV server.`);
        return false;
    }
}

async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
}
