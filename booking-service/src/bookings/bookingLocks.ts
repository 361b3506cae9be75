import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Database } from '../database/tables.ts';

/** In id order, so that two bookings that share hosts queue up instead of waiting for each other. */
export async function lockHosts(transaction: Transaction<Database>, hostIds: string[]): Promise<void> {
    await sql`select lock_hosts(${hostIds}::text[])`.execute(transaction);
}

/** From here to the commit nobody else counts meetings of the type to book one more. */
export async function lockLimits(transaction: Transaction<Database>, meetingTypeId: string): Promise<void> {
    await sql`select lock_limits(${meetingTypeId})`.execute(transaction);
}
