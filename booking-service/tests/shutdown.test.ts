import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NEXORA_USERNAMES, seedNexora } from '../../dev-org/seed/nexora.ts';
import { startDevOrg } from '../../dev-org/src/devOrg.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { hashToken, newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { eventually } from '../testing/eventually.ts';
import { startMailServer } from '../testing/mailServer.ts';
import type { TestMailServer } from '../testing/mailServer.ts';
import { createTestDatabase } from '../testing/testDatabase.ts';
import type { TestDatabase } from '../testing/testDatabase.ts';

/** Kubernetes and most others kill after this time. */
const KILLED_AFTER_MS = 30_000;

async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
}

describe('a replica that is told to stop', () => {
    let folder: string;
    let org: DevOrg;
    let database: TestDatabase;
    let mailServer: TestMailServer;
    let replica: ChildProcess;
    let log: string;
    let url: string;

    beforeEach(async () => {
        folder = mkdtempSync(path.join(tmpdir(), 'admit-one-shutdown-'));
        const keyFile = path.join(folder, 'private.pem');
        const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
        org = await startDevOrg({
            projectDir: process.cwd(),
            seed: seedNexora,
            connectedApp: {
                clientId: 'test',
                publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString()
            }
        });
        database = await createTestDatabase();
        mailServer = await startMailServer();
        const port = await freePort();
        url = `http://127.0.0.1:${port}`;
        replica = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'booking-service/src/server.ts'], {
            env: {
                ...process.env,
                PORT: String(port),
                PUBLIC_URL: url,
                DATABASE_URL: database.url,
                SF_LOGIN_URL: org.url,
                SF_CLIENT_ID: 'test',
                SF_USERNAME: NEXORA_USERNAMES.integration,
                SF_PRIVATE_KEY_FILE: keyFile,
                SMTP_URL: mailServer.url.href,
                MAIL_FROM: 'bookings@nexora.example',
                RATE_LIMITS: 'off',
                LOG_LEVEL: 'info'
            },
            stdio: ['ignore', 'pipe', 'inherit', 'ipc']
        });
        log = '';
        replica.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
        await new Promise((resolve) => replica.once('message', resolve));
    }, 60_000);
    afterEach(async () => {
        replica.kill('SIGKILL');
        await mailServer.close();
        await org.close();
        await database.drop();
        rmSync(folder, { recursive: true, force: true });
    });

    async function findStarts(): Promise<string[]> {
        const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
        const query = new URLSearchParams({
            link: 'l/julio-intro',
            from: day(1),
            to: day(20),
            timeZone: 'Europe/Berlin'
        });
        const response = await fetch(`${url}/api/v1/slots?${query.toString()}`);
        return ((await response.json()) as { slots: { start: string }[] }).slots.map(({ start }) => start);
    }

    const book = (start: string | undefined) =>
        fetch(`${url}/api/v1/bookings`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
            body: JSON.stringify({
                link: 'l/julio-intro',
                start,
                timeZone: 'Europe/Berlin',
                prospect: { firstName: 'Ada', lastName: 'Byron', email: 'ada.byron@example.com' }
            })
        });

    const leased = async () => {
        const { rows } = await database.pool.query('select 1 from outbox where leased_until > now()');
        return rows.length;
    };

    /** Its exit code, after SIGTERM. */
    function terminate(): Promise<number | string | null> {
        const ended = new Promise<number | string | null>((resolve) => {
            replica.once('exit', (code, signal) => resolve(code ?? signal));
        });
        replica.kill('SIGTERM');
        const killing = setTimeout(() => replica.kill('SIGKILL'), KILLED_AFTER_MS);
        return ended.finally(() => clearTimeout(killing));
    }

    it('answers what is under way, takes nothing new, and gives back what it holds', async () => {
        const starts = await findStarts();
        // The host's calendar is read again at submit, which takes a while.
        org.faults.add({ kind: 'delay', milliseconds: 700, path: '/services/data', times: 50 });
        await database.pool.query("update mirror_state set polled_at = now() - interval '1 minute'");
        const underWay = [book(starts[0]), book(starts[3])];
        await new Promise((resolve) => setTimeout(resolve, 200));
        const ended = terminate();
        expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual([201, 201]);
        await expect(book(starts[6])).rejects.toThrow();
        expect(await ended).toBe(0);
        expect(await leased()).toBe(0);
    }, 60_000);

    it('keeps who opened a link, although the page is sent when all other work has ended', async () => {
        const token = newToken();
        const isMirrored = async () => {
            const { rowCount } = await database.pool.query(
                `insert into single_use_links (token_hash, id, booking_link_id, owner_id, system_modstamp, read_at)
                 select $1, 'a02000000000001AAA', id, '005000000000001AAA', now(), now()
                   from definitions where object_name = 'BookingLink__c' and fields->>'Slug__c' = 'julio-intro'`,
                [await hashToken(token)]
            );
            return rowCount === 1 ? true : undefined;
        };
        await eventually(isMirrored, 'the first poll');
        // The host's calendar was never read.
        org.faults.add({ kind: 'delay', milliseconds: 1_000, path: '/services/data', times: 50 });
        const page = fetch(`${url}/s/${token}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
        const ended = terminate();
        expect((await page).status).toBe(200);
        expect(await ended).toBe(0);
        const { rows } = await database.pool.query(
            'select token_hash from link_openings where first_scanner_at is not null'
        );
        expect(rows).toEqual([{ token_hash: await hashToken(token) }]);
    }, 60_000);

    it('ends in time although Salesforce hangs, and leaves its meeting to the others at once', async () => {
        const starts = await findStarts();
        org.faults.add({ kind: 'hang', path: '/services/data', method: 'POST', times: 50 });
        expect((await book(starts[0])).status).toBe(201);
        await eventually(async () => ((await leased()) > 0 ? true : undefined), 'the writing');
        expect(await terminate()).toBe(0);
        expect(await leased()).toBe(0);
        const { rows } = await database.pool.query(
            'select 1 from outbox where parked_at is null and done_revision = 0'
        );
        expect(rows).toHaveLength(1);
    }, 60_000);

    it('ends in good order although the mail server hangs, and leaves the mail to the others', async () => {
        const starts = await findStarts();
        mailServer.beforeAnswer = () => new Promise(() => undefined);
        expect((await book(starts[0])).status).toBe(201);
        await eventually(() => Promise.resolve(mailServer.mails.length > 0 || undefined), 'the mail');
        expect(await terminate()).toBe(0);
        // With the database closed, not cut off by the last deadline.
        expect(log).toContain('"msg":"stopped"');
        const { rows } = await database.pool.query(
            `select count(*)::int as count from mail_jobs
              where kind = 'confirmation' and state in ('waiting', 'sending')`
        );
        expect(rows).toEqual([{ count: 2 }]);
    }, 60_000);
});
