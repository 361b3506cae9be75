import { request } from 'node:http';
import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { hashToken, newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { SalesforceBreaker } from '../src/outbox/salesforceBreaker.ts';
import type { SalesforceClient } from '../src/salesforce/salesforceClient.ts';
import { soql } from '../src/salesforce/soql.ts';
import { eventually } from '../testing/eventually.ts';
import { connectToOrg, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const PERSON = {
    'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0',
    Accept: 'text/html,application/xhtml+xml',
    'Accept-Language': 'en-US,en;q=0.5',
    'Sec-Fetch-Mode': 'navigate',
    'Sec-Fetch-Site': 'none'
};
const SCANNER = { 'User-Agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' };
const SCRIPT = { ...PERSON, Accept: 'application/json', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Site': 'same-origin' };

const anInstant: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);

/** `fetch` sends marks of its own; this sends these headers and nothing else. */
function ask(url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
        const sent = request(url, { method, headers }, (answer) => {
            answer.resume().once('end', () => resolve(answer.statusCode));
        });
        sent.once('error', reject).end();
    });
}

describe('openings of single-use links', () => {
    let org: DevOrg;
    let service: TestService;
    let admin: SalesforceClient;

    beforeAll(async () => {
        org = await startTestOrg();
        admin = connectToOrg(org.url, NEXORA_USERNAMES.amara);
    });
    afterAll(() => org.close());
    beforeEach(async () => {
        service = await startTestService(org);
    });
    afterEach(async () => {
        org.faults.clear();
        await service.stop();
    });

    const open = (link: string, headers: Record<string, string>, method?: string) =>
        ask(`${service.url}/${link}`, headers, method);
    const hashOf = (link: string) => hashToken(link.slice('s/'.length));
    const aMinuteLater = () => service.database.pool.query(`update link_openings_turn set not_before = '-infinity'`);

    /** Calls that told Salesforce of openings; whatever else the service asks of it meanwhile does not count. */
    const calls = () =>
        org.requests.all().filter(({ method, body }) => method === 'POST' && /First(Opened|Scanned)At__c/.test(body))
            .length;

    async function keepAndTell(by: TestService = service): Promise<number> {
        await by.service.openings.keep();
        return by.service.openings.tell();
    }

    async function inSalesforce(link: string) {
        const [row] = await admin.query(
            soql`SELECT FirstScannedAt__c, FirstOpenedAt__c, Status__c FROM SingleUseLink__c WHERE TokenHash__c = ${await hashOf(link)}`
        );
        return row;
    }

    /** As many links as that, all in the mirror; the hashes of their tokens. */
    async function mintMany(count: number): Promise<string[]> {
        const [original] = await admin.query(`SELECT Id FROM BookingLink__c WHERE Slug__c = 'julio-intro'`);
        const hashes = await Promise.all(Array.from({ length: count }, () => hashToken(newToken())));
        const records = hashes.map((TokenHash__c) => ({
            attributes: { type: 'SingleUseLink__c' },
            BookingLink__c: original?.['Id'],
            TokenHash__c,
            CopiedFrom__c: 'API'
        }));
        for (let at = 0; at < count; at += 200) {
            const body = { allOrNone: true, records: records.slice(at, at + 200) };
            await admin.composite([{ referenceId: 'links', method: 'POST', path: '/composite/sobjects', body }]);
        }
        await service.service.mirror.refresh(0);
        return hashes;
    }

    it('are told by one write for 100 scans and one for the person, and change nothing about the link', async () => {
        const link = await service.mintLink('julio-intro');
        const other = await service.mintLink('julio-intro');
        expect(await open(link, SCANNER)).toBe(200);
        const before = org.usage.used;
        for (let scan = 1; scan < 100; scan += 1)
            expect(await open(link, SCANNER, scan % 2 ? 'HEAD' : 'GET')).toBe(200);
        expect(org.usage.used).toBe(before);
        const told = calls();
        expect(await keepAndTell()).toBe(1);
        expect(calls()).toBe(told + 1);
        expect(await inSalesforce(link)).toMatchObject({ FirstScannedAt__c: anInstant, FirstOpenedAt__c: null });

        expect(await open(link, PERSON)).toBe(200);
        expect(await open(link, PERSON)).toBe(200);
        await aMinuteLater();
        expect(await keepAndTell()).toBe(1);
        expect(calls()).toBe(told + 2);
        expect(await inSalesforce(link)).toMatchObject({
            FirstScannedAt__c: anInstant,
            FirstOpenedAt__c: anInstant,
            Status__c: 'Active'
        });
        expect(await inSalesforce(other)).toMatchObject({ FirstScannedAt__c: null, FirstOpenedAt__c: null });

        await open(link, PERSON);
        await open(link, SCANNER);
        await aMinuteLater();
        expect(await keepAndTell()).toBe(0);
        expect(calls()).toBe(told + 2);
        expect((await service.book({ link, start: (await service.findSlots(link))[0] })).status).toBe(201);
    });

    it('are by a person when the script of the page asks, or when they book on it', async () => {
        const [scripted, posted] = [await service.mintLink('julio-intro'), await service.mintLink('julio-intro')];
        const query = new URLSearchParams({ link: scripted, from: '2027-01-04', to: '2027-01-08', timeZone: 'UTC' });
        expect(await ask(`${service.url}/api/v1/slots?${query.toString()}`, SCRIPT)).toBe(200);
        // Times alone are no page: whoever uses the API has not opened it.
        expect(
            await ask(
                `${service.url}/api/v1/slots?${query.toString().replace(scripted.slice(2), posted.slice(2))}`,
                SCANNER
            )
        ).toBe(200);
        const form = new URLSearchParams({
            start: (await service.findSlots(posted))[0] ?? '',
            timeZone: 'Europe/Berlin',
            firstName: 'Ada',
            lastName: 'Byron',
            email: 'ada@example.com'
        });
        const booked = await fetch(`${service.url}/${posted}`, {
            method: 'POST',
            body: form,
            redirect: 'manual',
            headers: PERSON
        });
        expect(booked.status).toBe(303);
        expect(await keepAndTell()).toBe(2);
        expect(await inSalesforce(scripted)).toMatchObject({ FirstScannedAt__c: null, FirstOpenedAt__c: anInstant });
        expect(await inSalesforce(posted)).toMatchObject({ FirstScannedAt__c: null, FirstOpenedAt__c: anInstant });
    });

    it('are none where no page was shown', async () => {
        const revoked = await service.mintLink('julio-intro', { RevokedAt__c: new Date().toISOString() });
        expect(await open(revoked, PERSON)).toBe(410);
        expect(await open(`s/${newToken()}`, PERSON)).toBe(404);
        expect(await open('l/julio-intro', PERSON)).toBe(200);
        expect(await keepAndTell()).toBe(0);
        const { rows } = await service.database.pool.query('select 1 from link_openings');
        expect(rows).toEqual([]);
    });

    it('wait a minute for each other: one call for all of them, however many replicas', async () => {
        const first = await service.mintLink('julio-intro');
        await open(first, PERSON);
        expect(await keepAndTell()).toBe(1);
        const hashes = await mintMany(250);
        for (const hash of hashes) service.service.openings.note(hash, 'person', new Date());
        const before = calls();
        expect(await keepAndTell()).toBe(0);
        expect(calls()).toBe(before);
        await aMinuteLater();
        expect(await keepAndTell()).toBe(250);
        expect(calls()).toBe(before + 1);
        const told = await admin.query(
            soql`SELECT Id FROM SingleUseLink__c WHERE FirstOpenedAt__c != null AND TokenHash__c IN ${hashes}`
        );
        expect(told).toHaveLength(250);
    });

    it('are told once by two services on one database', async () => {
        const second = await startTestService(org, { database: service.database });
        const link = await service.mintLink('julio-intro');
        await open(link, PERSON);
        expect(await ask(`${second.url}/${link}`, PERSON)).toBe(200);
        await Promise.all([service.service.openings.keep(), second.service.openings.keep()]);
        const before = calls();
        const told = await Promise.all([service.service.openings.tell(), second.service.openings.tell()]);
        expect(told.sort()).toEqual([0, 1]);
        expect(calls()).toBe(before + 1);
        await second.stop();
    });

    it('outlive a restart once they are kept', async () => {
        const link = await service.mintLink('julio-intro');
        await open(link, PERSON);
        const first = await startTestService(org, { database: service.database });
        expect(await ask(`${first.url}/${link}`, SCANNER)).toBe(200);
        // Stopping keeps what was noticed.
        await first.stop();
        await service.service.openings.stop();
        const next = await startTestService(org, { database: service.database });
        expect(await next.service.openings.tell()).toBe(1);
        expect(await inSalesforce(link)).toMatchObject({ FirstScannedAt__c: anInstant, FirstOpenedAt__c: anInstant });
        await next.stop();
    });

    it('wait while Salesforce is away, or takes no calls', async () => {
        const link = await service.mintLink('julio-intro');
        await open(link, PERSON);
        org.faults.add({ kind: 'html503', path: '/composite', times: 1 });
        await expect(keepAndTell()).rejects.toThrow();
        const breaker = new SalesforceBreaker(service.database.db);
        await breaker.open('limit');
        await aMinuteLater();
        const before = calls();
        expect(await keepAndTell()).toBe(0);
        expect(calls()).toBe(before);
        await service.database.pool.query('update salesforce_breaker set reason = null, open_until = null');
        expect(await keepAndTell()).toBe(1);
        expect(await inSalesforce(link)).toMatchObject({ FirstOpenedAt__c: anInstant });
    });

    it('wait in memory while the database is away', async () => {
        const link = await service.mintLink('julio-intro');
        await open(link, PERSON);
        await service.database.pool.query('alter table link_openings rename to link_openings_away');
        await expect(service.service.openings.keep()).rejects.toThrow('link_openings');
        expect(await open(link, SCANNER)).toBe(200);
        await service.database.pool.query('alter table link_openings_away rename to link_openings');
        expect(await keepAndTell()).toBe(1);
        expect(await inSalesforce(link)).toMatchObject({ FirstScannedAt__c: anInstant, FirstOpenedAt__c: anInstant });
    });

    it('do not hold each other up: what Salesforce refuses is put off, and a link that is gone is let go', async () => {
        const [good, gone, refused] = [
            await service.mintLink('julio-intro'),
            await service.mintLink('julio-intro'),
            await service.mintLink('julio-intro')
        ];
        for (const link of [good, gone, refused]) await open(link, PERSON);
        const [lost] = await admin.query(
            soql`SELECT Id FROM SingleUseLink__c WHERE TokenHash__c = ${await hashOf(gone)}`
        );
        await admin.composite([
            { referenceId: 'gone', method: 'DELETE', path: `/sobjects/SingleUseLink__c/${String(lost?.['Id'])}` }
        ]);
        await service.service.openings.keep();
        // Salesforce knows no such year.
        await service.database.pool.query(
            `update link_openings set first_person_at = '12026-11-21' where token_hash = $1`,
            [await hashOf(refused)]
        );
        expect(await service.service.openings.tell()).toBe(2);
        expect(await inSalesforce(good)).toMatchObject({ FirstOpenedAt__c: anInstant });
        const { rows } = await service.database.pool.query(
            `select token_hash, attempts, next_attempt_at > now() as is_put_off from link_openings where is_waiting`
        );
        expect(rows).toEqual([{ token_hash: await hashOf(refused), attempts: 1, is_put_off: true }]);
    });

    it('are told without anybody asking, and do not hold up the end while Salesforce hangs', async () => {
        const [told, hanging] = [await service.mintLink('julio-intro'), await service.mintLink('julio-intro')];
        await open(told, PERSON);
        service.service.openings.start();
        await eventually(
            async () => (await inSalesforce(told))?.['FirstOpenedAt__c'] ?? undefined,
            'the opening in Salesforce'
        );
        await open(hanging, PERSON);
        const composites = () => org.requests.all().filter(({ url }) => url.endsWith('/composite')).length;
        const before = composites();
        org.faults.add({ kind: 'hang', path: '/composite', times: 1 });
        await aMinuteLater();
        await eventually(() => Promise.resolve(composites() > before ? true : undefined), 'a call that hangs');
        await service.service.openings.stop();
        const { rows } = await service.database.pool.query('select token_hash from link_openings where is_waiting');
        expect(rows).toEqual([{ token_hash: await hashOf(hanging) }]);
    });

    it('cost the next polls nothing', async () => {
        const link = await service.mintLink('julio-intro');
        await open(link, PERSON);
        const costOfPoll = async () => {
            const before = org.usage.used;
            await service.service.mirror.refresh(0);
            // What follows a poll goes on by itself.
            await service.service.actions.look();
            return org.usage.used - before;
        };
        await costOfPoll();
        const usual = await costOfPoll();
        expect(await keepAndTell()).toBe(1);
        expect([await costOfPoll(), await costOfPoll()]).toEqual([usual, usual]);
        await aMinuteLater();
        expect(await keepAndTell()).toBe(0);
        expect(await open(link, PERSON)).toBe(200);
    });
});
