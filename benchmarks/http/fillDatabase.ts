import type pg from 'pg';

const ROWS_A_STATEMENT = 50_000;
/** Who has the meetings: nobody the benchmarks ask for slots of. */
export const FILLER_HOSTS = 200;
export const FILLER_POOL = 'filler pool';
export const FILLER_TYPE = 'filler';
export const fillerHost = (host: number): string => `filler ${host}`;
/** One meeting after the other, so that more of them are a longer history and not a fuller one. */
const MINUTES_APART = 5;
const DAYS_AHEAD = 30;

/**
 * Puts in many single-use links and meetings, each with its host, its outbox row and, where there are enough links, its
 * claim: the last ones in a month, each earlier one five minutes before. Triggers and foreign keys rest meanwhile: what
 * is measured is what the service does with the rows.
 */
export async function fillDatabase(
    pool: pg.Pool,
    { links, meetings }: { links: number; meetings: number }
): Promise<void> {
    const client = await pool.connect();
    try {
        await client.query(`set session_replication_role = replica; set statement_timeout = 0`);
        await client.query(
            `insert into single_use_links (token_hash, id, booking_link_id, owner_id, system_modstamp, read_at)
             select encode(sha256(('link ' || n)::bytea), 'hex'), 'link ' || n, 'filler', 'filler', now(), now()
               from generate_series(1, $1::int) as n`,
            [links]
        );
        for (let from = 1; from <= meetings; from += ROWS_A_STATEMENT) {
            await client.query(FILL_MEETINGS, [from, Math.min(from + ROWS_A_STATEMENT - 1, meetings), links]);
        }
        await client.query('reset session_replication_role; reset statement_timeout');
        await client.query('vacuum analyze');
    } finally {
        client.release();
    }
}

const FILL_MEETINGS = `
    with filler as materialized (
        select n, gen_random_uuid() as uid, starts_at, least(now(), starts_at - interval '7 days') as booked_at
          from (select n, date_trunc('minute', now()) + interval '${DAYS_AHEAD} days' - n * interval '${MINUTES_APART} minutes'
                       as starts_at
                  from generate_series($1::int, $2::int) as n) as numbered
    ), booked as (
        insert into meetings (uid, status, starts_at, ends_at, time_zone, link_type, token_hash, booking_link_id,
                              meeting_type_id, snapshot, manage_token_hash, booked_at)
        select uid, case when starts_at < now() then 'completed' else 'scheduled' end, starts_at,
               starts_at + interval '30 minutes', 'UTC', case when n <= $3::int then 'single_use' else 'standard' end,
               case when n <= $3 then encode(sha256(('link ' || n)::bytea), 'hex') end, 'filler', '${FILLER_TYPE}', '{}',
               'filler ' || n, booked_at
          from filler
    ), claimed as (
        insert into claims (token_hash, meeting_uid)
        select encode(sha256(('link ' || n)::bytea), 'hex'), uid from filler where n <= $3
    ), reserved as (
        insert into host_reservations (meeting_uid, host_id, came_from, during)
        select uid, 'filler ' || n % ${FILLER_HOSTS}, '${FILLER_POOL}',
               tstzrange(starts_at, starts_at + interval '30 minutes')
          from filler
    )
    insert into outbox (meeting_uid, wanted_revision, done_revision) select uid, 1, 1 from filler`;
