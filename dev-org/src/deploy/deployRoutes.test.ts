import type { DevOrg } from '../devOrg.ts';
import { addUser, connect, INTEGRATION, REP, startTestOrg } from '../testing/testOrg.ts';
import { metadataFile, packageXml, zip } from './testing/metadataArchive.ts';

const USERLESS = 'nobody@nexora.example';
const REQUESTS = '/services/data/v66.0/metadata/deployRequest';

let org: DevOrg;
let tokens: Map<string, string>;
beforeAll(async () => {
    org = await startTestOrg();
    addUser(org.store, { Username: USERLESS, LastName: 'Nobody' }, 'Everything');
    const Assignment = org.schema.object('PermissionSetAssignment')!;
    const User = org.schema.object('User')!;
    const [nobody] = org.store.findByField(User, 'Username', USERLESS);
    for (const row of org.store.children(Assignment, 'AssigneeId', nobody!.Id)) {
        org.store.delete(Assignment, row.Id, { userId: nobody!.Id });
    }
    const signIns = [INTEGRATION, REP, USERLESS].map(async (name) => {
        const { accessToken } = await connect(org, name);
        return [name, accessToken ?? ''] as const;
    });
    tokens = new Map(await Promise.all(signIns));
});
afterAll(() => org.close());

type PlainRequest = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

const call = (path: string, init: PlainRequest = {}, username = INTEGRATION): Promise<Response> =>
    fetch(org.url + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${tokens.get(username)}` } });

const ARCHIVE = zip({
    'package.xml': packageXml({ CustomField: ['Use__c.X__c'] }),
    'objects/Use__c.object': metadataFile(
        'CustomObject',
        '<fields><fullName>X__c</fullName><label>X</label><type>Date</type></fields>'
    )
});

function form(archive: Buffer, options: object = {}): FormData {
    const body = new FormData();
    body.append('json', new Blob([JSON.stringify({ deployOptions: options })], { type: 'application/json' }), '');
    body.append('file', new Blob([new Uint8Array(archive)], { type: 'application/zip' }), 'deploy.zip');
    return body;
}

const start = (options?: object, username?: string): Promise<Response> =>
    call(REQUESTS, { method: 'POST', body: form(ARCHIVE, options) }, username);

interface Answer {
    id: string;
    deployResult: { status: string; done: boolean; details?: { componentSuccesses: { fullName: string }[] } };
}

async function finished(id: string): Promise<Answer> {
    for (;;) {
        const answer = (await (await call(`${REQUESTS}/${id}?includeDetails=true`)).json()) as Answer;
        if (answer.deployResult.done) return answer;
    }
}

describe('POST metadata/deployRequest', () => {
    it('queues an archive and tells what became of it', async () => {
        const response = await start();
        expect(response.status).toBe(201);
        const { id, deployResult } = (await response.json()) as Answer;
        expect(id).toMatch(/^0Af/);
        expect(deployResult).toMatchObject({ status: 'Pending', done: false });
        expect(await finished(id)).toMatchObject({
            id,
            deployResult: {
                ...{ status: 'Succeeded', success: true, checkOnly: false, createdByName: 'Admit One Integration' },
                ...{ numberComponentsTotal: 1, numberComponentsDeployed: 1, numberComponentErrors: 0 },
                details: {
                    componentFailures: [],
                    componentSuccesses: [
                        { fullName: 'package.xml' },
                        { fullName: 'Use__c.X__c', componentType: 'CustomField', created: true, success: true }
                    ]
                }
            }
        });
    });

    it('runs requests in turn, each built on the one before', async () => {
        const answers = await Promise.all(
            [start(), start()].map(async (response) => (await (await response).json()) as Answer)
        );
        const [first, second] = await Promise.all(answers.map(({ id }) => finished(id)));
        expect([first?.deployResult.status, second?.deployResult.status]).toEqual(['Succeeded', 'Succeeded']);
    });

    it.each([
        ['a body of another kind', { body: 'nonsense', headers: { 'content-type': 'text/plain' } }, 400],
        ['no options', { body: new FormData() }, 400],
        ['a recent validation', { body: '{}', headers: { 'content-type': 'application/json' } }, 501],
        ['a partial deployment', { body: form(ARCHIVE, { rollbackOnError: false }) }, 501],
        ['an option of the wrong type', { body: form(ARCHIVE, { checkOnly: 'yes' }) }, 400]
    ])('refuses %s', async (_case, init, status) => {
        expect((await call(REQUESTS, { method: 'POST', ...init })).status).toBe(status);
    });

    it('refuses whoever is no administrator', async () => {
        const response = await start({}, USERLESS);
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject([{ errorCode: 'INSUFFICIENT_ACCESS' }]);
        expect((await fetch(org.url + REQUESTS, { method: 'POST', body: form(ARCHIVE) })).status).toBe(401);
    });
});

describe('metadata/deployRequest/{id}', () => {
    it('answers 404 for an id that is none', async () => {
        expect((await call(`${REQUESTS}/0Af000000000001AAA`)).status).toBe(404);
    });

    it('leaves details out unless asked', async () => {
        const { id } = (await (await start()).json()) as Answer;
        await finished(id);
        const brief = (await (await call(`${REQUESTS}/${id}`)).json()) as Answer;
        expect(brief.deployResult.details).toBeUndefined();
    });

    it('cancels what is not done, and nothing else', async () => {
        const cancel = (id: string, status = 'Canceling'): Promise<Response> =>
            call(`${REQUESTS}/${id}`, {
                method: 'PATCH',
                body: JSON.stringify({ deployResult: { status } }),
                headers: { 'content-type': 'application/json' }
            });
        const { id } = (await (await start()).json()) as Answer;
        await finished(id);
        expect((await cancel(id)).status).toBe(400);
        expect((await cancel(id, 'Succeeded')).status).toBe(400);
    });
});

describe('the Salesforce CLI', () => {
    it('is answered on paths that begin with two slashes', async () => {
        expect((await fetch(`${org.url}//services/data`)).status).toBe(200);
    });

    it('learns what it asks about the org', async () => {
        const soql = 'SELECT Name, InstanceName, IsSandbox, TrialExpirationDate, NamespacePrefix, OrganizationType';
        const response = await call(`/services/data/v66.0/query?q=${encodeURIComponent(`${soql} FROM Organization`)}`);
        expect(await response.json()).toMatchObject({ records: [{ IsSandbox: false, NamespacePrefix: null }] });
    });
});

describe('GET /__dev/deployments', () => {
    it('lists deployments and every component of the org', async () => {
        const { id } = (await (await start()).json()) as Answer;
        await finished(id);
        const listed = (await (await call('/__dev/deployments')).json()) as {
            deployments: { id: string }[];
            components: { type: string; fullName: string; deployedBy?: string }[];
        };
        expect(listed.deployments[0]?.id).toBe(id);
        expect(listed.components).toEqual(
            expect.arrayContaining([
                expect.objectContaining({ type: 'CustomObject', fullName: 'Use__c' }),
                expect.objectContaining({ fullName: 'Use__c.X__c', deployedBy: 'Admit One Integration' })
            ])
        );
        expect((await fetch(`${org.url}/__dev/deployments`)).status).toBe(401);
    });
});
