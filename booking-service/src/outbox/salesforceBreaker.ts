import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Why nothing is sent: the org's API calls are used up, or the service is not let in. */
export type BreakerReason = 'limit' | 'signIn';

/** How long nothing is sent before one call is tried. */
const OPEN_SECONDS: Record<BreakerReason, number> = { limit: 600, signIn: 300 };
/** A probe that is lost with its process is not waited for longer. */
const PROBE_SECONDS = 60;
const CACHE_MS = 1_000;

interface State {
    reason: BreakerReason | undefined;
    isOpen: boolean;
}

/** One switch for all replicas: whoever meets the limit or a closed door spares the others the same. */
export class SalesforceBreaker {
    private readonly db: Kysely<Database>;
    private known: { state: State; readAt: number } | undefined;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /** Why nothing may be sent now; undefined when the caller may send, if only to try. */
    async refusal(): Promise<BreakerReason | undefined> {
        const { reason, isOpen } = await this.state();
        if (reason === undefined) return undefined;
        if (isOpen) return reason;
        return (await this.takeProbe()) ? undefined : reason;
    }

    async open(reason: BreakerReason): Promise<void> {
        this.known = undefined;
        await sql`
            update salesforce_breaker
               set reason = ${reason}, opened_at = case when reason = ${reason} then opened_at else now() end,
                   open_until = now() + make_interval(secs => ${OPEN_SECONDS[reason]})`.execute(this.db);
    }

    /** A call went through. Costs nothing while the breaker is closed. */
    async close(): Promise<void> {
        if (this.known?.state.reason === undefined) return;
        this.known = undefined;
        await this.db
            .updateTable('salesforce_breaker')
            .set({ reason: null, opened_at: null, open_until: null })
            .execute();
    }

    private async state(): Promise<State> {
        if (this.known && Date.now() - this.known.readAt < CACHE_MS) return this.known.state;
        const { rows } = await sql<{ reason: BreakerReason | null; is_open: boolean | null }>`
            select reason, open_until > now() as is_open from salesforce_breaker`.execute(this.db);
        const state = { reason: rows[0]?.reason ?? undefined, isOpen: rows[0]?.is_open === true };
        this.known = { state, readAt: Date.now() };
        return state;
    }

    /** The one whose update finds the time run out tries; for the others it is open again. */
    private async takeProbe(): Promise<boolean> {
        const { rows } = await sql`
            update salesforce_breaker set open_until = now() + make_interval(secs => ${PROBE_SECONDS})
             where open_until <= now() returning 1`.execute(this.db);
        return rows.length > 0;
    }
}
