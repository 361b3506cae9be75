import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { Database, MeetingsTable } from '../database/tables.ts';
import { mustParse } from '../problem/mustParse.ts';
import { MeetingSnapshot } from './meeting.ts';
import type { Meeting } from './meeting.ts';

/** Finds meetings. What changes them are the booking transaction and the acts of a meeting's life. */
export class MeetingStore {
    private readonly db: Kysely<Database>;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    async findByUid(uid: string): Promise<Meeting | undefined> {
        const row = await this.db.selectFrom('meetings').selectAll().where('uid', '=', uid).executeTakeFirst();
        return row && toMeeting(row);
    }

    async findByManageToken(manageTokenHash: string): Promise<Meeting | undefined> {
        const row = await this.db
            .selectFrom('meetings')
            .selectAll()
            .where('manage_token_hash', '=', manageTokenHash)
            .executeTakeFirst();
        return row && toMeeting(row);
    }

    /** The meeting that a token used to manage before it moved on. */
    async findByRetiredToken(manageTokenHash: string): Promise<Meeting | undefined> {
        const row = await this.db
            .selectFrom('retired_manage_tokens')
            .innerJoin('meetings', 'meetings.uid', 'retired_manage_tokens.meeting_uid')
            .selectAll('meetings')
            .where('retired_manage_tokens.token_hash', '=', manageTokenHash)
            .executeTakeFirst();
        return row && toMeeting(row);
    }

    /** The meeting that a token in a mail leads to, and whether the token it stands for is still the present one. */
    async findByMailToken(
        tokenHash: string
    ): Promise<{ meeting: Meeting; manageTokenHash: string; isCurrent: boolean } | undefined> {
        const row = await this.db
            .selectFrom('mail_tokens')
            .innerJoin('meetings', 'meetings.uid', 'mail_tokens.meeting_uid')
            .selectAll('meetings')
            .select('mail_tokens.stands_for')
            .where('mail_tokens.token_hash', '=', tokenHash)
            .executeTakeFirst();
        if (!row) return undefined;
        const { manage_token_hash: manageTokenHash, stands_for: standsFor } = row;
        return { meeting: toMeeting(row), manageTokenHash, isCurrent: standsFor === manageTokenHash };
    }

    /** Which meeting holds the one use of a link, and whether Salesforce has heard of that. */
    async findClaim(tokenHash: string): Promise<{ meetingUid: string; isWritten: boolean } | undefined> {
        const row = await this.db
            .selectFrom('claims')
            .innerJoin('outbox', 'outbox.meeting_uid', 'claims.meeting_uid')
            .select(['claims.meeting_uid', 'done_revision'])
            .where('token_hash', '=', tokenHash)
            .executeTakeFirst();
        return row && { meetingUid: row.meeting_uid, isWritten: row.done_revision > 0 };
    }

    /** Remembers where Salesforce keeps the meeting. */
    async saveSalesforceIds(uid: string, ids: { meetingId: string; eventId: string | undefined }): Promise<void> {
        await this.db
            .updateTable('meetings')
            .set({
                salesforce_id: ids.meetingId,
                salesforce_event_id: ids.eventId ?? sql`salesforce_event_id`
            })
            .where('uid', '=', uid)
            .execute();
    }
}

export function toMeeting(row: Selectable<MeetingsTable>): Meeting {
    return {
        uid: row.uid,
        revision: row.revision,
        status: row.status,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        timeZone: row.time_zone,
        linkType: row.link_type,
        tokenHash: row.token_hash ?? undefined,
        bookingLinkId: row.booking_link_id,
        meetingTypeId: row.meeting_type_id,
        snapshot: mustParse(MeetingSnapshot, row.snapshot, 'the snapshot of a meeting'),
        bookedAt: row.booked_at,
        changedAt: row.changed_at,
        rescheduleCount: row.reschedule_count,
        prospectRescheduleCount: row.prospect_reschedule_count,
        cancellation:
            row.canceled_at && row.canceled_by
                ? { at: row.canceled_at, by: row.canceled_by, reason: row.cancel_reason ?? undefined }
                : undefined,
        noShowAt: row.no_show_at ?? undefined,
        isClaimReleased: row.claim_released_at !== null,
        salesforceId: row.salesforce_id ?? undefined,
        salesforceEventId: row.salesforce_event_id ?? undefined
    };
}
