import type { Transaction, Updateable } from 'kysely';
import type { Database, MeetingsTable } from '../database/tables.ts';
import { moveReservations, releaseReservations, replaceReservation } from './hostReservations.ts';
import type { MoveLimits, NewTimes } from './hostReservations.ts';
import type { Actor, HostSnapshot, Meeting } from '../meetings/meeting.ts';
import type { ChangeRequest, MeetingChange } from './meetingChange.ts';
import { mustAllow, reopensLink } from './meetingRules.ts';
import { ActRefusal } from './refusals/actRefusal.ts';

type Decide = ChangeRequest['decide'];

interface By {
    actor: Actor;
    now: Date;
}

/** Same hosts, other times. */
export function rescheduling({
    times,
    limits,
    actor,
    now,
    columns = {}
}: By & { times: NewTimes; limits?: MoveLimits; columns?: Updateable<MeetingsTable> }): Decide {
    return async (transaction, meeting) => {
        mustAllow('reschedule', meeting, actor, now);
        await moveReservations(transaction, meeting, times, limits);
        return {
            kind: 'rescheduled',
            columns: {
                ...columns,
                status: 'rescheduled',
                starts_at: times.startsAt,
                ends_at: times.endsAt,
                reschedule_count: meeting.rescheduleCount + 1,
                prospect_reschedule_count: meeting.prospectRescheduleCount + (actor === 'prospect' ? 1 : 0)
            },
            details: { from: meeting.startsAt, to: times.startsAt }
        };
    };
}

/** Frees the hosts, and the link where its meeting type's policy says so. */
export function cancellation({ actor, reason, now }: By & { reason: string | undefined }): Decide {
    return async (transaction, meeting) => {
        mustAllow('cancel', meeting, actor, now);
        await releaseReservations(transaction, meeting);
        const isReopened = reopensLink(meeting, actor);
        if (isReopened) await transaction.deleteFrom('claims').where('meeting_uid', '=', meeting.uid).execute();
        return {
            kind: 'canceled',
            columns: {
                status: 'canceled',
                canceled_at: now,
                canceled_by: actor,
                cancel_reason: reason ?? null,
                ...(isReopened && { claim_released_at: now })
            },
            details: { from: meeting.status, isLinkReopened: isReopened }
        };
    };
}

/** Another host in the place of the first one, who owns the meeting; time, guests and answers stay. */
export function reassignment({ newHost, actor, now }: By & { newHost: HostSnapshot }): Decide {
    return async (transaction, meeting) => {
        mustAllow('reassign', meeting, actor, now);
        const { hosts } = meeting.snapshot;
        const [oldHost, ...others] = hosts;
        if (!oldHost || hosts.some(({ id }) => id === newHost.id)) {
            throw new ActRefusal('hosts_already');
        }
        await replaceReservation(transaction, meeting, { oldHostId: oldHost.id, newHostId: newHost.id });
        return {
            kind: 'reassigned',
            columns: { snapshot: JSON.stringify({ ...meeting.snapshot, hosts: [newHost, ...others] }) },
            formerHost: oldHost,
            details: { from: oldHost.id, to: newHost.id }
        };
    };
}

/** What became of a meeting after it began; `undo_no_show` takes it back. */
export function outcome(act: 'no_show' | 'undo_no_show' | 'complete', { actor, now }: By): Decide {
    return (_transaction: Transaction<Database>, meeting: Meeting): Promise<MeetingChange> => {
        mustAllow(act, meeting, actor, now);
        const before = meeting.rescheduleCount > 0 ? ('rescheduled' as const) : ('scheduled' as const);
        const status = ({ no_show: 'no_show', undo_no_show: before, complete: 'completed' } as const)[act];
        const kind = ({ no_show: 'no_show', undo_no_show: 'no_show_undone', complete: 'completed' } as const)[act];
        return Promise.resolve({
            kind,
            columns: { status, no_show_at: act === 'no_show' ? now : null },
            details: { from: meeting.status, to: status }
        });
    };
}
