import { request } from 'node:http';
import type { Connection } from 'jsforce';
import type { DevOrg } from '../devOrg.ts';
import { connect, getObject, startTestOrg } from '../testing/testOrg.ts';

let org: DevOrg;
let sf: Connection;

beforeAll(async () => {
    org = await startTestOrg({ apiLimit: 1000 });
    sf = await connect(org);
});
afterEach(() => org.faults.clear());
afterAll(() => org.close());

const steer = (method: string, path: string, body?: unknown) =>
    fetch(`${org.url}/__dev/${path}`, {
        method,
        ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    });
const createAccount = (name: string, signal?: AbortSignal) =>
    fetch(`${org.url}/services/data/v66.0/sobjects/Account`, {
        method: 'POST',
        headers: { authorization: `Bearer ${sf.accessToken}` },
        body: JSON.stringify({ Name: name }),
        ...(signal && { signal })
    });
const names = () => [...org.store.rows(getObject(org.schema, 'Account'))].map((row) => row['Name']);

describe('faults', () => {
    it('answers an error as often as told, to the requests it is meant for', async () => {
        const answer = await steer('POST', 'faults', {
            ...{
                kind: 'error',
                code: 'UNABLE_TO_LOCK_ROW',
                method: 'POST',
                path: 'sobjects/Account',
                body: 'Lock',
                times: 2
            }
        });
        expect(answer.status).toBe(204);
        expect((await createAccount('Other')).status).toBe(201);
        for (const name of ['Locked once', 'Locked twice']) {
            const refused = await createAccount(name);
            expect(refused.status).toBe(400);
            expect(await refused.json()).toEqual([{ message: 'UNABLE_TO_LOCK_ROW', errorCode: 'UNABLE_TO_LOCK_ROW' }]);
        }
        expect((await createAccount('Locked')).status).toBe(201);
    });

    it('goes down for maintenance without doing the work', async () => {
        org.faults.add({ kind: 'html503' });
        const response = await createAccount('Down');
        expect(response.status).toBe(503);
        expect(response.headers.get('content-type')).toBe('text/html');
        expect(names()).not.toContain('Down');
    });

    it('cuts the connection before the work', async () => {
        org.faults.add({ kind: 'reset' });
        await expect(createAccount('Reset')).rejects.toThrow('fetch failed');
        expect(names()).not.toContain('Reset');
    });

    it('does the work and loses the answer', async () => {
        org.faults.add({ kind: 'commitThenReset' });
        await expect(createAccount('Lost')).rejects.toThrow('fetch failed');
        org.faults.add({ kind: 'commitThen503' });
        expect((await createAccount('Hidden')).status).toBe(503);
        expect(names()).toEqual(expect.arrayContaining(['Lost', 'Hidden']));
    });

    it('breaks off in the middle of the answer', async () => {
        org.faults.add({ kind: 'truncate' });
        const response = await createAccount('Cut');
        await expect(response.text()).rejects.toThrow('terminated');
    });

    it('never answers', async () => {
        org.faults.add({ kind: 'hang' });
        await expect(createAccount('Hang', AbortSignal.timeout(50))).rejects.toThrow('aborted');
    });

    it('answers late', async () => {
        org.faults.add({ kind: 'delay', milliseconds: 40 });
        const started = performance.now();
        expect((await createAccount('Late')).status).toBe(201);
        expect(performance.now() - started).toBeGreaterThan(35);
    });

    it('signs everybody out', async () => {
        org.faults.add({ kind: 'expire' });
        expect((await createAccount('Expired')).status).toBe(401);
        sf = await connect(org);
    });

    it('forgets its faults', async () => {
        org.faults.add({ kind: 'html503' });
        expect((await steer('DELETE', 'faults')).status).toBe(204);
        expect((await createAccount('Up')).status).toBe(201);
    });

    it('tells which faults still wait', async () => {
        await steer('POST', 'faults', { kind: 'reset', path: '/query', times: 2 });
        expect(await (await steer('GET', 'faults')).json()).toEqual({
            faults: [{ kind: 'reset', path: '/query', times: 2 }]
        });
        await steer('DELETE', 'faults');
        expect(await (await steer('GET', 'faults')).json()).toEqual({ faults: [] });
    });

    it('refuses a fault it does not know, and a form', async () => {
        expect((await steer('POST', 'faults', { kind: 'flood' })).status).toBe(400);
        const form = await fetch(`${org.url}/__dev/faults`, {
            method: 'POST',
            body: new URLSearchParams({ kind: 'hang' })
        });
        expect(form.status).toBe(415);
    });
});

describe('the clock', () => {
    it('can be set', async () => {
        await steer('POST', 'clock', { now: '2027-03-28T00:30:00Z' });
        const { id } = await sf.sobject('Account').create({ Name: 'Later' });
        expect(await sf.sobject('Account').retrieve(id!)).toMatchObject({
            CreatedDate: expect.stringMatching(/^2027-03-28T00:30:0\d\.000\+0000$/) as string
        });
        expect(await (await steer('GET', 'clock')).json()).toMatchObject({
            ...{ isSet: true, now: expect.stringContaining('2027-03-28T00:30:0') as string }
        });
        await steer('DELETE', 'clock');
        expect(await (await steer('GET', 'clock')).json()).toMatchObject({ isSet: false });
    });
});

describe('limits', () => {
    it('tells the usage on every answer and refuses what goes beyond', async () => {
        const response = await createAccount('Count');
        expect(response.headers.get('sforce-limit-info')).toBe(`api-usage=${org.usage.used}/1000`);
        expect(await sf.limits()).toMatchObject({ DailyApiRequests: { Max: 1000 } });
        org.usage.limit = org.usage.used;
        const refused = await createAccount('Too many');
        expect(refused.status).toBe(403);
        expect(await refused.json()).toMatchObject([{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }]);
        org.usage.limit = 1000;
    });

    it('tells what the calls were for, and does not count being asked', async () => {
        await createAccount('Reported');
        const used = org.usage.used;
        const report = (await (await steer('GET', 'usage')).json()) as ReturnType<typeof org.usage.report>;
        expect(report).toMatchObject({ limit: 1000, used });
        expect(report.endpoints).toContainEqual({
            ...{ method: 'POST', pattern: '/services/data/:version/sobjects/:object' },
            calls: expect.any(Number) as number
        });
        expect(org.usage.used).toBe(used);
    });
});

describe('the server', () => {
    it('answers to names of this machine only', async () => {
        const status = await new Promise((resolve) => {
            request(`${org.url}/services/data`, { headers: { host: 'evil.example' } }, (response) => {
                response.resume();
                resolve(response.statusCode);
            }).end();
        });
        expect(status).toBe(421);
    });

    it('remembers what it was asked, but not how it was steered', async () => {
        org.requests.clear();
        await steer('DELETE', 'faults');
        await createAccount('Remembered');
        expect(org.requests.all()).toEqual([
            { method: 'POST', url: '/services/data/v66.0/sobjects/Account', body: '{"Name":"Remembered"}' }
        ]);
    });
});
