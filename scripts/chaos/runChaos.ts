import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { createSalesforceConnection } from '../../booking-service/src/salesforce/connection.ts';
import type { SalesforceClient } from '../../booking-service/src/salesforce/salesforceClient.ts';
import { NEXORA_USERNAMES, seedNexora } from '../../dev-org/seed/nexora.ts';
import { startDevOrg } from '../../dev-org/src/devOrg.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { hashToken, newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { findViolations } from './invariants.ts';
import { letTimePass, makeMischief } from './mischief.ts';
import { bookAsRival, cancel, reschedule } from './prospects.ts';
import type { Acknowledged, ProspectWorld } from './prospects.ts';
import { Replicas } from './replicas.ts';

const CLIENT_ID = 'admit-one-chaos';
const API_VERSION = '66.0';
const REPLICAS = 3;
/** Links that are fought for at the same time. */
const LINKS_AT_ONCE = 24;
/** Links that are made at the same time. */
const MINTED_AT_ONCE = 20;
const DRAIN_MS = 600_000;
const DAY_MS = 86_400_000;

export interface ChaosOptions {
    /** An empty, migrated database. */
    databaseUrl: string;
    /** How to kill it and bring it back; absent: it lives. */
    killing?: { kill: () => void; restart: () => Promise<void>; intervalMs: number };
    links: number;
    /** Prospects who want the same link. */
    rivals: number;
    /** Between two kills or pauses. */
    intervalMs: number;
    /** Prospects give up after this time. */
    patienceMs: number;
}

export interface ChaosReport {
    /** Broken promises; empty when all is well. */
    violations: string[];
    /** Links that the time did not suffice for: says something of the machine, nothing of the promises. */
    unanswered: number;
    /** What happened how often. */
    counts: Record<string, number>;
}

interface Ground {
    org: DevOrg;
    pool: pg.Pool;
    replicas: Replicas;
    logFile: string;
    /** Salesforce as a rep and as the service's own user see it. */
    rep: SalesforceClient;
    integration: SalesforceClient;
}

/**
 * Three real processes of the service on one database, a Salesforce that fails in every way, prospects who fight for
 * single-use links, move and cancel; then peace, and a look at whether every promise was kept.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
    const folder = mkdtempSync(path.join(tmpdir(), 'admit-one-chaos-'));
    const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 2 });
    // It dies now and then.
    pool.on('error', () => undefined);
    let org: DevOrg | undefined;
    let replicas: Replicas | undefined;
    try {
        const keys = generateKeyPairSync('rsa', {
            modulusLength: 2048,
            publicKeyEncoding: { type: 'spki', format: 'pem' },
            privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
        });
        const privateKeyFile = path.join(folder, 'key.pem');
        writeFileSync(privateKeyFile, keys.privateKey, { mode: 0o600 });
        org = await startDevOrg({
            projectDir: path.join(import.meta.dirname, '..', '..'),
            seed: seedNexora,
            connectedApp: { clientId: CLIENT_ID, publicKeyPem: keys.publicKey }
        });
        const connect = connector(org.url, keys.privateKey);
        const logFile = path.join(folder, 'replicas.log');
        const environment = serviceEnvironment(options.databaseUrl, org.url, privateKeyFile);
        // Compiled once, so that a killed process is back twice as fast.
        replicas = new Replicas({ ...environment, NODE_COMPILE_CACHE: path.join(folder, 'compiled') }, logFile);
        const rep = connect(NEXORA_USERNAMES.julio);
        const integration = connect(NEXORA_USERNAMES.integration);
        await widenWindow(connect(NEXORA_USERNAMES.amara));
        return await fight({ org, pool, replicas, logFile, rep, integration }, options);
    } finally {
        await replicas?.stop();
        await pool.end();
        await org?.close();
        rmSync(folder, { recursive: true, force: true });
    }
}

async function fight(ground: Ground, options: ChaosOptions): Promise<ChaosReport> {
    const { org, pool, replicas, rep, integration } = ground;
    const links = await mintLinks(rep, options.links);
    await replicas.start(await freePorts(REPLICAS));
    const starts = await readStarts(replicas.anyUrl(), links[0] ?? '');
    const startedAt = Date.now();
    const counts: Record<string, number> = { links: links.length, rivals: options.rivals };
    const world: ProspectWorld = {
        anyUrl: () => replicas.anyUrl(),
        starts,
        counts,
        faults: [],
        deadline: startedAt + options.patienceMs
    };
    const peace = new AbortController();
    const { kill = () => undefined, restart = () => Promise.resolve(), intervalMs } = options.killing ?? {};
    const mischief = makeMischief(
        {
            org,
            replicas,
            database: { pool, kill, restart },
            intervalMs: options.intervalMs,
            databaseIntervalMs: intervalMs,
            counts
        },
        peace.signal
    );
    const { acknowledged, unanswered } = await liveThrough(world, links, options.rivals);
    peace.abort();
    await mischief;
    counts['seconds of chaos'] = Math.round((Date.now() - startedAt) / 1000);
    await settle(ground);
    const violations = [
        ...world.faults,
        ...(world.faults.length > 0 ? readFaults(ground.logFile) : []),
        ...(await findViolations(pool, integration, acknowledged))
    ];
    return {
        violations,
        unanswered: unanswered.length,
        counts: {
            ...counts,
            ...replicas.counts,
            'meetings acknowledged': acknowledged.length,
            ...(await count(ground))
        }
    };
}

/** What is there in the end. */
async function count({ pool, integration }: Ground): Promise<Record<string, number>> {
    const { rows } = await pool.query<{ status: string; count: number }>(
        'select status, count(*)::int as count from meetings group by status order by status'
    );
    const inSalesforce = await integration.query('SELECT Id FROM Meeting__c WHERE SingleUseClaim__c != null');
    return {
        ...Object.fromEntries(rows.map(({ status, count: found }) => [`meetings ${status}`, found])),
        'meetings with a claim in Salesforce': inSalesforce.length
    };
}

