import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { SalesforceCall } from '../salesforce/safeTransport.ts';

/** What still has to reach Salesforce. */
interface OutboxBacklog {
    /** Meetings that will be sent by themselves. */
    waiting: number;
    /** Meetings that only an admin can help. */
    parked: number;
    oldestSeconds: number;
}

/** Mails that are due and not sent, and those that were refused for good. */
interface MailBacklog {
    waiting: number;
    bounced: number;
    oldestSeconds: number;
}

/** What operators watch, in Prometheus' words. */
export interface Metrics {
    /** Measures every request by the pattern of its route, never by its path, which holds tokens. */
    middleware(): RequestHandler;
    /** `booked`, or the code of the refusal. */
    countBooking(outcome: string): void;
    countSalesforceCall(call: SalesforceCall): void;
    /** Rows that were too old to keep. */
    countPruned(table: string, rows: number): void;
    /** API calls of this process so far; signing in is none. */
    salesforceCalls(): number;
    /** Asked at each scrape. */
    watchOutbox(read: () => Promise<OutboxBacklog>): void;
    /** What became of an attempt to send a mail. */
    countMail(outcome: string): void;
    /** Asked at each scrape. */
    watchMails(read: () => Promise<MailBacklog>): void;
    /** Asked at each scrape: when Salesforce was last read. */
    watchMirror(readPolledAt: () => Promise<Date | undefined>): void;
    /** Asked at each scrape: what Salesforce last said of the org's calls, of all integrations together. */
    watchOrgCalls(read: () => { used: number; limit: number } | undefined): void;
    /** Everything in Prometheus' text format. */
    text(): Promise<string>;
    contentType: string;
}

/** Makes an independent set of metrics. */
export function createMetrics(): Metrics {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const counters = createCounters(registry);
    let salesforceCalls = 0;
    return {
        middleware: () => (req, res, next) => {
            const end = counters.httpSeconds.startTimer({ method: req.method });
            res.once('close', () => {
                const { path } = (req.route ?? {}) as { path?: unknown };
                const route = typeof path === 'string' ? wholePattern(req.baseUrl, path) : 'none';
                end({ route, status: res.writableFinished ? res.statusCode : 'aborted' });
            });
            next();
        },
        countBooking: (outcome) => counters.bookings.inc({ outcome }),
        countPruned: (table, rows) => counters.pruned.inc({ table }, rows),
        countSalesforceCall: ({ path, outcome, durationMs }) => {
            const operation = operationOf(path);
            if (operation !== 'token') salesforceCalls += 1;
            counters.salesforceSeconds.observe({ operation, outcome: classOf(outcome) }, durationMs / 1000);
        },
        salesforceCalls: () => salesforceCalls,
        watchOutbox: (read) => watchOutbox(registry, read),
        countMail: (outcome) => counters.mails.inc({ outcome }),
        watchMails: (read) => watchMails(registry, read),
        watchMirror: (readPolledAt) => watchMirror(registry, readPolledAt),
        watchOrgCalls: (read) => watchOrgCalls(registry, read),
        text: () => registry.metrics(),
        contentType: registry.contentType
    };
}

function createCounters(registry: Registry) {
    const registers = [registry];
    return {
        httpSeconds: new Histogram({
            name: 'admit_one_http_request_seconds',
            help: 'Duration of requests by route pattern.',
            labelNames: ['method', 'route', 'status'],
            buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
            registers
        }),
        bookings: new Counter({
            name: 'admit_one_bookings_total',
            help: 'Attempts to book by outcome: booked, or the code of the refusal.',
            labelNames: ['outcome'],
            registers
        }),
        mails: new Counter({
            name: 'admit_one_mail_attempts_total',
            help: 'Attempts to send a mail by outcome: sent, failed (tried again), bounced or dropped.',
            labelNames: ['outcome'],
            registers
        }),
        pruned: new Counter({
            name: 'admit_one_pruned_rows_total',
            help: 'Rows deleted because they are too old to be of use, by table.',
            labelNames: ['table'],
            registers
        }),
        salesforceSeconds: new Histogram({
            name: 'admit_one_salesforce_call_seconds',
            help: 'Duration of HTTP requests to Salesforce by operation and outcome; the count is the API calls used.',
            labelNames: ['operation', 'outcome'],
            buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
            registers
        })
    };
}

