import type { Kysely, Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../database/tables.ts';
import type { HostSnapshot, Meeting } from '../meetings/meeting.ts';
import type { MeetingStore } from '../meetings/meetingStore.ts';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import { Problem } from '../problem/problem.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { cancellation, outcome, reassignment, rescheduling } from './acts.ts';
import { answerActions, readOpenActions } from './meetingAction.ts';
import type { ActionAnswer, MeetingAction } from './meetingAction.ts';
import { changeMeeting } from './meetingChange.ts';
import type { ChangeRequest } from './meetingChange.ts';
import { ActRefusal } from './refusals/actRefusal.ts';
import { refusalSentence } from './refusals/refusalSentence.ts';
import { replaceLink } from './replacementLink.ts';

export interface MeetingActionParts {
    db: Kysely<Database>;
    client: SalesforceClient;
    meetings: MeetingStore;
    definitions: DefinitionStore;
    /** Sends a meeting that was set aside again. */
    retrySync: (meetingUid: string) => Promise<void>;
    /** Brings changed meetings to Salesforce, as far as it goes within moments. */
    settle: () => Promise<void>;
    logger: Logger;
    now?: () => Date;
}

/**
 * Carries out what hosts and admins ask for by `MeetingAction__c` records: Salesforce has decided that they may.
 * Each action happens once: its answer is stored with the change itself, then written onto the record until it is there.
 */
export class MeetingActionService {
    private readonly parts: MeetingActionParts;
    private readonly now: () => Date;
    private looking: Promise<number> | undefined;
    private isAskedAgain = false;

    constructor(parts: MeetingActionParts) {
        this.parts = parts;
        this.now = parts.now ?? (() => new Date());
    }

    /**
     * Carries out every open action and answers it; returns how many there were. Asked while it looks, it looks once more.
     * @throws what the Salesforce client throws; the next look goes on where this one stopped.
     */
    async look(): Promise<number> {
        if (this.looking) {
            this.isAskedAgain = true;
            return this.looking;
        }
        this.looking = this.lookUntilQuiet().finally(() => (this.looking = undefined));
        return this.looking;
    }

    private async lookUntilQuiet(): Promise<number> {
        let count = 0;
        do {
            this.isAskedAgain = false;
            const actions = await readOpenActions(this.parts.client);
            const { answers, failures } = await this.carryOutAll(actions);
            // Whoever reads the answer looks at the meeting next.
            if (answers.length > 0) await this.parts.settle();
            const failed = await answerActions(this.parts.client, answers);
            for (const { id, error } of failed) {
                this.parts.logger.warn({ id, err: error }, 'the answer to a meeting action cannot be written yet');
            }
            if (failures.length > 0) throw failures[0];
            count += actions.length;
        } while (this.wasAskedAgain());
        return count;
    }

    /** One that cannot be carried out now waits for the next look, and holds up no other. */
    private async carryOutAll(actions: MeetingAction[]): Promise<{ answers: ActionAnswer[]; failures: unknown[] }> {
        const answers: ActionAnswer[] = [];
        const failures: unknown[] = [];
        for (const action of actions) {
            try {
                answers.push(await this.carryOut(action));
            } catch (error) {
                this.parts.logger.warn({ id: action.id, err: error }, 'a meeting action cannot be carried out yet');
                failures.push(error);
            }
        }
        return { answers, failures };
    }

    private wasAskedAgain(): boolean {
        return this.isAskedAgain;
    }

    private async carryOut(action: MeetingAction): Promise<ActionAnswer> {
        const earlier = await this.findAnswer(action);
        if (earlier) return earlier;
        try {
            const meeting = await this.parts.meetings.findByUid(action.meetingUid);
            if (!meeting) throw new Problem('meeting_not_found');
            await this.act(action, meeting);
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            await this.keepAnswer(this.parts.db, action, error);
        }
        const answer = await this.findAnswer(action);
        if (!answer) throw new Error('the answer to a meeting action was not kept');
        this.parts.logger.info({ actionId: action.id, kind: action.kind, result: answer.result }, 'a meeting action');
        return answer;
    }

    private async act(action: MeetingAction, meeting: Meeting): Promise<void> {
        if (action.kind === 'Replace') {
            await replaceLink(this.parts.client, meeting, action);
            await this.keepAnswer(this.parts.db, action);
        } else if (action.kind === 'Retry Sync') {
            await this.parts.retrySync(meeting.uid);
            await this.keepAnswer(this.parts.db, action);
        } else {
            const actor = meeting.snapshot.hosts.some(({ id }) => id === action.askedBy) ? 'host' : 'admin';
            const decide = await this.decideOn(action, meeting, actor);
            await changeMeeting(this.parts.db, {
                uid: meeting.uid,
                author: { actor, actorId: action.askedBy, reason: action.reason },
                now: this.now(),
                decide,
                // Another replica that found the same action waits at the meeting's row, then fails at this key.
                alongside: (transaction) => this.keepAnswer(transaction, action)
            }).catch((error: unknown) => this.unlessAnswered(action, error));
        }
    }

    private async decideOn(
        { kind, newStartsAt, newHostId, reason }: MeetingAction,
        meeting: Meeting,
        actor: 'host' | 'admin'
    ): Promise<ChangeRequest['decide']> {
        const by = { actor, now: this.now() };
        switch (kind) {
            case 'Reschedule':
                return rescheduling({ ...by, times: newTimes(meeting, newStartsAt, by.now) });
            case 'Reassign':
                return reassignment({ ...by, newHost: await this.getHost(newHostId) });
            case 'Cancel':
                return cancellation({ ...by, reason });
            case 'No-Show':
                return outcome('no_show', by);
            case 'Undo No-Show':
                return outcome('undo_no_show', by);
            case 'Complete':
                return outcome('complete', by);
            default:
                throw new ActRefusal('unknown_act', { about: kind });
        }
    }

    /** Only people the mirror knows: hosts of some link or pool, whose calendars the service looks at. */
    private async getHost(userId: string | undefined): Promise<HostSnapshot> {
        const user = userId === undefined ? undefined : (await this.parts.definitions.current()).user(userId);
        if (!user?.isActive) throw new Problem('no_host_available');
        const { id, name, email, title, timeZone } = user;
        return { id, name, email, title, timeZone };
    }

    private async unlessAnswered(action: MeetingAction, error: unknown): Promise<void> {
        if (!(await this.findAnswer(action))) throw error;
    }

    private async findAnswer({ id }: MeetingAction): Promise<ActionAnswer | undefined> {
        return this.parts.db.selectFrom('meeting_actions').selectAll().where('id', '=', id).executeTakeFirst();
    }

    private async keepAnswer(
        db: Kysely<Database> | Transaction<Database>,
        { id, kind, language }: MeetingAction,
        refusal?: Problem
    ): Promise<void> {
        const insert = db.insertInto('meeting_actions').values({
            id,
            result: refusal ? 'Refused' : 'Done',
            error: refusal ? refusalSentence(kind, refusal, language) : null
        });
        await (db.isTransaction ? insert : insert.onConflict((conflict) => conflict.doNothing())).execute();
    }
}

/** A host chooses any time to come; only other meetings are in the way. */
function newTimes(meeting: Meeting, startsAt: Date | undefined, now: Date): { startsAt: Date; endsAt: Date } {
    if (!startsAt || startsAt <= now) {
        throw new ActRefusal('past_time');
    }
    const length = meeting.endsAt.getTime() - meeting.startsAt.getTime();
    return { startsAt, endsAt: new Date(startsAt.getTime() + length) };
}
