import { setTimeout } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../database/tables.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { Replica } from './replicas.ts';
import { ReportTurn } from './reportTurn.ts';
import { statusFields, worthTelling } from './statusFields.ts';
import { readFigures, rememberBreaks } from './statusFigures.ts';

export interface StatusReporterParts {
    db: Kysely<Database>;
    client: SalesforceClient;
    serviceUrl: string;
    /** API calls this process has made since it started. */
    callsMade: () => number;
    /** How many times rarer to tell while API calls are scarce. */
    slowdown: () => number;
    logger: Logger;
    /** How people tell this process from others. */
    replicaName?: string;
}

/** Looking costs some queries of our own database and no API call. */
const LOOK_MS = 5_000;
/** Salesforce is told this often when nothing changes: 288 API calls a day, whatever the number of replicas. */
const QUIET_SECONDS = 300;
/** What changes is told at once, but not more often than this. */
const SHORTEST_SECONDS = 15;
/** Somebody looks at the page and asks for fresh figures. */
const ASKED_SECONDS = 5;

/** Keeps `ServiceStatus__c` true: how the service does, told to the CRM by whichever replica notices first. */
export class StatusReporter {
    private readonly parts: StatusReporterParts;
    private readonly turn: ReportTurn;
    private readonly replica: Replica;
    private readonly stopping = new AbortController();
    private ended: Promise<void> | undefined;
    private salesforceId: string | undefined;

    constructor(parts: StatusReporterParts) {
        this.parts = parts;
        this.turn = new ReportTurn(parts.db);
        this.replica = new Replica({
            db: parts.db,
            callsMade: parts.callsMade,
            ...(parts.replicaName !== undefined && { name: parts.replicaName })
        });
    }

    start(): void {
        this.ended ??= this.run();
    }

    async stop(): Promise<void> {
        this.stopping.abort();
        await this.ended;
        await this.replica.leave().catch((error: unknown) => this.warn(error));
    }

    /** Whether `recordId`, of 15 or 18 characters, is the row this service keeps. */
    isAbout(recordId: string): boolean {
        return this.salesforceId?.slice(0, 15) === recordId.slice(0, 15);
    }

    /** Tells Salesforce when there is something to tell; `isAsked`: somebody waits for it. True when it was told. */
    async report({ isAsked = false } = {}): Promise<boolean> {
        const { db, client, serviceUrl, slowdown } = this.parts;
        await this.replica.beat();
        await rememberBreaks(db);
        const figures = await readFigures(db);
        const told = worthTelling(figures);
        const last = await this.turn.lastReport();
        this.salesforceId = last.salesforceId;
        const quiet = QUIET_SECONDS * slowdown();
        const due = isAsked ? ASKED_SECONDS : told === last.told ? quiet : SHORTEST_SECONDS;
        // While the breaker is open nothing comes through; that it was is told once it has closed.
        if (figures.breakReason !== undefined || last.age < due || !(await this.turn.take())) return false;
        try {
            const key = { objectName: 'ServiceStatus__c', field: 'ServiceUid__c', value: figures.serviceUid };
            const nextBy = new Date(figures.now.getTime() + (quiet + LOOK_MS / 1000) * 1000 * 1.5);
            const fields = statusFields({ figures, usage: client.apiUsage(), serviceUrl, nextBy });
            const { id } = await client.upsert(key, fields);
            await this.turn.succeeded(id, told);
            this.salesforceId = id;
            return true;
        } catch (error) {
            if (last.failures === 0) this.warn(error);
            await this.turn.failed();
            return false;
        }
    }

    private async run(): Promise<void> {
        const { signal } = this.stopping;
        while (!signal.aborted) {
            await this.report().catch((error: unknown) => this.warn(error));
            await setTimeout(LOOK_MS * (0.8 + Math.random() * 0.4), undefined, { signal }).catch(() => undefined);
        }
    }

    private warn(error: unknown): void {
        this.parts.logger.warn({ err: error }, 'Salesforce cannot be told how the service does');
    }
}
