import locale from '@salesforce/i18n/locale';
import { formatAge, formatPeriod } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import type { ServiceStatus } from 'types/health';
import { LABELS } from './labels';

/** One figure of a service, with what it means. */
export interface Figure {
    id: string;
    name: string;
    value: string;
    note: string;
    /** Somebody should look; said in the note too. */
    isBad: boolean;
}

/** A meeting that waits longer has a reason to. */
const OLD_MS = 15 * 60_000;
/** Polling comes every half minute, less often while API calls are scarce. */
const POLL_OLD_MS = 10 * 60_000;
/** Above this share of the org's API calls the service polls ten times less often. */
const SCARCE_SHARE = 0.9;

const NUMBER = new Intl.NumberFormat(locale);
const PERCENT = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });

/** Whether the service should have been heard again by now. */
export function isStale({ nextWriteBy }: ServiceStatus, now: Date): boolean {
    return nextWriteBy !== null && Date.parse(nextWriteBy) < now.getTime();
}

/** The figures of a service, in the order they are shown. */
export function figuresOf(status: ServiceStatus, now: Date): Figure[] {
    return [
        waiting(status, now),
        parked(status),
        bounced(status),
        calls(status),
        breaker(status, now),
        poll(status, now)
    ];
}

function waiting({ waitingCount, oldestWaitingAt, writtenAt }: ServiceStatus, now: Date): Figure {
    const isOld = oldestWaitingAt !== null && Date.parse(writtenAt) - Date.parse(oldestWaitingAt) > OLD_MS;
    return {
        id: 'waiting',
        name: LABELS.waiting,
        value: NUMBER.format(waitingCount),
        note: oldestWaitingAt === null ? LABELS.waitingNone : fillLabel(LABELS.oldest, formatAge(oldestWaitingAt, now)),
        isBad: isOld
    };
}

function parked({ parkedCount }: ServiceStatus): Figure {
    return {
        id: 'parked',
        name: LABELS.parked,
        value: NUMBER.format(parkedCount),
        note: parkedCount === 0 ? LABELS.parkedNone : LABELS.parkedSome,
        isBad: parkedCount > 0
    };
}

function bounced({ bouncedCount }: ServiceStatus): Figure {
    return {
        id: 'bounced',
        name: LABELS.bounced,
        value: NUMBER.format(bouncedCount),
        note: bouncedCount === 0 ? LABELS.bouncedNone : LABELS.bouncedSome,
        isBad: bouncedCount > 0
    };
}

function calls({ orgCallsUsed, orgCallsLimit, serviceCallsToday }: ServiceStatus): Figure {
    const own = fillLabel(LABELS.callsOwn, NUMBER.format(serviceCallsToday));
    const shown = { id: 'calls', name: LABELS.calls };
    if (orgCallsUsed === null || !orgCallsLimit) return { ...shown, value: LABELS.unknown, note: own, isBad: false };
    const share = orgCallsUsed / orgCallsLimit;
    const used = fillLabel(LABELS.callsUsed, NUMBER.format(orgCallsUsed), NUMBER.format(orgCallsLimit));
    const isScarce = share > SCARCE_SHARE;
    const notes = [used, own, ...(isScarce ? [LABELS.callsScarce] : [])];
    return { ...shown, value: PERCENT.format(share), note: notes.join(' '), isBad: isScarce };
}

/** An open breaker lets no report through either: it shows as silence first and as the last break afterwards. */
function breaker(status: ServiceStatus, now: Date): Figure {
    const { lastBreak } = status;
    const isSilent = isStale(status, now);
    const last = lastBreak
        ? fillLabel(LABELS.lastBreak, lastBreak.reason, formatPeriod(lastBreak.startedAt, lastBreak.endedAt))
        : LABELS.lastBreakNone;
    return {
        id: 'breaker',
        name: LABELS.breaker,
        value: isSilent ? LABELS.unknown : LABELS.breakerClosed,
        note: isSilent ? `${LABELS.breakerUnknown} ${last}` : last,
        isBad: isSilent
    };
}

function poll({ polledAt, writtenAt }: ServiceStatus, now: Date): Figure {
    const isOld = polledAt === null || Date.parse(writtenAt) - Date.parse(polledAt) > POLL_OLD_MS;
    return {
        id: 'poll',
        name: LABELS.poll,
        value: polledAt === null ? LABELS.never : formatAge(polledAt, now),
        note: isOld ? LABELS.pollOld : LABELS.pollFresh,
        isBad: isOld
    };
}
