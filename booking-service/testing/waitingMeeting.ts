import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

const SNAPSHOT = {
    title: 'Intro call',
    durationMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    hosts: [{ id: '005000000000001AAA', name: 'Julio Reyes', timeZone: 'America/New_York' }],
    attendees: [],
    prospect: { firstName: 'Ada', lastName: 'Byron', email: 'ada.byron@example.com' },
    guests: [],
    answers: [],
    record: {},
    isForwarded: false
};

/** Puts a booked meeting into the database that Salesforce has not heard of, and returns its uid. */
export async function insertWaitingMeeting(pool: Pool): Promise<string> {
    const uid = randomUUID();
    await pool.query(
        `insert into meetings (uid, status, starts_at, ends_at, time_zone, link_type, booking_link_id,
                               meeting_type_id, snapshot, manage_token_hash)
         values ($1, 'scheduled', '2026-12-01T10:00:00Z', '2026-12-01T10:30:00Z', 'Europe/Berlin', 'standard',
                 'link', 'type', $2, $3)`,
        [uid, JSON.stringify(SNAPSHOT), `manage-${uid}`]
    );
    await pool.query('insert into outbox (meeting_uid, wanted_revision) values ($1, 1)', [uid]);
    return uid;
}

/** A meeting changes: Salesforce has to hear of its next revision. */
export async function changeMeeting(pool: Pool, uid: string): Promise<void> {
    await pool.query('update meetings set revision = revision + 1 where uid = $1', [uid]);
    await pool.query('update outbox set wanted_revision = wanted_revision + 1 where meeting_uid = $1', [uid]);
}
