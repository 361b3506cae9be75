import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { hashToken, newToken, normalizeToken } from '../../../force-app/main/default/lwc/linkToken/linkToken.ts';
import type { AvailabilityService } from '../availability/availabilityService.ts';
import { hostLimitsOf, limitsOf } from '../bookings/bookingToStore.ts';
import type { Database } from '../database/tables.ts';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import { Problem } from '../problem/problem.ts';
import { cancellation, rescheduling } from './acts.ts';
import { findEarlierChange, keepChange } from './changeKeys.ts';
import type { KeyedChange } from './changeKeys.ts';
import type { MoveLimits, NewTimes } from './hostReservations.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { changeMeeting } from './meetingChange.ts';
import { linkOfMeeting } from './meetingLink.ts';
import { mustAllow } from './meetingRules.ts';
import type { MeetingStore } from '../meetings/meetingStore.ts';

/** A meeting and the secret its prospect manages it with. */
export interface ManagedMeeting {
    meeting: Meeting;
    manageToken: string;
}

/** What a manage token leads to. */
export type FoundMeeting =
    | { outcome: 'found'; meeting: Meeting; manageTokenHash: string }
    /** The token belongs to a mail sent before the meeting moved. */
    | { outcome: 'stale'; meeting: Meeting }
    | { outcome: 'unknown' };

/** The time a prospect moves a meeting to. */
export interface NewStart {
    start: Date;
    /** IANA; absent: as the meeting was booked. */
    timeZone?: string | undefined;
}

export interface MeetingServiceParts {
    db: Kysely<Database>;
    meetings: MeetingStore;
    availability: AvailabilityService;
    definitions: DefinitionStore;
    /** Told after each change, so that Salesforce hears of it at once. */
    onChanged: () => void;
    now?: () => Date;
}

/** What the holder of a manage token may do: look, move the meeting, cancel it. */
export class MeetingService {
    private readonly parts: MeetingServiceParts;
    private readonly now: () => Date;

    constructor(parts: MeetingServiceParts) {
        this.parts = parts;
        this.now = parts.now ?? (() => new Date());
    }

    async find(manageToken: string): Promise<FoundMeeting> {
        const token = normalizeToken(manageToken);
        if (token === undefined) return { outcome: 'unknown' };
        const manageTokenHash = await hashToken(token);
        const meeting = await this.parts.meetings.findByManageToken(manageTokenHash);
        if (meeting) return { outcome: 'found', meeting, manageTokenHash };
        const moved = await this.parts.meetings.findByRetiredToken(manageTokenHash);
        if (moved) return { outcome: 'stale', meeting: moved };
        const mailed = await this.parts.meetings.findByMailToken(manageTokenHash);
        if (!mailed) return { outcome: 'unknown' };
        return mailed.isCurrent
            ? { outcome: 'found', meeting: mailed.meeting, manageTokenHash: mailed.manageTokenHash }
            : { outcome: 'stale', meeting: mailed.meeting };
    }

    /**
     * Moves the meeting. Its token opens nothing from then on; the answer carries the new one.
     * @throws Problem with one of the product's codes; nothing has changed then.
     */
    async reschedule(
        manageToken: string,
        wish: NewStart,
        idempotencyKey: string = randomUUID()
    ): Promise<ManagedMeeting> {
        const found = await this.mustFind(manageToken);
        const request = ['reschedule', wish.start.toISOString(), wish.timeZone ?? null];
        const keyed = { idempotencyKey, meetingUid: found.meeting.uid, request };
        return this.once(keyed, () => this.move(mustBeCurrent(found), wish, keyed));
    }

