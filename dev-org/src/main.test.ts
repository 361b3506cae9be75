import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEXORA_USERNAMES } from '../seed/nexora.ts';
import { CLIENT_ID, KEYS, signAssertion } from './testing/testOrg.ts';

const folder = mkdtempSync(join(tmpdir(), 'dev-org-main-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keyFile = join(folder, 'public.pem');
writeFileSync(keyFile, KEYS.publicKey);
const children: ChildProcess[] = [];
afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
});

function run(env: Record<string, string> = {}): ChildProcess {
    const child = fork(join(__dirname, 'main.ts'), {
        silent: true,
        env: {
            ...process.env,
            DEV_ORG_PORT: '0',
            DEV_ORG_DATA_DIR: join(folder, 'data'),
            DEV_ORG_PUBLIC_KEY_FILE: keyFile,
            DEV_ORG_CLIENT_ID: CLIENT_ID,
            SERVICE_URL: 'http://127.0.0.1:4321/',
            NODE_ENV: 'development',
            ...env
        }
    });
    children.push(child);
    return child;
}

const ready = (child: ChildProcess) =>
    new Promise<string>((resolve, reject) => {
        child.once('message', (message) => resolve((message as { ready: string }).ready));
        child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));
const errorsOf = async (child: ChildProcess) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await ended(child);
    return text;
};

/** A client that signs in as the sample company's administrator. */
async function client(url: string) {
    const assertion = await signAssertion({ sub: NEXORA_USERNAMES.amara });
    const grant = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
    const answer = await fetch(`${url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(grant) });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    return async (path: string, body?: unknown): Promise<Record<string, unknown>> => {
        const response = await fetch(`${url}/services/data/v66.0/${path}`, {
            headers: { authorization: `Bearer ${token}` },
            ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) })
        });
        return (await response.json()) as Record<string, unknown>;
    };
}

describe('the dev org as a process', () => {
    it('seeds the sample company once, keeps what was answered through kill -9, and ends with its parent', async () => {
        const first = run();
        const call = await client(await ready(first));
        const { id } = await call('sobjects/Lead', { LastName: 'Survivor', Company: 'Acme' });
        const { totalSize } = await call('query?q=SELECT+COUNT()+FROM+Lead');
        const setting = await call('query?q=SELECT+ServiceUrl__c+FROM+AdmitOneSetting__mdt');
        expect(setting['records']).toMatchObject([{ ServiceUrl__c: 'http://127.0.0.1:4321' }]);

        first.kill('SIGKILL');
        await ended(first);
        const second = run();
        const again = await client(await ready(second));
        expect(await again(`sobjects/Lead/${String(id)}`)).toMatchObject({ LastName: 'Survivor' });
        expect(await again('query?q=SELECT+COUNT()+FROM+Lead')).toMatchObject({ totalSize });

        const end = ended(second);
        second.disconnect();
        expect(await end).toBe(0);
    }, 30_000);

    it('refuses production and names every variable that is missing', async () => {
        const [inProduction, withoutVariables] = await Promise.all([
            errorsOf(run({ NODE_ENV: 'production' })),
            errorsOf(run({ DEV_ORG_PORT: 'x', SERVICE_URL: '' }))
        ]);
        expect(inProduction).toContain('refuses NODE_ENV=production');
        expect(withoutVariables).toMatch(/DEV_ORG_PORT[\s\S]*SERVICE_URL/);
    }, 30_000);
});
