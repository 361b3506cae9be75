import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../database/tables.ts';
import { classifySalesforceError, SalesforceError, SalesforceSignInError } from '../salesforce/errors.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import type { BreakerReason, SalesforceBreaker } from './salesforceBreaker.ts';

export interface GuardedClientParts {
    client: SalesforceClient;
    breaker: SalesforceBreaker;
    db: Kysely<Database>;
    logger: Logger;
}

const OTHER_ORG =
    'Salesforce is another org than the one this database belongs to, as after a sandbox refresh. Nothing is read or ' +
    'written. Use the database of that org, or set mirror_state.organization_id to null to take this org over.';

/**
 * The client everything in the service uses: sends nothing while the breaker is open, opens it for all replicas when
 * the org's calls are used up or the service is not let in, and never mixes the data of two orgs.
 */
export function guardClient(parts: GuardedClientParts): SalesforceClient {
    const { client } = parts;
    const guard = new Guard(parts);
    return {
        query: (...args) => guard.run(() => client.query(...args)),
        queryAll: (...args) => guard.run(() => client.queryAll(...args)),
        queryMany: (...args) => guard.run(() => client.queryMany(...args)),
        composite: (...args) => guard.run(() => client.composite(...args)),
        create: (...args) => guard.run(() => client.create(...args)),
        update: (...args) => guard.run(() => client.update(...args)),
        upsert: (...args) => guard.run(() => client.upsert(...args)),
        organizationId: () => guard.run(() => client.organizationId()),
        apiUsage: () => client.apiUsage()
    };
}

class Guard {
    private readonly parts: GuardedClientParts;
    /** The org that was found to be this database's own. */
    private ownOrg: string | undefined;

    constructor(parts: GuardedClientParts) {
        this.parts = parts;
    }

    async run<T>(call: () => Promise<T>): Promise<T> {
        const { breaker, logger } = this.parts;
        const refusal = await breaker.refusal();
        if (refusal !== undefined) throw paused(refusal);
        try {
            await this.mustBeSameOrg();
            const answer = await call();
            await breaker.close();
            return answer;
        } catch (error) {
            const kind = classifySalesforceError(error);
            if (kind === 'limit' || kind === 'signIn') {
                logger.error({ err: error }, 'Salesforce takes nothing from this service for now');
                await breaker.open(kind);
            }
            throw error;
        }
    }

    /**
     * The first org is remembered; another one later is no reason to guess. Asked before each call, because a session
     * that ends may be followed by one in another org; it costs nothing while the session lasts.
     */
    private async mustBeSameOrg(): Promise<void> {
        const { client, db, logger } = this.parts;
        const id = await client.organizationId();
        if (id === this.ownOrg) return;
        this.ownOrg = undefined;
        const { rows } = await sql<{ expected: string }>`
            update mirror_state
               set organization_id = coalesce(organization_id, ${id}),
                   found_organization_id = nullif(${id}, coalesce(organization_id, ${id}))
            returning organization_id as expected`.execute(db);
        const expected = rows[0]?.expected;
        if (expected === id) {
            this.ownOrg = id;
            return;
        }
        logger.fatal({ expected, found: id }, OTHER_ORG);
        throw new SalesforceSignInError('ORGANIZATION_CHANGED', OTHER_ORG);
    }
}

function paused(reason: BreakerReason): SalesforceError {
    if (reason === 'limit') {
        return new SalesforceError('REQUEST_LIMIT_EXCEEDED', 'Nothing is sent until the org’s API calls are back.');
    }
    return new SalesforceSignInError('invalid_grant', 'Salesforce does not let the service in for now.');
}
