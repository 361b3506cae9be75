import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import type { Logger } from 'pino';
import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { hashToken, newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { compose } from '../src/compose.ts';
import type { Ingredients, MailSettings, Service } from '../src/compose.ts';
import type { SalesforceClient } from '../src/salesforce/salesforceClient.ts';
import { soql } from '../src/salesforce/soql.ts';
import { createTestDatabase } from './testDatabase.ts';
import type { TestDatabase } from './testDatabase.ts';
import { connectToOrg } from './testOrg.ts';

/** The whole service over HTTP, with a database of its own, on a local Salesforce. */
export interface TestService {
    url: string;
    database: TestDatabase;
    service: Service;
    /** Salesforce as Julio sees it. */
    rep: SalesforceClient;
    /** Salesforce as the service sees it. */
    integration: SalesforceClient;
    /** Mints a single-use link of an original as a component would; its path, `s/<token>`. */
    mintLink(slug: string, fields?: Record<string, unknown>): Promise<string>;
    /** The open times of a link in the coming weeks, UTC instants. */
    findSlots(link: string): Promise<string[]>;
    book(
        booking: Record<string, unknown>,
        idempotencyKey?: string,
        headers?: Record<string, string>
    ): Promise<Response>;
    stop(): Promise<void>;
}

export interface TestServiceOptions {
    /** The service's clock. */
    now?: () => Date;
    /** How mails are sent; absent: they stay in the queue. */
    mails?: MailSettings;
    hasRateLimits?: boolean;
    trustedProxies?: string[];
    blocklist?: Ingredients['blocklist'];
    proofOfWorkBits?: number;
    metricsToken?: string;
    logger?: Logger;
    /** Instead of one of its own; whoever passes it closes it. */
    database?: Pick<TestDatabase, 'pool' | 'db' | 'close' | 'url'>;
}

export async function startTestService(
    org: DevOrg,
    { database: given, ...options }: TestServiceOptions = {}
): Promise<TestService> {
    const database: TestDatabase = given
        ? { ...given, drop: () => Promise.resolve() }
        : await createTestDatabase({ maxConnections: 20 });
    const rep = connectToOrg(org.url, NEXORA_USERNAMES.julio);
    const integration = connectToOrg(org.url, NEXORA_USERNAMES.integration, 15_000);
    const service = compose({
        connection: database,
        salesforce: integration,
        publicUrl: new URL('http://127.0.0.1:4000'),
        trustedProxies: [],
        hasRateLimits: false,
        logger: pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' }),
        ...options
    });
    const server = createServer(service.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return {
        url,
        database,
        service,
        rep,
        integration,
        mintLink: (slug, fields) => mintLink(rep, slug, fields),
        findSlots: (link) => findSlots(url, link),
        book: (booking, idempotencyKey = randomUUID(), headers = {}) =>
            fetch(`${url}/api/v1/bookings`, {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey, ...headers },
                body: JSON.stringify({ ...SAMPLE_BOOKING, ...booking })
            }),
        async stop() {
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
            await service.stopWork();
            await database.drop();
        }
    };
}

const SAMPLE_BOOKING = {
    timeZone: 'Europe/Berlin',
    prospect: { firstName: 'Ada', lastName: 'Byron', email: 'ada.byron@example.com' }
};

async function mintLink(rep: SalesforceClient, slug: string, fields: Record<string, unknown> = {}): Promise<string> {
    const [link] = await rep.query(soql`SELECT Id FROM BookingLink__c WHERE Slug__c = ${slug}`);
    const token = newToken();
    await rep.create('SingleUseLink__c', {
        BookingLink__c: link?.['Id'],
        TokenHash__c: await hashToken(token),
        CopiedFrom__c: 'API',
        ...fields
    });
    return `s/${token}`;
}

async function findSlots(url: string, link: string): Promise<string[]> {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const query = new URLSearchParams({ link, from: day(0), to: day(28), timeZone: 'Europe/Berlin' });
    const response = await fetch(`${url}/api/v1/slots?${query.toString()}`);
    if (!response.ok) throw new Error(`slots of ${link}: ${response.status} ${await response.text()}`);
    const { slots } = (await response.json()) as { slots: { start: string }[] };
    return slots.map(({ start }) => start);
}
