import { randomUUID } from 'node:crypto';
import { newToken } from '../../../force-app/main/default/lwc/linkToken/linkToken.ts';
import type { Admission } from '../admission/admission.ts';
import type { AvailabilityService } from '../availability/availabilityService.ts';
import { chooseDuration } from '../availability/durations.ts';
import type { DatabaseConnection } from '../database/database.ts';
import { parseLinkReference } from '../links/linkReference.ts';
import type { LinkReference } from '../links/linkReference.ts';
import { hashTokenNow } from '../links/tokenHash.ts';
import type { BookableLink, LinkService } from '../links/linkService.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { MeetingStore } from '../meetings/meetingStore.ts';
import { Problem } from '../problem/problem.ts';
import type { FieldError } from '../problem/problem.ts';
import type { OneTimeCodes } from '../mails/oneTimeCodes.ts';
import { checkAnswers } from './answers.ts';
import { describeBooking } from './bookingToStore.ts';
import { storeBooking } from './bookingStore.ts';
import { closedLinkProblem } from '../links/closedLinkProblem.ts';
import { ForwardingProblem, mustBeAddressee, mustHaveCode } from './forwarding.ts';
import { hashKey, hashRequest, openToken, sealToken } from './idempotency.ts';
import type { NewBooking } from './newBooking.ts';

/** A booked meeting and the secret its booker manages it with; the secret is not kept anywhere in clear. */
export interface BookedMeeting {
    meeting: Meeting;
    manageToken: string;
}

/** How a booking is asked for. */
export interface BookingContext {
    /** A repetition under the same key gives the first answer again. */
    idempotencyKey?: string | undefined;
    /** BCP 47: the language of mails; English where nobody says. */
    locale?: string;
    /** Who asks, as far as that can be trusted. */
    clientAddress?: string | undefined;
}

export interface BookingServiceParts {
    connection: DatabaseConnection;
    admission: Admission;
    links: LinkService;
    availability: AvailabilityService;
    meetings: MeetingStore;
    /** Told after each booking, so that Salesforce hears of it at once. */
    onBooked: () => void;
    onOutcome: (outcome: string) => void;
    codes: OneTimeCodes;
    /** Told when a one-time code has to be mailed. */
    onCodeRequested: () => void;
    /** When to remind, in minutes before the start, where a meeting type does not say. */
    reminderMinutes?: number[];
    now?: () => Date;
}

/** Books meetings. Everything a prospect may be refused for is decided here, whichever door they come through. */
export class BookingService {
    private readonly parts: BookingServiceParts;
    private readonly now: () => Date;

    constructor(parts: BookingServiceParts) {
        this.parts = parts;
        this.now = parts.now ?? (() => new Date());
    }

    /**
     * Books, or gives the first answer again when this key has booked before.
     * @throws Problem with one of the product's codes; nothing is consumed then.
     */
    async book(booking: NewBooking, context: BookingContext = {}): Promise<BookedMeeting> {
        try {
            const booked = await this.bookOrRepeat(booking, context);
            this.parts.onOutcome('booked');
            return booked;
        } catch (error) {
            this.parts.onOutcome(error instanceof Problem ? error.code : 'failed');
            throw error;
        }
    }

    /** What this key has booked before, if anything. */
    async findEarlier(idempotencyKey: string): Promise<BookedMeeting | undefined> {
        const row = await this.findKey(idempotencyKey);
        return row && this.openEarlier(row, idempotencyKey);
    }

    /** A retry of what succeeded is refused: its link is used and its time is taken, by itself. Only then is it looked for. */
    private async bookOrRepeat(booking: NewBooking, context: BookingContext): Promise<BookedMeeting> {
        const { idempotencyKey } = context;
        if (idempotencyKey === undefined) return this.tryToBook(booking, randomUUID(), context);
        try {
            return await this.tryToBook(booking, idempotencyKey, context);
        } catch (error) {
            const repeated = error instanceof Problem && (await this.findRepeated(booking, idempotencyKey));
            if (repeated) return repeated;
            throw error;
        }
    }