    /**
     * Cancels the meeting; its token goes on to show that it is canceled.
     * @throws Problem with one of the product's codes; nothing has changed then.
     */
    async cancel(
        manageToken: string,
        reason: string | undefined,
        idempotencyKey: string = randomUUID()
    ): Promise<ManagedMeeting> {
        const found = await this.mustFind(manageToken);
        const keyed = { idempotencyKey, meetingUid: found.meeting.uid, request: ['cancel', reason ?? null] };
        return this.once(keyed, async () => {
            const { meeting, manageTokenHash } = mustBeCurrent(found);
            const canceled = await changeMeeting(this.parts.db, {
                uid: meeting.uid,
                author: { actor: 'prospect', reason },
                now: this.now(),
                manageTokenHash,
                decide: cancellation({ actor: 'prospect', reason, now: this.now() }),
                alongside: (transaction) => keepChange(transaction, keyed, manageToken)
            });
            return { meeting: canceled, manageToken };
        });
    }

    private async move(
        { meeting, manageTokenHash }: { meeting: Meeting; manageTokenHash: string },
        { start, timeZone = meeting.timeZone }: NewStart,
        keyed: KeyedChange
    ): Promise<ManagedMeeting> {
        mustAllow('reschedule', meeting, 'prospect', this.now());
        const { times, limits } = await this.findPlace(meeting, start, timeZone);
        const manageToken = newToken();
        const columns = { time_zone: timeZone, manage_token_hash: await hashToken(manageToken) };
        const moved = await changeMeeting(this.parts.db, {
            uid: meeting.uid,
            author: { actor: 'prospect' },
            now: this.now(),
            manageTokenHash,
            decide: rescheduling({ times, limits, actor: 'prospect', now: this.now(), columns }),
            alongside: async (transaction) => {
                await transaction
                    .insertInto('retired_manage_tokens')
                    .values({ token_hash: manageTokenHash, meeting_uid: meeting.uid })
                    .execute();
                await keepChange(transaction, keyed, manageToken);
            }
        });
        return { meeting: moved, manageToken };
    }

    /** A change that this key has made before is answered again, also when both came at the same time. */
    private async once(keyed: KeyedChange, change: () => Promise<ManagedMeeting>): Promise<ManagedMeeting> {
        const earlier = await this.findEarlier(keyed);
        if (earlier) return earlier;
        try {
            const changed = await change();
            this.parts.onChanged();
            return changed;
        } catch (error) {
            const rival = error instanceof Problem ? await this.findEarlier(keyed) : undefined;
            if (rival) return rival;
            throw error;
        }
    }

    private async findEarlier(keyed: KeyedChange): Promise<ManagedMeeting | undefined> {
        const manageToken = await findEarlierChange(this.parts.db, keyed);
        if (manageToken === undefined) return undefined;
        const meeting = await this.parts.meetings.findByUid(keyed.meetingUid);
        if (!meeting) throw new Error('a change that was acknowledged has no meeting');
        return { meeting, manageToken };
    }

    private async mustFind(manageToken: string): Promise<Exclude<FoundMeeting, { outcome: 'unknown' }>> {
        const found = await this.find(manageToken);
        if (found.outcome === 'unknown') throw new Problem('meeting_not_found');
        return found;
    }

    /** The times and limits of the new place, found by the same search that the page shows. */
    private async findPlace(
        meeting: Meeting,
        start: Date,
        timeZone: string
    ): Promise<{ times: NewTimes; limits: MoveLimits }> {
        const link = linkOfMeeting(await this.parts.definitions.current(), meeting);
        const minute = start.getTime() / 60_000;
        const { check, request } = await this.parts.availability.check(link, minute, timeZone, meeting.uid);
        if (check.slot === undefined) throw new Problem(check.refusal);
        const { slot } = check;
        return {
            times: { startsAt: new Date(slot.start * 60_000), endsAt: new Date(slot.end * 60_000) },
            limits: { limits: limitsOf(link, request, slot), hostLimits: hostLimitsOf(link, request, slot) }
        };
    }
}

function mustBeCurrent(found: Exclude<FoundMeeting, { outcome: 'unknown' }>) {
    if (found.outcome === 'stale') throw new Problem('stale_manage_token');
    return found;
}
