import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Somebody's wish for a new link, taken up to be told to Salesforce. */
export interface LinkRequest {
    id: string;
    /** Of the link that cannot be booked. */
    tokenHash: string;
    /** How often it has been tried, this time included. */
    attempts: number;
}

/** Longer than one try takes, so that nobody else takes a request up meanwhile. */
const TRY_SECONDS = 120;

/** Wishes for a new link, at most one a day for each link. */
export class LinkRequestStore {
    private readonly db: Kysely<Database>;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /** Keeps the wish; a further one for the same link on the same day (UTC) is the same wish. */
    async add(tokenHash: string, now: Date): Promise<void> {
        await this.db
            .insertInto('link_requests')
            .values({ token_hash: tokenHash, asked_on: now.toISOString().slice(0, 10) })
            .onConflict((conflict) => conflict.columns(['token_hash', 'asked_on']).doNothing())
            .execute();
    }

    /** Takes up the wish that has waited longest; two workers never take the same one at a time. */
    async take(): Promise<LinkRequest | undefined> {
        const { rows } = await sql<LinkRequest>`
            update link_requests
               set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${TRY_SECONDS})
             where id = (
                select id from link_requests
                 where done_at is null and next_attempt_at <= now()
                 order by next_attempt_at limit 1
                 for update skip locked)
            returning id, token_hash as "tokenHash", attempts`.execute(this.db);
        return rows[0];
    }

    async finish({ id }: LinkRequest): Promise<void> {
        await this.db
            .updateTable('link_requests')
            .set({ done_at: sql`now()`, error: null })
            .where('id', '=', id)
            .execute();
    }

    /** Keeps the wish for another try. */
    async retryLater({ id }: LinkRequest, reason: string, afterMs: number): Promise<void> {
        await this.db
            .updateTable('link_requests')
            .set({
                error: reason.slice(0, 1000),
                next_attempt_at: sql`now() + make_interval(secs => ${afterMs / 1000})`
            })
            .where('id', '=', id)
            .execute();
    }
}
