import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Opening } from './openingNotes.ts';

/** An opening that Salesforce has not heard of; what it knows already is absent. */
export interface UntoldOpening extends Opening {
    /** Salesforce's id of the link. */
    linkId: string;
}

/** A refused record is tried again after 1, 2, 4 … minutes, up to a day. */
const LONGEST_PAUSE_MINUTES = 24 * 60;

/** Openings of links, until Salesforce knows of them and as long as they may happen again. */
export class OpeningStore {
    private readonly db: Kysely<Database>;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /** Keeps first openings of links the mirror has; a first one that is known already stays the first. */
    async keep(openings: Opening[]): Promise<void> {
        if (openings.length === 0) return;
        // In one order, so that replicas that keep the same links at a time do not wait for each other in a circle.
        const sorted = openings.toSorted((a, b) => (a.tokenHash < b.tokenHash ? -1 : 1));
        await sql`
            insert into link_openings (token_hash, first_scanner_at, first_person_at)
            select token_hash, scanner_at, person_at
              from unnest(${sorted.map(({ tokenHash }) => tokenHash)}::text[],
                          ${sorted.map(({ scannerAt }) => scannerAt ?? null)}::timestamptz[],
                          ${sorted.map(({ personAt }) => personAt ?? null)}::timestamptz[])
                   as noticed (token_hash, scanner_at, person_at)
             where exists (select from single_use_links link where link.token_hash = noticed.token_hash)
            on conflict (token_hash) do update
               set first_scanner_at = coalesce(link_openings.first_scanner_at, excluded.first_scanner_at),
                   first_person_at = coalesce(link_openings.first_person_at, excluded.first_person_at),
                   next_attempt_at = now()
             where link_openings.first_scanner_at is null and excluded.first_scanner_at is not null
                or link_openings.first_person_at is null and excluded.first_person_at is not null`.execute(this.db);
    }

    /**
     * True for one replica, when there is something to tell and Salesforce may be called. No other one gets it again for
     * `seconds`, whatever becomes of this one.
     */
    async takeTurn(seconds: number): Promise<boolean> {
        const { rows } = await sql`
            update link_openings_turn set not_before = now() + make_interval(secs => ${seconds})
             where not_before <= now()
               and exists (select from link_openings where is_waiting and next_attempt_at <= now())
               and not exists (select from salesforce_breaker where reason is not null)
            returning 1`.execute(this.db);
        return rows.length > 0;
    }

    /** What is due to be told, longest waiting first. */
    async findUntold(limit: number): Promise<UntoldOpening[]> {
        const { rows } = await sql<{
            token_hash: string;
            id: string;
            scanner_at: Date | null;
            person_at: Date | null;
        }>`
            select opening.token_hash, link.id,
                   case when not is_scanner_told then first_scanner_at end as scanner_at,
                   case when not is_person_told then first_person_at end as person_at
              from link_openings opening join single_use_links link using (token_hash)
             where is_waiting and next_attempt_at <= now()
             order by next_attempt_at limit ${limit}`.execute(this.db);
        return rows.map(({ token_hash: tokenHash, id, scanner_at, person_at }) => ({
            tokenHash,
            linkId: id,
            scannerAt: scanner_at ?? undefined,
            personAt: person_at ?? undefined
        }));
    }

    /** Salesforce has what was found untold. What was noticed since is still to be told. */
    async markTold(openings: UntoldOpening[]): Promise<void> {
        if (openings.length === 0) return;
        await sql`
            update link_openings
               set is_scanner_told = is_scanner_told or told.is_scanner, is_person_told = is_person_told or told.is_person,
                   attempts = 0
              from unnest(${openings.map(({ tokenHash }) => tokenHash)}::text[],
                          ${openings.map(({ scannerAt }) => scannerAt !== undefined)}::boolean[],
                          ${openings.map(({ personAt }) => personAt !== undefined)}::boolean[])
                   as told (token_hash, is_scanner, is_person)
             where link_openings.token_hash = told.token_hash`.execute(this.db);
    }

    async retryLater(openings: UntoldOpening[]): Promise<void> {
        if (openings.length === 0) return;
        await sql`
            update link_openings
               set attempts = attempts + 1,
                   next_attempt_at = now() + make_interval(mins => least(power(2, least(attempts, 20)),
                                                                         ${LONGEST_PAUSE_MINUTES})::int)
             where token_hash = any(${openings.map(({ tokenHash }) => tokenHash)}::text[])`.execute(this.db);
    }
}