/** What the replicas logged of faults of their own. */
function readFaults(logFile: string): string[] {
    return readFileSync(logFile, 'utf8')
        .split('\n')
        .filter((line) => line.includes('"a request failed"') || !line.startsWith('{'))
        .filter((line) => line !== '')
        .slice(0, 20);
}

/** Every link is fought for; then its meeting may move, move again, or be canceled. */
async function liveThrough(
    world: ProspectWorld,
    links: string[],
    rivals: number
): Promise<{ acknowledged: Acknowledged[]; unanswered: string[] }> {
    const acknowledged: Acknowledged[] = [];
    const unanswered: string[] = [];
    const waiting = [...links];
    const live = async (): Promise<void> => {
        for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
            const path = link;
            const answers = await Promise.all(Array.from({ length: rivals }, () => bookAsRival(world, path)));
            if (answers.includes('out of time')) unanswered.push(link);
            const won = answers.filter((answer) => typeof answer !== 'string');
            for (const meeting of won) acknowledged.push(await changeSome(world, meeting));
        }
    };
    await Promise.all(Array.from({ length: LINKS_AT_ONCE }, live));
    return { acknowledged, unanswered };
}

async function changeSome(world: ProspectWorld, booked: Acknowledged): Promise<Acknowledged> {
    let meeting = booked;
    const mood = Math.random();
    if (mood < 0.5) meeting = await reschedule(world, meeting);
    if (mood < 0.2 && !meeting.isUncertain) meeting = await reschedule(world, meeting);
    if (mood > 0.4 && mood < 0.7 && !meeting.isUncertain) meeting = await cancel(world, meeting);
    return meeting;
}

/** New processes that find only the database, and all the time they need. */
async function settle({ pool, replicas }: Ground): Promise<void> {
    await replicas.restartAll();
    // Whoever held a lease is gone.
    await pool.query('update outbox set leased_until = null');
    const deadline = Date.now() + DRAIN_MS;
    for (;;) {
        await letTimePass(pool);
        const { rows } = await pool.query<{ left: number }>(
            'select count(*)::int as left from outbox where done_revision < wanted_revision and parked_at is null'
        );
        if (rows[0]?.left === 0) return;
        if (Date.now() > deadline) throw new Error(`${rows[0]?.left ?? 'some'} meetings do not reach Salesforce`);
        await setTimeout(250);
    }
}

function serviceEnvironment(databaseUrl: string, orgUrl: string, privateKeyFile: string): Record<string, string> {
    return {
        DATABASE_URL: databaseUrl,
        SF_LOGIN_URL: orgUrl,
        SF_CLIENT_ID: CLIENT_ID,
        SF_USERNAME: NEXORA_USERNAMES.integration,
        SF_PRIVATE_KEY_FILE: privateKeyFile,
        SF_API_VERSION: API_VERSION,
        RATE_LIMITS: 'off',
        LOG_LEVEL: 'error'
    };
}

function connector(loginUrl: string, privateKeyPem: string): (username: string) => SalesforceClient {
    return (username) =>
        createSalesforceConnection({ loginUrl, clientId: CLIENT_ID, username, privateKeyPem, apiVersion: API_VERSION });
}

/** Room for every link: half-hour calls over three quarters of a year. */
async function widenWindow(admin: SalesforceClient): Promise<void> {
    const [link] = await admin.query("SELECT MeetingType__c FROM BookingLink__c WHERE Slug__c = 'julio-intro'");
    await admin.update('MeetingType__c', String(link?.['MeetingType__c']), { BookingWindowDays__c: 270 });
}

async function mintLinks(rep: SalesforceClient, count: number): Promise<string[]> {
    const [link] = await rep.query("SELECT Id FROM BookingLink__c WHERE Slug__c = 'julio-intro'");
    const mint = async (): Promise<string> => {
        const token = newToken();
        const fields = { BookingLink__c: link?.['Id'], TokenHash__c: await hashToken(token), CopiedFrom__c: 'API' };
        await rep.create('SingleUseLink__c', fields);
        return `s/${token}`;
    };
    const paths: string[] = [];
    while (paths.length < count) {
        const missing = Math.min(MINTED_AT_ONCE, count - paths.length);
        paths.push(...(await Promise.all(Array.from({ length: missing }, mint))));
    }
    return paths;
}

async function readStarts(url: string, link: string): Promise<string[]> {
    const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
    const starts: string[] = [];
    for (const [from, to] of [
        [1, 88],
        [89, 176],
        [177, 264]
    ] as const) {
        const query = new URLSearchParams({ link, from: day(from), to: day(to), timeZone: 'Europe/Berlin' });
        const response = await fetch(`${url}/api/v1/slots?${query.toString()}`);
        if (!response.ok) throw new Error(`no slots: ${response.status}`);
        const { slots } = (await response.json()) as { slots: { start: string }[] };
        starts.push(...slots.map(({ start }) => start));
    }
    return starts;
}

async function freePorts(count: number): Promise<number[]> {
    const servers = Array.from({ length: count }, () => createServer());
    await Promise.all(servers.map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))));
    const ports = servers.map((server) => (server.address() as AddressInfo).port);
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    return ports;
}
