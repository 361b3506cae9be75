import type pg from 'pg';

/** Rows that each table of {@link GROWING} gets. */
export const HISTORY_ROWS = 5_000;

/** Whom the history belongs to: those whom the meetings of a test belong to, too. */
export interface HistoryOwners {
    hostIds: string[];
    poolId: string;
    meetingTypeId: string;
}

/**
 * Every table that grows with links, meetings and mails, filled with what happened long ago; but where old rows are
 * forgotten, with what is just not old enough.
 */
const GROWING: Record<string, string> = {
    meetings: `(uid, status, starts_at, ends_at, time_zone, link_type, token_hash, booking_link_id, meeting_type_id,
                snapshot, manage_token_hash, booked_at, salesforce_id)
        select uid, 'completed', starts_at, starts_at + interval '30 minutes', 'UTC', 'single_use', hash, 'past', $3, '{}',
               hash, starts_at - interval '1 day', 'past ' || n from history`,
    host_reservations: `(meeting_uid, host_id, came_from, during)
        select uid, ($1::text[])[1 + n % cardinality($1)], $2, tstzrange(starts_at, starts_at + interval '30 minutes')
          from history`,
    outbox: `(meeting_uid, wanted_revision, done_revision) select uid, 2, 2 from history`,
    claims: `(token_hash, meeting_uid) select hash, uid from history`,
    single_use_links: `(token_hash, id, booking_link_id, owner_id, system_modstamp, read_at)
        select hash, hash, 'past', 'past', starts_at, starts_at from history`,
    link_openings: `(token_hash, first_person_at, is_person_told, noticed_at)
        select hash, starts_at, true, starts_at from history`,
    meeting_changes: `(meeting_uid, revision, kind, actor, details) select uid, 2, 'completed', 'service', '{}' from history`,
    retired_manage_tokens: `(token_hash, meeting_uid) select 'retired ' || hash, uid from history`,
    meeting_actions: `(id, result) select 'past ' || n, 'Done' from history`,
    idempotency_keys: `(key_hash, request_hash, meeting_uid, sealed_manage_token) select hash, '', uid, '' from history`,
    change_keys: `(key_hash, request_hash, meeting_uid, sealed_manage_token) select hash, '', uid, '' from history`,
    link_requests: `(token_hash, asked_on, done_at) select hash, starts_at::date, now() from history`,
    mail_jobs: `(meeting_uid, revision, kind, audience, recipient, state, next_attempt_at, created_at)
        select uid, 1, 'confirmation', 'prospect', 'past@example.com', 'sent', now(), now() from history`,
    mail_tokens: `(token_hash, meeting_uid, stands_for) select hash, uid, hash from history`,
    email_codes: `(token_hash, email, salt, code_hash, expires_at) select hash, '', '', '', now() from history`,
    spent_challenges: `(nonce, attempt_id) select hash, hash from history`
};

/** They hold a row for each host, definition, object, day or replica, one in all, or are emptied by themselves. */
const BOUNDED = [
    'definitions',
    'host_calendars',
    'host_versions',
    'link_openings_turn',
    'local_mails',
    'mirror_state',
    'mirror_watermarks',
    'rate_limits',
    'replicas',
    'salesforce_breaker',
    'salesforce_calls',
    'schema_migrations',
    'signing_keys',
    'status_report'
];

export const GROWING_TABLES = Object.keys(GROWING);

/**
 * Gives the tables that grow a past of more than 100 days, one meeting an hour, of hosts who are busy today.
 * @throws Error naming tables of which nothing here says whether they grow
 */
export async function fillHistory(client: pg.Client, { hostIds, poolId, meetingTypeId }: HistoryOwners): Promise<void> {
    const { rows } = await client.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public'`
    );
    const unknown = rows.filter(({ name }) => !(name in GROWING) && !BOUNDED.includes(name)).map(({ name }) => name);
    if (unknown.length > 0) throw new Error(`Do these tables grow? Say so in longHistory.ts: ${unknown.join(', ')}`);
    await client.query(`
        set session_replication_role = replica;
        create temporary table history as
        select n, gen_random_uuid() as uid, now() - interval '100 days' - n * interval '1 hour' as starts_at,
               encode(sha256(('past ' || n)::bytea), 'hex') as hash
          from generate_series(1, ${HISTORY_ROWS}) as n`);
    // Each statement takes its own of the same three values, which the server must be told of all the same.
    const given = '(select $1::text[] as hosts, $2::text as pool, $3::text as type) as given';
    for (const [table, insert] of Object.entries(GROWING)) {
        await client.query(`insert into ${table} ${insert} cross join ${given}`, [hostIds, poolId, meetingTypeId]);
    }
    await client.query('reset session_replication_role');
    await client.query('analyze');
}
