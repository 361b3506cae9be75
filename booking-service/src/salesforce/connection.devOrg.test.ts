import path from 'node:path';
import { startDevOrg, type DevOrg } from '../../../dev-org/src/devOrg.ts';
import type { FaultInput } from '../../../dev-org/src/faults/fault.ts';
import { addUser, CLIENT_ID, INTEGRATION, KEYS } from '../../../dev-org/src/testing/testOrg.ts';
import { createSalesforceConnection } from './connection.ts';
import { classifySalesforceError } from './errors.ts';
import { queryRequest, upsertRequest } from './requests.ts';
import type { SalesforceClient } from './salesforceClient.ts';
import { soql } from './soql.ts';

let org: DevOrg;
let client: SalesforceClient;
let now: number;

beforeAll(async () => {
    org = await startDevOrg({
        projectDir: path.join(import.meta.dirname, '..', '..', '..'),
        connectedApp: { clientId: CLIENT_ID, publicKeyPem: KEYS.publicKey },
        seed: (store) => {
            addUser(store, { Username: INTEGRATION, LastName: 'Integration' }, 'AdmitOneIntegration');
        }
    });
    client = createSalesforceConnection({
        loginUrl: org.url,
        clientId: CLIENT_ID,
        username: INTEGRATION,
        privateKeyPem: KEYS.privateKey,
        apiVersion: '66.0',
        timeoutMs: 1000,
        now: () => now
    });
});
afterAll(() => org.close());
beforeEach(() => {
    now = Date.now();
    org.faults.clear();
});

const meeting = (uid: string): Parameters<typeof upsertRequest>[0] => ({
    objectName: 'Meeting__c',
    field: 'BookingUid__c',
    value: uid
});
const FIELDS = {
    Revision__c: 1,
    LinkType__c: 'Standard',
    StartsAt__c: '2026-12-01T10:00:00Z',
    EndsAt__c: '2026-12-01T10:30:00Z',
    Status__c: 'Scheduled',
    ProspectLastName__c: "O'Hara",
    ProspectEmail__c: 'ada@example.com',
    BookedAt__c: '2026-11-21T10:00:00Z'
};

describe('the connection against the dev org', () => {
    it('signs in as the integration user and knows the org', async () => {
        expect(await client.organizationId()).toMatch(/^00D\w{15}$/);
        expect(await client.query(soql`SELECT Username FROM User WHERE Username = ${INTEGRATION}`)).toMatchObject([
            { Username: INTEGRATION }
        ]);
        expect(client.apiUsage()?.used).toBeGreaterThan(0);
    });

    it('upserts by external key: made once, changed afterwards, found with its quote', async () => {
        const first = await client.upsert(meeting('uid-1'), FIELDS);
        const second = await client.upsert(meeting('uid-1'), { ...FIELDS, Revision__c: 2 });
        expect(first.isCreated).toBe(true);
        expect(second).toEqual({ id: first.id, isCreated: false });
        const rows = await client.query(
            soql`SELECT Id, Revision__c FROM Meeting__c WHERE ProspectLastName__c = ${"O'Hara"}`
        );
        expect(rows).toMatchObject([{ Id: first.id, Revision__c: 2 }]);
    });

    it('reports each part of a composite call by its own code', async () => {
        const results = await client.composite([
            { referenceId: 'fits', ...upsertRequest(meeting('uid-2'), FIELDS) },
            {
                referenceId: 'backwards',
                ...upsertRequest(meeting('uid-3'), { ...FIELDS, EndsAt__c: FIELDS.StartsAt__c })
            },
            { referenceId: 'unknown', ...queryRequest('SELECT Nothing__c FROM Meeting__c') }
        ]);
        expect(results.map(({ referenceId, error }) => [referenceId, error?.code])).toEqual([
            ['fits', undefined],
            ['backwards', 'FIELD_CUSTOM_VALIDATION_EXCEPTION'],
            ['unknown', 'INVALID_FIELD']
        ]);
        expect(results.map(({ error }) => error && classifySalesforceError(error))).toEqual([
            undefined,
            'park',
            'park'
        ]);
    });

    it('makes nothing when told only to update', async () => {
        const update = client.upsert(meeting('uid-4'), FIELDS, { updateOnly: true });
        await expect(
            update.catch((error: unknown) => Promise.reject(new Error(classifySalesforceError(error))))
        ).rejects.toThrow('reference');
        expect(await client.query(soql`SELECT Id FROM Meeting__c WHERE BookingUid__c = ${'uid-4'}`)).toEqual([]);
    });

    it('signs in again when the session ends', async () => {
        await client.organizationId();
        org.sessions.endAll();
        now += 31_000;
        expect(await client.query('SELECT Id FROM Meeting__c LIMIT 1')).toHaveLength(1);
    });

    it.each<[FaultInput, Record<string, unknown>, string]>([
        [{ kind: 'html503' }, { code: 'ERROR_HTTP_503' }, 'retry'],
        // A query is sent once more when its connection is lost.
        [{ kind: 'reset', times: 2 }, { name: 'SalesforceNetworkError', isAmbiguous: true }, 'retry'],
        [{ kind: 'truncate', times: 2 }, { name: 'SalesforceNetworkError' }, 'retry'],
        [{ kind: 'hang' }, { code: 'SF_TIMEOUT' }, 'retry'],
        [{ kind: 'error', status: 403, code: 'REQUEST_LIMIT_EXCEEDED' }, { code: 'REQUEST_LIMIT_EXCEEDED' }, 'limit'],
        [{ kind: 'error', code: 'UNABLE_TO_LOCK_ROW' }, { code: 'UNABLE_TO_LOCK_ROW' }, 'retry']
    ])('survives the fault %j', async (fault, expected, errorClass) => {
        org.faults.add(fault);
        const error: unknown = await client.query('SELECT Id FROM Meeting__c').catch((reason: unknown) => reason);
        expect(error).toMatchObject(expected);
        expect(classifySalesforceError(error)).toBe(errorClass);
        await expect(client.query('SELECT Id FROM Meeting__c')).resolves.toBeInstanceOf(Array);
    });

    it('does the same once when an answer was lost after the work was done', async () => {
        org.faults.add({ kind: 'commitThenReset', method: 'PATCH' });
        await expect(client.upsert(meeting('uid-5'), FIELDS)).rejects.toMatchObject({ isAmbiguous: true });
        expect(await client.upsert(meeting('uid-5'), FIELDS)).toMatchObject({ isCreated: false });
        expect(await client.query(soql`SELECT Id FROM Meeting__c WHERE BookingUid__c = ${'uid-5'}`)).toHaveLength(1);
    });
});
