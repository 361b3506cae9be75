import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../database/tables.ts';
import { Problem } from '../problem/problem.ts';
import { updateRequest } from '../salesforce/requests.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { changeMeeting } from './meetingChange.ts';

/** Meetings in one call to Salesforce: parts of one composite call. */
const PER_CALL = 25;
/** Calls of one round; a backlog takes several rounds. */
const CALLS_PER_ROUND = 4;
/** Whom a round has not told Salesforce of by then, the outbox writes one by one. */
const TELL_AFTER_SECONDS = 30 * 60;

export interface MeetingCompletionParts {
    db: Kysely<Database>;
    client: SalesforceClient;
    logger: Logger;
    now?: () => Date;
}

interface CompletedRow {
    uid: string;
    revision: number;
    salesforce_id: string;
}

/** Meetings that are over become completed, here and in Salesforce, many in a call. A no-show stays one. */
export class MeetingCompletion {
    private readonly parts: MeetingCompletionParts;
    private readonly now: () => Date;

    constructor(parts: MeetingCompletionParts) {
        this.parts = parts;
        this.now = parts.now ?? (() => new Date());
    }

    /**
     * One round; any number of replicas may do it at once. Returns how many meetings it has completed.
     * @throws what the Salesforce client throws; the meetings are completed then, and Salesforce hears of it later
     */
    async complete(): Promise<number> {
        let count = 0;
        for (let call = 0; call < CALLS_PER_ROUND; call += 1) {
            const completed = await this.completeSome();
            count += completed;
            if (completed < PER_CALL) break;
        }
        for (let call = 0; call < CALLS_PER_ROUND; call += 1) {
            if ((await this.tellSome()) < PER_CALL) break;
        }
        return count;
    }

    private async completeSome(): Promise<number> {
        const { db } = this.parts;
        const over = await db
            .selectFrom('meetings')
            .select('uid')
            .where('status', 'in', ['scheduled', 'rescheduled'])
            .where('ends_at', '<=', this.now())
            .orderBy('ends_at')
            .limit(PER_CALL)
            .execute();
        for (const { uid } of over) await this.completeOne(uid);
        return over.length;
    }

    /** Its row is locked before it is looked at: another replica, or a host, may have been faster. */
    private async completeOne(uid: string): Promise<void> {
        try {
            await changeMeeting(this.parts.db, {
                uid,
                author: { actor: 'service' },
                tellAfterSeconds: TELL_AFTER_SECONDS,
                decide: (_transaction, { status, endsAt }) => {
                    const isOver = (status === 'scheduled' || status === 'rescheduled') && endsAt <= this.now();
                    if (!isOver) throw new Problem('meeting_over');
                    return Promise.resolve({
                        kind: 'completed',
                        columns: { status: 'completed' },
                        details: { from: status, to: 'completed' }
                    });
                }
            });
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
        }
    }

    /** Only where Salesforce has everything before: then the status is all that is new. Returns how many it took up. */
    private async tellSome(): Promise<number> {
        const { rows } = await sql<CompletedRow>`
            select m.uid, m.revision, m.salesforce_id
              from outbox o
              join meetings m on m.uid = o.meeting_uid
              join meeting_changes c on c.meeting_uid = m.uid and c.revision = m.revision
             where o.done_revision < o.wanted_revision
               and o.done_revision = m.revision - 1 and o.wanted_revision = m.revision and o.next_attempt_at > now()
               and o.parked_at is null and o.error_code is null and m.salesforce_id is not null
               and c.kind = 'completed' and c.actor = 'service'
             order by m.ends_at limit ${PER_CALL}`.execute(this.parts.db);
        if (rows.length > 0) await this.tell(rows);
        return rows.length;
    }

    private async tell(rows: CompletedRow[]): Promise<void> {
        const results = await this.parts.client.composite(
            rows.map(({ salesforce_id, revision }, index) => ({
                referenceId: `meeting${index}`,
                ...updateRequest('Meeting__c', salesforce_id, { Status__c: 'Completed', Revision__c: revision })
            }))
        );
        const told = rows.filter((_row, index) => results[index]?.error === undefined);
        const refused = rows.filter((_row, index) => results[index]?.error !== undefined);
        await this.markTold(told);
        // The outbox knows what to do about a refusal.
        await sql`update outbox set next_attempt_at = now()
                   where meeting_uid = any(${refused.map(({ uid }) => uid)}::uuid[])`.execute(this.parts.db);
        this.parts.logger.info({ told: told.length, refused: refused.length }, 'meetings are over');
    }

    private async markTold(rows: CompletedRow[]): Promise<void> {
        for (const { uid, revision } of rows) {
            await sql`update outbox set done_revision = greatest(done_revision, ${revision}), waiting_since = now()
                       where meeting_uid = ${uid}`.execute(this.parts.db);
        }
    }
}
