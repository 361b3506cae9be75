import { pino } from 'pino';
import type { DevOrg } from '../../../dev-org/src/devOrg.ts';
import { NEXORA_USERNAMES } from '../../../dev-org/seed/nexora.ts';
import { createTestDatabase } from '../../testing/testDatabase.ts';
import type { TestDatabase } from '../../testing/testDatabase.ts';
import { connectToOrg, startTestOrg } from '../../testing/testOrg.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { soql } from '../salesforce/soql.ts';
import { DefinitionStore } from './definitionStore.ts';
import { Mirror } from './mirror.ts';
import { SalesforceReader } from './salesforceReader.ts';
import { SingleUseLinkStore } from './singleUseLinkStore.ts';

const logger = pino({ level: 'silent' });
const MINUTE_MS = 60_000;

describe('Mirror', () => {
    let org: DevOrg;
    let database: TestDatabase;
    let rep: SalesforceClient;
    let integration: SalesforceClient;
    let definitions: DefinitionStore;
    let mirror: Mirror;
    let linkId: string;

    beforeAll(async () => {
        org = await startTestOrg();
        rep = connectToOrg(org.url, NEXORA_USERNAMES.julio);
        integration = connectToOrg(org.url, NEXORA_USERNAMES.integration);
        const [link] = await rep.query("SELECT Id FROM BookingLink__c WHERE Slug__c = 'julio-intro'");
        linkId = String(link?.['Id']);
    });
    afterAll(() => org.close());
    beforeEach(async () => {
        database = await createTestDatabase();
        ({ mirror, definitions } = replica());
        await mirror.refresh(0);
    });
    afterEach(() => database.drop());

    /** A process of its own on the same database. */
    function replica() {
        const store = new DefinitionStore(database, logger);
        return {
            definitions: store,
            mirror: new Mirror({
                db: database.db,
                reader: new SalesforceReader(integration),
                definitions: store,
                singleUseLinks: new SingleUseLinkStore(database),
                logger
            })
        };
    }
    const current = async () => (await definitions.current()).link(linkId);
    const countQueries = async (work: () => Promise<unknown>) => {
        const before = org.usage.used;
        await work();
        return org.usage.used - before;
    };

    it('knows a link with its type, its hosts and their schedules after the first poll', async () => {
        const known = await definitions.current();
        const link = known.linkBySlug('julio-deep-dive');
        expect(known.meetingType(link?.meetingTypeId ?? '')?.title).toBe('Technical deep dive');
        const hosts = known.hosts(link?.id ?? '');
        expect(hosts.map(({ role }) => role)).toEqual(['required', 'pool']);
        const julio = known.user(hosts[0]?.userId ?? '');
        expect(julio?.name).toBe('Julio Reyes');
        expect(known.schedule(julio?.id ?? '')?.windows.length).toBeGreaterThan(0);
        expect(known.companyName()).toBe('Nexora Systems');
    });

    it('sees a change with the next poll', async () => {
        const name = `Intro ${Date.now()}`;
        await rep.update('BookingLink__c', linkId, { Name: name });
        expect((await current())?.name).not.toBe(name);
        await mirror.refresh(0);
        expect((await current())?.name).toBe(name);
    });

    it('sees that a record is deleted', async () => {
        const [intro] = await rep.query(soql`SELECT MeetingType__c FROM BookingLink__c WHERE Id = ${linkId}`);
        const slug = `short-lived-${Date.now()}`;
        const id = await rep.create('BookingLink__c', {
            Name: 'Short-lived',
            Slug__c: slug,
            MeetingType__c: intro?.['MeetingType__c']
        });
        await mirror.refresh(0);
        expect((await definitions.current()).linkBySlug(slug)?.id).toBe(id);
        const BookingLink = org.schema.object('BookingLink__c');
        const owner = String(
            (await rep.query(soql`SELECT OwnerId FROM BookingLink__c WHERE Id = ${id}`))[0]?.['OwnerId']
        );
        org.store.delete(BookingLink!, id, { userId: owner });
        await mirror.refresh(0);
        expect((await definitions.current()).linkBySlug(slug)).toBeUndefined();
    });

    it('reads a row that is stamped before the newest one but became visible after it', async () => {
        // As if a poll nine minutes ahead had seen everything but this row.
        await database.pool.query("update mirror_watermarks set system_modstamp = now() + interval '9 minutes'");
        const name = `Late ${Date.now()}`;
        await rep.update('BookingLink__c', linkId, { Name: name });
        await mirror.refresh(0);
        expect((await current())?.name).toBe(name);
    });

    it('asks Salesforce once when two replicas look at the same time, and both know', async () => {
        const other = replica();
        await other.mirror.refresh(0);
        const name = `Twice ${Date.now()}`;
        await rep.update('BookingLink__c', linkId, { Name: name });
        await database.pool.query("update mirror_state set polled_at = now() - interval '1 hour'");
        const alone = await countQueries(() => mirror.refresh(MINUTE_MS));
        await database.pool.query("update mirror_state set polled_at = now() - interval '1 hour'");
        const together = await countQueries(() =>
            Promise.all([mirror.refresh(MINUTE_MS), other.mirror.refresh(MINUTE_MS), mirror.refresh(MINUTE_MS)])
        );
        expect(together).toBe(alone);
        expect((await other.definitions.current()).link(linkId)?.name).toBe(name);
        expect((await current())?.name).toBe(name);
    });

    it('goes on soon when the replica whose turn it is has died', async () => {
        await database.pool.query("update mirror_state set poll_leased_until = now() + interval '300 milliseconds'");
        expect(await countQueries(() => mirror.refresh(0))).toBeGreaterThan(0);
    });

    it('saves nothing of a poll whose turn another replica has taken meanwhile', async () => {
        const other = replica();
        const name = `Late ${Date.now()}`;
        const query = integration.queryMany.bind(integration);
        const stands = Promise.withResolvers<true>();
        const wake = Promise.withResolvers<true>();
        integration.queryMany = async (...args) => {
            const rows = await query(...args);
            integration.queryMany = query;
            stands.resolve(true);
            await wake.promise;
            return rows;
        };
        const paused = mirror.refresh(0);
        await stands.promise;
        await database.pool.query("update mirror_state set poll_leased_until = now() - interval '1 second'");
        await rep.update('BookingLink__c', linkId, { Name: name });
        await other.mirror.refresh(0);
        const polledAt = await other.mirror.polledAt();
        wake.resolve(true);
        await expect(paused).rejects.toThrow('another replica reads Salesforce by now');
        expect((await current())?.name).toBe(name);
        expect(await replica().mirror.polledAt()).toEqual(polledAt);
    });

    it('holds no connection while it reads Salesforce, and no lock of a session', async () => {
        const query = integration.queryMany.bind(integration);
        let locks: unknown[] | undefined;
        let inUse: number | undefined;
        integration.queryMany = async (...args) => {
            inUse ??= database.pool.totalCount - database.pool.idleCount;
            const { rows } = await database.pool.query("select 1 from pg_locks where locktype = 'advisory'");
            locks ??= rows;
            return query(...args);
        };
        await mirror.refresh(0);
        integration.queryMany = query;
        expect([inUse, locks]).toEqual([0, []]);
    });

    it('leaves Salesforce alone while it is fresh', async () => {
        expect(await countQueries(() => mirror.refresh(MINUTE_MS))).toBe(0);
    });

    it('keeps the last good copy of a record that cannot be read, and takes the next good one', async () => {
        const before = (await current())?.name;
        // Salesforce stamps whole seconds.
        const stamp = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
        const spoil = (fields: Record<string, unknown>) =>
            database.db
                .transaction()
                .execute((transaction) =>
                    definitions.save(transaction, 'BookingLink__c', [
                        { Id: linkId, SystemModstamp: stamp, IsDeleted: false, ...fields }
                    ])
                );
        await spoil({ Name: 'Without an owner or a type' });
        expect((await current())?.name).toBe(before);
        const name = `Good again ${Date.now()}`;
        await rep.update('BookingLink__c', linkId, { Name: name });
        await mirror.refresh(0);
        expect((await current())?.name).toBe(name);
    });

    it('fails while Salesforce is down and keeps what it knows', async () => {
        org.faults.add({ kind: 'html503', path: '/composite', times: 1 });
        await expect(mirror.refresh(0)).rejects.toThrow();
        org.faults.clear();
        expect((await current())?.slug).toBe('julio-intro');
    });
});
