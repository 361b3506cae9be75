import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';

const KEY_NAME = 'human_check';
const KEY_BYTES = 32;

/** What replicas share of challenges: the key that signs them, and which were answered. */
export class ChallengeStore {
    private readonly db: Kysely<Database>;
    private known: Promise<Buffer> | undefined;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /** The key, made by whoever needs it first. It opens nothing but this check. */
    key(): Promise<Buffer> {
        this.known ??= this.readKey().catch((error: unknown) => {
            this.known = undefined;
            throw error;
        });
        return this.known;
    }

    /** Marks a challenge as used by an attempt; false when another one has used it. */
    async spend(nonce: string, attemptId: string): Promise<boolean> {
        const row = await this.db
            .insertInto('spent_challenges')
            .values({ nonce, attempt_id: attemptId })
            // Changes nothing, so that the row that is there is answered.
            .onConflict((conflict) =>
                conflict.column('nonce').doUpdateSet({ attempt_id: sql`spent_challenges.attempt_id` })
            )
            .returning('attempt_id')
            .executeTakeFirstOrThrow();
        return row.attempt_id === attemptId;
    }

    private async readKey(): Promise<Buffer> {
        await this.db
            .insertInto('signing_keys')
            .values({ name: KEY_NAME, key: randomBytes(KEY_BYTES) })
            .onConflict((conflict) => conflict.column('name').doNothing())
            .execute();
        const { key } = await this.db
            .selectFrom('signing_keys')
            .select('key')
            .where('name', '=', KEY_NAME)
            .executeTakeFirstOrThrow();
        return key;
    }
}
