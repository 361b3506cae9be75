import type pg from 'pg';

const CREATE = `
    create or replace function bench_confirm() returns void language plpgsql as $$
    declare
        meeting uuid := gen_random_uuid();
        -- Nobody stands in anybody's way.
        host text := gen_random_uuid();
    begin
        perform pg_advisory_xact_lock(hashtextextended(host, 0));
        insert into idempotency_keys (key_hash, request_hash, meeting_uid, sealed_manage_token)
        values (meeting::text, 'hash', meeting, '\\x00');
        insert into claims (token_hash, meeting_uid) values (meeting::text, meeting);
        insert into host_reservations (meeting_uid, host_id, came_from, during)
        values (meeting, host, 'required', tstzrange(now(), now() + interval '30 minutes'));
        insert into meetings (uid, status, starts_at, ends_at, time_zone, link_type, booking_link_id, meeting_type_id,
                              snapshot, manage_token_hash)
        values (meeting, 'scheduled', now(), now() + interval '30 minutes', 'UTC', 'standard', 'link', 'ceiling',
                '{}', meeting::text);
        insert into outbox (meeting_uid, wanted_revision) values (meeting, 1);
    end
    $$`;

/**
 * Confirmations a second that this database can do at all: the same rows under the same constraints, in one function
 * call each, with nothing around them.
 */
export async function confirmationCeiling(pool: pg.Pool, connections: number, seconds: number): Promise<number> {
    await pool.query(CREATE);
    const until = performance.now() + seconds * 1000;
    let confirmed = 0;
    await Promise.all(
        Array.from({ length: connections }, async () => {
            while (performance.now() < until) {
                await pool.query({ name: 'bench_confirm', text: 'select bench_confirm()' });
                confirmed++;
            }
        })
    );
    return confirmed / seconds;
}