function watchOutbox(registry: Registry, read: () => Promise<OutboxBacklog>): void {
    new Gauge({
        name: 'admit_one_outbox_oldest_seconds',
        help: 'Age of the oldest change that has not reached Salesforce.',
        registers: [registry],
        async collect() {
            const { oldestSeconds } = await read().catch(() => UNKNOWN_BACKLOG);
            this.set(oldestSeconds);
        }
    });
    new Gauge({
        name: 'admit_one_outbox_meetings',
        help: 'Meetings that have not reached Salesforce: waiting for their turn, or parked until an admin helps.',
        labelNames: ['state'],
        registers: [registry],
        async collect() {
            const { waiting, parked } = await read().catch(() => UNKNOWN_BACKLOG);
            this.set({ state: 'waiting' }, waiting);
            this.set({ state: 'parked' }, parked);
        }
    });
}

/** While the database is away the other metrics matter most, so these say "not a number" instead of failing the scrape. */
const UNKNOWN_BACKLOG: OutboxBacklog = { waiting: NaN, parked: NaN, oldestSeconds: NaN };

function watchMails(registry: Registry, read: () => Promise<MailBacklog>): void {
    const readOrUnknown = () => read().catch(() => ({ waiting: NaN, bounced: NaN, oldestSeconds: NaN }));
    new Gauge({
        name: 'admit_one_mails',
        help: 'Mails that are due and not sent, or that were refused for good and are kept.',
        labelNames: ['state'],
        registers: [registry],
        async collect() {
            const { waiting, bounced } = await readOrUnknown();
            this.set({ state: 'waiting' }, waiting);
            this.set({ state: 'bounced' }, bounced);
        }
    });
    new Gauge({
        name: 'admit_one_mails_oldest_seconds',
        help: 'Age of the oldest mail that is due and not sent.',
        registers: [registry],
        async collect() {
            this.set((await readOrUnknown()).oldestSeconds);
        }
    });
}

function watchMirror(registry: Registry, readPolledAt: () => Promise<Date | undefined>): void {
    new Gauge({
        name: 'admit_one_mirror_age_seconds',
        help: 'Time since Salesforce was last read.',
        registers: [registry],
        async collect() {
            const polledAt = await readPolledAt().catch(() => undefined);
            this.set(polledAt ? (Date.now() - polledAt.getTime()) / 1000 : NaN);
        }
    });
}

function watchOrgCalls(registry: Registry, read: () => { used: number; limit: number } | undefined): void {
    new Gauge({
        name: 'admit_one_salesforce_org_calls',
        help: 'API calls of the whole org in 24 hours, used and allowed, as Salesforce last said.',
        labelNames: ['state'],
        registers: [registry],
        collect() {
            const { used, limit } = read() ?? { used: NaN, limit: NaN };
            this.set({ state: 'used' }, used);
            this.set({ state: 'limit' }, limit);
        }
    });
}

/** First part of the path below the version: `query`, `composite`, `sobjects`, or `token` for signing in. */
function operationOf(path: string): string {
    const [, operation = path.split('/').pop() ?? ''] = /^\/services\/data\/v[\d.]+\/([A-Za-z]+)/.exec(path) ?? [];
    return operation;
}

const classOf = (outcome: number | string): string =>
    typeof outcome === 'number' ? `${Math.floor(outcome / 100)}xx` : outcome;

/** An error handler of a whole area sets the base anew, which the pattern of the route already begins with. */
function wholePattern(baseUrl: string, path: string): string {
    return path.startsWith(`${baseUrl}/`) ? path : `${baseUrl}${path}`;
}
