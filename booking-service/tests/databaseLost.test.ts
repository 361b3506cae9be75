import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
}

describe('the service as a process', () => {
    let dataDir: string;
    let service: ChildProcess;

    beforeEach(async () => {
        dataDir = mkdtempSync(path.join(tmpdir(), 'admit-one-service-'));
        const keyFile = path.join(dataDir, 'private.pem');
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
        const port = await freePort();
        service = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'booking-service/src/server.ts'], {
            env: {
                ...process.env,
                PORT: String(port),
                PUBLIC_URL: `http://127.0.0.1:${port}`,
                DATA_DIR: dataDir,
                // Nobody answers there; a service without Salesforce starts all the same.
                SF_LOGIN_URL: 'http://127.0.0.1:9',
                SF_CLIENT_ID: 'admit-one-test',
                SF_USERNAME: 'integration@nexora.example',
                SF_PRIVATE_KEY_FILE: keyFile
            },
            stdio: ['ignore', 'ignore', 'pipe', 'ipc']
        });
        await new Promise((resolve) => service.once('message', resolve));
    });
    afterEach(() => {
        service.kill('SIGKILL');
        rmSync(dataDir, { recursive: true, force: true });
    });

    it('ends with a clear message when its embedded database ends', async () => {
        const said = text(service.stderr!);
        const ended = new Promise((resolve) => service.once('exit', resolve));
        const [databasePid] = readFileSync(path.join(dataDir, 'db', 'postmaster.pid'), 'utf8').split('\n');
        process.kill(Number(databasePid), 'SIGINT');
        expect(await ended).toBe(1);
        expect(await said).toMatch(/^PostgreSQL ended unexpectedly:/m);
    });
});
