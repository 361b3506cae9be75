import { formatAge, formatMoment } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import type { ParkedMeeting } from 'types/health';
import { LABELS } from './labels';

/** A parked meeting as it is shown. */
export interface ParkedRow {
    id: string;
    url: string | undefined;
    heading: string;
    code: string;
    field: string;
    message: string;
    refusedText: string;
    retryName: string;
    isRetrying: boolean;
    failure: string;
}

export interface ParkedRowContext {
    now: Date;
    url: string | undefined;
    isRetrying: boolean;
    failure: string | undefined;
}

export function toParkedRow(
    meeting: ParkedMeeting,
    { now, url, isRetrying, failure = '' }: ParkedRowContext
): ParkedRow {
    const { id, number, title, prospectName, startsAt, code, field, message, refusedAt } = meeting;
    return {
        id,
        url,
        heading: [number, title, prospectName, formatMoment(startsAt)].filter((part) => part !== '').join(' · '),
        code: code === '' ? LABELS.noCode : code,
        field,
        message,
        refusedText: refusedAt === null ? '' : fillLabel(LABELS.refused, formatAge(refusedAt, now)),
        retryName: fillLabel(LABELS.retryOf, number),
        isRetrying,
        failure
    };
}
