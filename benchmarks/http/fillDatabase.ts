import type pg from 'pg';

const ROWS_A_STATEMENT = 50_000;

/**
 * Puts in many single-use links and meetings, each with its claim and its outbox row, for hosts nobody asks about.
 * Triggers and foreign keys rest meanwhile: what is measured is what the service does with the rows.
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
            await client.query(
                `with booked as (
                    insert into meetings (uid, status, starts_at, ends_at, time_zone, link_type, booking_link_id,
                                          meeting_type_id, snapshot, manage_token_hash)
                    select gen_random_uuid(), 'scheduled', now() + n * interval '1 minute',
                           now() + (n + 30) * interval '1 minute', 'UTC', 'standard', 'filler', 'filler', '{}',
                           'filler ' || n
                      from generate_series($1::int, $2::int) as n
                    returning uid
                )
                insert into outbox (meeting_uid, wanted_revision, done_revision) select uid, 1, 1 from booked`,
                [from, Math.min(from + ROWS_A_STATEMENT - 1, meetings)]
            );
        }
        await client.query('reset session_replication_role; reset statement_timeout; analyze');
    } finally {
        client.release();
    }
}
