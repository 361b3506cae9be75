import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';

export interface ReplicaParts {
    db: Kysely<Database>;
    /** How people tell this process from others. */
    name?: string;
    /** API calls this process has made since it started. */
    callsMade: () => number;
}

/** A process that has said nothing for so long is not shown any more. */
const FORGOTTEN_AFTER_SECONDS = 600;

/** Tells the other replicas that this one is alive, and adds its API calls to those of the day. */
export class Replica {
    private readonly parts: ReplicaParts;
    private readonly id = randomUUID();
    private readonly name: string;
    private countedCalls = 0;

    constructor(parts: ReplicaParts) {
        this.parts = parts;
        this.name = parts.name ?? `${hostname()}:${process.pid}`;
    }

    async beat(): Promise<void> {
        const { db } = this.parts;
        await sql`
            insert into replicas (id, name, started_at, seen_at) values (${this.id}, ${this.name}, now(), now())
            on conflict (id) do update set seen_at = now()`.execute(db);
        await sql`delete from replicas where seen_at < now() - make_interval(secs => ${FORGOTTEN_AFTER_SECONDS})`.execute(
            db
        );
        await this.countCalls();
    }

    /** A process that ends in good order leaves no silent row behind. */
    async leave(): Promise<void> {
        await this.countCalls();
        await this.parts.db.deleteFrom('replicas').where('id', '=', this.id).execute();
    }

    private async countCalls(): Promise<void> {
        const total = this.parts.callsMade();
        const fresh = total - this.countedCalls;
        if (fresh === 0) return;
        await sql`
            insert into salesforce_calls (day, calls) values ((now() at time zone 'UTC')::date, ${fresh})
            on conflict (day) do update set calls = salesforce_calls.calls + excluded.calls`.execute(this.parts.db);
        this.countedCalls = total;
    }
}
