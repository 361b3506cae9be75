import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';

/** What is known of the last report. */
export interface LastReport {
    /** Salesforce's id of the row. */
    salesforceId: string | undefined;
    /** Seconds since it was written; Infinity before the first. */
    age: number;
    told: string | undefined;
    /** Times in a row that it could not be written. */
    failures: number;
}

/** A replica that dies while it writes holds the others up no longer. */
const TURN_SECONDS = 60;
const FIRST_RETRY_SECONDS = 30;
const LONGEST_RETRY_SECONDS = 3600;

interface ReportRow {
    salesforce_id: string | null;
    age: number | null;
    told: string | null;
    failures: number;
}

/** Which replica tells Salesforce how the service does, and what was told last. */
export class ReportTurn {
    private readonly db: Kysely<Database>;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    async lastReport(): Promise<LastReport> {
        const { rows } = await sql<ReportRow>`
            select salesforce_id, extract(epoch from now() - written_at)::float as age, told, failures
              from status_report`.execute(this.db);
        const [row] = rows;
        return {
            salesforceId: row?.salesforce_id ?? undefined,
            age: row?.age ?? Infinity,
            told: row?.told ?? undefined,
            failures: row?.failures ?? 0
        };
    }

    /** True for one replica, which then must say how it went; false for all while it may not be tried again yet. */
    async take(): Promise<boolean> {
        const { rows } = await sql`
            update status_report set claimed_until = now() + make_interval(secs => ${TURN_SECONDS})
             where coalesce(claimed_until, '-infinity') < now() and coalesce(not_before, '-infinity') <= now()
            returning 1`.execute(this.db);
        return rows.length > 0;
    }

    async succeeded(salesforceId: string, told: string): Promise<void> {
        await sql`
            update status_report
               set written_at = now(), salesforce_id = ${salesforceId}, told = ${told}, claimed_until = null,
                   failures = 0, not_before = null`.execute(this.db);
    }

    /** The next try comes later and later: an org without the object must not cost a call every minute. */
    async failed(): Promise<void> {
        await sql`
            update status_report
               set claimed_until = null, failures = failures + 1,
                   not_before = now() + make_interval(secs => least(
                       ${FIRST_RETRY_SECONDS} * power(2, least(failures, 20)), ${LONGEST_RETRY_SECONDS}))`.execute(
            this.db
        );
    }
}
