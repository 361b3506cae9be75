import { pino } from 'pino';
import { createTestDatabase } from '../../testing/testDatabase.ts';
import type { TestDatabase } from '../../testing/testDatabase.ts';
import { SalesforceError, SalesforceSignInError } from '../salesforce/errors.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { guardClient } from './guardedClient.ts';
import { SalesforceBreaker } from './salesforceBreaker.ts';

describe('the breaker between the service and Salesforce', () => {
    let database: TestDatabase;
    /** What Salesforce does with a query, and how many it got. */
    let answer: () => Promise<Record<string, unknown>[]>;
    let calls: number;
    let organizationId: string;

    beforeEach(async () => {
        database = await createTestDatabase();
        answer = () => Promise.resolve([]);
        calls = 0;
        organizationId = '00D000000000001AAA';
    });
    afterEach(() => database.drop());

    /** One replica. */
    function replica(): SalesforceClient {
        const client = {
            query: () => {
                calls += 1;
                return answer();
            },
            organizationId: () => Promise.resolve(organizationId)
        } as unknown as SalesforceClient;
        const { db } = database;
        return guardClient({ client, breaker: new SalesforceBreaker(db), db, logger: pino({ level: 'silent' }) });
    }

    const passTime = () =>
        database.pool.query("update salesforce_breaker set open_until = now() - interval '1 second'");

    it.each([
        new SalesforceError('REQUEST_LIMIT_EXCEEDED', 'used up'),
        new SalesforceSignInError('invalid_grant', 'not let in')
    ])('keeps every replica from sending after $code, then lets one of them try', async (error) => {
        answer = () => Promise.reject(error);
        await expect(replica().query('')).rejects.toThrow(error);
        await expect(replica().query('')).rejects.toMatchObject({ code: error.code });
        expect(calls).toBe(1);
        await passTime();
        await Promise.allSettled(Array.from({ length: 6 }, () => replica().query('')));
        expect(calls).toBe(2);
    });

    it('closes when the try succeeds', async () => {
        answer = () => Promise.reject(new SalesforceError('REQUEST_LIMIT_EXCEEDED', 'used up'));
        await expect(replica().query('')).rejects.toThrow();
        await passTime();
        answer = () => Promise.resolve([]);
        await expect(replica().query('')).resolves.toEqual([]);
        await expect(replica().query('')).resolves.toEqual([]);
    });

    it('stays closed for failures that concern one call only', async () => {
        answer = () => Promise.reject(new SalesforceError('UNABLE_TO_LOCK_ROW', 'busy'));
        await expect(replica().query('')).rejects.toThrow();
        await expect(replica().query('')).rejects.toThrow();
        expect(calls).toBe(2);
    });

    it('sends nothing to another org than the first, also when it changes while the process lives, until an operator says so', async () => {
        const found = async () => {
            const { rows } = await database.pool.query('select found_organization_id as found from mirror_state');
            return rows as unknown;
        };
        const longLived = replica();
        await longLived.query('');
        expect(await found()).toEqual([{ found: null }]);
        organizationId = '00D000000000002AAA';
        await expect(longLived.query('')).rejects.toMatchObject({ code: 'ORGANIZATION_CHANGED' });
        await passTime();
        await expect(replica().query('')).rejects.toMatchObject({ code: 'ORGANIZATION_CHANGED' });
        expect(calls).toBe(1);
        expect(await found()).toEqual([{ found: organizationId }]);
        await database.pool.query('update mirror_state set organization_id = null');
        await passTime();
        await expect(longLived.query('')).resolves.toEqual([]);
        expect(await found()).toEqual([{ found: null }]);
    });
});
