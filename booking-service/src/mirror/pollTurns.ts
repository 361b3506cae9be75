import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/tables.ts';

/** A poller renews its turn while it reads, so that the turn of a dead one ends soon. */
const TURN_SECONDS = 15;
const RENEWAL_MS = 5_000;
/** How often somebody who waits for another replica's poll looks whether it is done. */
const LOOK_MS = 50;

/** The right of one replica to read Salesforce for all. */
export interface PollTurn {
    /**
     * Keeps the turn until the transaction ends.
     * @throws Error when another replica has it now, because this process stood still for too long
     */
    mustHold(transaction: Transaction<Database>): Promise<void>;
    release(): Promise<void>;
}

/**
 * One poller among any number of replicas: a lease in a row. No connection is held while Salesforce is read, and nothing
 * depends on a session of the database.
 */
export class PollTurns {
    private readonly db: Kysely<Database>;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /** Waits for the turn; undefined as soon as `isDone`, because another replica has done the work meanwhile. */
    async take(isDone: () => Promise<boolean>): Promise<PollTurn | undefined> {
        for (;;) {
            const lease = await this.tryToTake();
            // Asked with the turn in hand: the replica before may just have finished.
            if (lease !== undefined) {
                const turn = this.hold(lease);
                if (!(await isDone())) return turn;
                await turn.release();
                return undefined;
            }
            await setTimeout(LOOK_MS);
            if (await isDone()) return undefined;
        }
    }

    private async tryToTake(): Promise<number | undefined> {
        const { rows } = await sql<{ poll_lease: number }>`
            update mirror_state
               set poll_lease = poll_lease + 1, poll_leased_until = now() + make_interval(secs => ${TURN_SECONDS})
             where poll_leased_until is null or poll_leased_until < now()
            returning poll_lease`.execute(this.db);
        return rows[0]?.poll_lease;
    }

    private hold(lease: number): PollTurn {
        const renewing = setInterval(() => {
            sql`update mirror_state set poll_leased_until = now() + make_interval(secs => ${TURN_SECONDS})
                 where poll_lease = ${lease} and poll_leased_until is not null`
                .execute(this.db)
                // Whether the turn is still ours is asked before anything is saved.
                .catch(() => undefined);
        }, RENEWAL_MS);
        return {
            async mustHold(transaction) {
                const { poll_lease } = await transaction
                    .selectFrom('mirror_state')
                    .select('poll_lease')
                    .forUpdate()
                    .executeTakeFirstOrThrow();
                if (poll_lease !== lease) throw new Error('another replica reads Salesforce by now');
            },
            release: async () => {
                clearInterval(renewing);
                await this.db
                    .updateTable('mirror_state')
                    .set({ poll_leased_until: null })
                    .where('poll_lease', '=', lease)
                    .execute();
            }
        };
    }
}