    private async tryToBook(
        booking: NewBooking,
        idempotencyKey: string,
        { locale = 'en', clientAddress }: BookingContext
    ): Promise<BookedMeeting> {
        const { admission } = this.parts;
        const reference = parseLinkReference(booking.link);
        if (!reference) throw new Problem('link_not_found');
        const link = chooseDuration(await this.getOpenLink(reference), booking.durationMinutes);
        const answers = readAnswers(link, booking);
        mustBeAddressee(link, booking.prospect.email);
        admission.mustBeWelcome({ emails: [booking.prospect.email, ...booking.guests], clientAddress });
        const startMinute = readStart(booking.start);
        const { check, request } = await this.parts.availability.check(link, startMinute, booking.timeZone);
        if (check.slot === undefined) throw new Problem(check.refusal);
        await this.mustHaveCode(link, booking, locale);
        const attemptId = hashKey(idempotencyKey);
        await admission.mustBeHuman({ link: reference, attemptId, clientAddress, proof: booking.humanProof });

        const manageToken = newToken();
        const stored = describeBooking({
            booking,
            link,
            answers,
            slot: check.slot,
            request,
            uid: randomUUID(),
            locale,
            reminderMinutes: this.parts.reminderMinutes ?? [],
            bookedAt: this.now(),
            manageTokenHash: hashTokenNow(manageToken),
            idempotency: {
                keyHash: attemptId,
                requestHash: hashRequest(booking),
                sealedManageToken: sealToken(manageToken, idempotencyKey)
            }
        });
        const result = await storeBooking(this.parts.connection, stored);
        if (result.outcome === 'repeated') return this.getRepeated(booking, idempotencyKey);
        if (result.outcome !== 'booked') throw new Problem(result.outcome);
        this.parts.onBooked();
        const meeting: Meeting = {
            ...stored.meeting,
            revision: 1,
            status: 'scheduled',
            snapshot: result.snapshot,
            rescheduleCount: 0,
            prospectRescheduleCount: 0,
            cancellation: undefined,
            noShowAt: undefined,
            isClaimReleased: false,
            changedAt: stored.meeting.bookedAt,
            salesforceId: undefined,
            salesforceEventId: undefined
        };
        return { meeting, manageToken };
    }

    private async mustHaveCode(link: BookableLink, booking: NewBooking, locale: string): Promise<void> {
        const proof = { email: booking.prospect.email, code: booking.emailCode, locale };
        try {
            await mustHaveCode(this.parts.codes, link, proof);
        } catch (error) {
            if (error instanceof ForwardingProblem) this.parts.onCodeRequested();
            throw error;
        }
    }

    private async getOpenLink(reference: LinkReference): Promise<BookableLink> {
        const found = await this.parts.links.findForBooking(reference);
        if (found.outcome !== 'open') throw closedLinkProblem(found);
        return found.link;
    }

    private async getRepeated(booking: NewBooking, idempotencyKey: string): Promise<BookedMeeting> {
        const repeated = await this.findRepeated(booking, idempotencyKey);
        if (!repeated) throw new Error('an idempotency key that was taken cannot be found');
        return repeated;
    }

    private async findRepeated(booking: NewBooking, idempotencyKey: string): Promise<BookedMeeting | undefined> {
        const row = await this.findKey(idempotencyKey);
        if (!row) return undefined;
        if (row.request_hash === hashRequest(booking)) return this.openEarlier(row, idempotencyKey);
        throw new Problem('invalid_request', {
            detail: 'This Idempotency-Key was used for a different booking. Send a new key.',
            errors: [{ field: 'Idempotency-Key', message: 'was used for a different booking' }]
        });
    }

    private findKey(idempotencyKey: string) {
        return this.parts.connection.db
            .selectFrom('idempotency_keys')
            .select(['request_hash', 'meeting_uid', 'sealed_manage_token'])
            .where('key_hash', '=', hashKey(idempotencyKey))
            .executeTakeFirst();
    }

    private async openEarlier(
        row: { meeting_uid: string; sealed_manage_token: Buffer },
        idempotencyKey: string
    ): Promise<BookedMeeting> {
        const meeting = await this.parts.meetings.findByUid(row.meeting_uid);
        if (!meeting) throw new Error('a booking that was acknowledged has no meeting');
        return { meeting, manageToken: openToken(row.sealed_manage_token, idempotencyKey) };
    }
}

function readStart(start: Date): number {
    const minute = start.getTime() / 60_000;
    if (!Number.isInteger(minute)) {
        throw new Problem('invalid_request', { errors: [{ field: 'start', message: 'must be on a whole minute' }] });
    }
    return minute;
}

function readAnswers(link: BookableLink, booking: NewBooking) {
    const { answered, problems } = checkAnswers(link.questions, booking.answers);
    const { consentText } = link.meetingType;
    const errors: FieldError[] = [...problems].map(([id, problem]) => ({
        field: `answers.${id}`,
        message: ANSWER_MESSAGES[problem]
    }));
    if (consentText !== undefined && booking.consent !== true) {
        errors.push({ field: 'consent', message: 'must be true: this meeting type asks for consent' });
    }
    if (errors.length > 0) throw new Problem('invalid_request', { errors });
    // What was agreed to is kept with the meeting, whatever the text says later.
    return consentText === undefined ? answered : [...answered, { question: consentText, answer: 'Yes' }];
}

const ANSWER_MESSAGES = {
    required: 'is required',
    not_a_choice: 'must be one of the choices offered',
    unknown_question: 'is not a question of this meeting type',
    too_long: 'is too long',
    wrong_kind: 'must be text, or true or false for a checkbox'
} as const;
