import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import { queueCode } from './mailQueue.ts';

/** How long a code is good for. */
export const CODE_MINUTES = 10;

const MAX_ATTEMPTS = 5;
/** A link is worth so many codes an hour, a minute apart: with five tries each, guessing is hopeless. */
const MAX_CODES_PER_HOUR = 5;
const SECONDS_BETWEEN = 60;

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

export type CodeCheck = 'right' | 'wrong' | 'none';

/**
 * Codes that open a link to the one person it was made for: six digits, mailed, good for ten minutes and five tries,
 * counted in the database for all replicas. Only a slow hash is kept; the digits exist in the mail alone.
 */
export class OneTimeCodes {
    private readonly db: Kysely<Database>;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /** Has a code mailed, unless one was a moment ago or there have been too many. Says whether one is on its way. */
    async request(wish: { tokenHash: string; email: string; locale: string }): Promise<boolean> {
        return this.db.transaction().execute(async (transaction) => {
            await sql`select pg_advisory_xact_lock(hashtextextended(${`code:${wish.tokenHash}`}, 0))`.execute(
                transaction
            );
            const { rows } = await sql<{ recent: boolean; count: number }>`
                select coalesce(max(created_at) > now() - make_interval(secs => ${SECONDS_BETWEEN}), false) as recent,
                       count(*)::int as count
                  from mail_jobs
                 where kind = 'code' and token_hash = ${wish.tokenHash}
                   and created_at > now() - interval '1 hour'`.execute(transaction);
            const [sent] = rows;
            if (sent?.recent) return true;
            if (sent && sent.count >= MAX_CODES_PER_HOUR) return false;
            await queueCode(transaction, wish);
            return true;
        });
    }

    /** Makes the code that is about to be mailed; whatever was mailed before is void. */
    async issue({ tokenHash, email }: { tokenHash: string; email: string }): Promise<string> {
        const code = String(randomInt(1_000_000)).padStart(6, '0');
        const salt = randomBytes(16);
        const hash = await derive(code, salt, 32);
        await sql`
            insert into email_codes (token_hash, email, salt, code_hash, expires_at)
            values (${tokenHash}, ${email}, ${salt}, ${hash}, now() + make_interval(mins => ${CODE_MINUTES}))
            on conflict (token_hash) do update
               set email = excluded.email, salt = excluded.salt, code_hash = excluded.code_hash,
                   expires_at = excluded.expires_at, attempts = 0`.execute(this.db);
        return code;
    }

    /** Each try is counted before it is looked at, so that many at once are not more than five. */
    async check(tokenHash: string, email: string, code: string): Promise<CodeCheck> {
        const { rows } = await sql<{ salt: Buffer; code_hash: Buffer }>`
            update email_codes set attempts = attempts + 1
             where token_hash = ${tokenHash} and lower(email) = lower(${email}) and expires_at > now()
               and attempts < ${MAX_ATTEMPTS}
            returning salt, code_hash`.execute(this.db);
        const [known] = rows;
        if (!known) return 'none';
        const isRight = timingSafeEqual(await derive(code.replace(/\D/g, ''), known.salt, 32), known.code_hash);
        if (!isRight) return 'wrong';
        // Somebody who has the code may send the form again, when the time they chose is gone.
        await sql`update email_codes set attempts = attempts - 1 where token_hash = ${tokenHash}`.execute(this.db);
        return 'right';
    }
}
