import { Problem } from '../problem/problem.ts';
import type { Actor, Meeting } from '../meetings/meeting.ts';
import { ActRefusal } from './refusals/actRefusal.ts';

/** What may be done with a meeting after it was booked. */
export type Act = 'reschedule' | 'cancel' | 'reassign' | 'no_show' | 'undo_no_show' | 'complete';

const TOO_LATE = 'It is too late to change this meeting here. Contact the host.';

/** Why the act is refused now; undefined when it may be done. Notice and count bind the prospect only. */
export function refusalOf(act: Act, meeting: Meeting, actor: Actor, now: Date): Problem | undefined {
    if (meeting.status === 'canceled') return new Problem('meeting_already_canceled');
    if (act === 'undo_no_show') return meeting.status === 'no_show' ? undefined : new ActRefusal('no_no_show');
    if (act === 'no_show' || act === 'complete') return refusalOfOutcome(act, meeting, now);
    if (meeting.status === 'completed' || meeting.status === 'no_show') return new Problem('meeting_over');
    return actor === 'prospect' ? refusalForProspect(act, meeting, now) : undefined;
}

/** @throws Problem when the act is refused. */
export function mustAllow(act: Act, meeting: Meeting, actor: Actor, now: Date): void {
    const refusal = refusalOf(act, meeting, actor, now);
    if (refusal) throw refusal;
}

/** Whether canceling gives the one use of the link back. */
export function reopensLink({ snapshot, tokenHash, isClaimReleased }: Meeting, actor: Actor): boolean {
    if (tokenHash === undefined || isClaimReleased) return false;
    const { cancelPolicy } = snapshot.policy;
    return cancelPolicy === 'always_reopen' || (cancelPolicy === 'reopen_if_host_canceled' && actor !== 'prospect');
}

function refusalOfOutcome(act: 'no_show' | 'complete', meeting: Meeting, now: Date): Problem | undefined {
    if (now < meeting.startsAt) return new ActRefusal('not_begun');
    const isAlready = meeting.status === (act === 'no_show' ? 'no_show' : 'completed');
    return isAlready ? new ActRefusal('marked_already') : undefined;
}

function refusalForProspect(act: Act, meeting: Meeting, now: Date): Problem | undefined {
    const { policy } = meeting.snapshot;
    if (now >= meeting.startsAt) return new Problem('meeting_over');
    const noticeMinutes = act === 'cancel' ? policy.cancelNoticeMinutes : policy.rescheduleNoticeMinutes;
    if (now.getTime() > meeting.startsAt.getTime() - noticeMinutes * 60_000) {
        return new Problem('before_minimum_notice', { detail: TOO_LATE });
    }
    const { maxReschedules } = policy;
    const isUsedUp = maxReschedules !== undefined && meeting.prospectRescheduleCount >= maxReschedules;
    return act === 'reschedule' && isUsedUp ? new Problem('too_many_reschedules') : undefined;
}
