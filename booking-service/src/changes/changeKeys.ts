import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { hashKey, openToken, sealToken } from '../bookings/idempotency.ts';
import type { Database } from '../database/tables.ts';
import { Problem } from '../problem/problem.ts';

/** What a client asked for under an idempotency key. */
export interface KeyedChange {
    idempotencyKey: string;
    meetingUid: string;
    /** Tells a true retry from another change under the same key. */
    request: unknown;
}

/**
 * The manage token that this key's change was answered with; undefined when the key is new.
 * @throws Problem invalid_request when the key stands for another change
 */
export async function findEarlierChange(db: Kysely<Database>, change: KeyedChange): Promise<string | undefined> {
    const row = await db
        .selectFrom('change_keys')
        .select(['request_hash', 'meeting_uid', 'sealed_manage_token'])
        .where('key_hash', '=', hashKey(change.idempotencyKey))
        .executeTakeFirst();
    if (!row) return undefined;
    if (row.meeting_uid === change.meetingUid && row.request_hash === hashChange(change)) {
        return openToken(row.sealed_manage_token, change.idempotencyKey);
    }
    throw new Problem('invalid_request', {
        detail: 'This Idempotency-Key was used for a different change. Send a new key.',
        errors: [{ field: 'Idempotency-Key', message: 'was used for a different change' }]
    });
}

/** Keeps the answer for retries. Two changes of a meeting are never made at once, so the key is free or a mistake. */
export async function keepChange(
    transaction: Transaction<Database>,
    change: KeyedChange,
    manageToken: string
): Promise<void> {
    await transaction
        .insertInto('change_keys')
        .values({
            key_hash: hashKey(change.idempotencyKey),
            request_hash: hashChange(change),
            meeting_uid: change.meetingUid,
            sealed_manage_token: sealToken(manageToken, change.idempotencyKey)
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
}

function hashChange({ meetingUid, request }: KeyedChange): string {
    return createHash('sha256')
        .update(JSON.stringify([meetingUid, request]))
        .digest('hex');
}
