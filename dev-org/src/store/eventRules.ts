import { SalesforceError } from '../salesforceError.ts';
import type { FieldValue } from '../schema/schema.ts';
import type { Row } from './recordStore.ts';
import { stamp } from './stamps.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const LONGEST_DAYS = 14;

/**
 * Completes a calendar entry the way the platform does: end and duration follow each other, an all-day entry lies on
 * midnights UTC and ends on the midnight of its last day.
 * @param given names of the fields the caller sent
 * @throws SalesforceError REQUIRED_FIELD_MISSING, FIELD_INTEGRITY_EXCEPTION
 */
export function completeEvent(row: Row, given: ReadonlySet<string>): Row {
    refuseLeadWithWhat(row);
    const isAllDay = row['IsAllDayEvent'] === true;
    const start = isAllDay ? midnight(startOf(row, given)) : startOf(row, given);
    // The end of an all-day entry is inclusive, so a single day ends where it starts.
    const tail = isAllDay ? DAY_MINUTES : 0;
    const minutes = durationOf(row, given, start, tail);
    if (minutes < 0) {
        throw integrity('End date/time must be after start date/time.', 'EndDateTime');
    }
    if (minutes > LONGEST_DAYS * DAY_MINUTES) {
        throw integrity(`Duration must be between 0 and ${LONGEST_DAYS * DAY_MINUTES} minutes`, 'DurationInMinutes');
    }
    return {
        ...row,
        StartDateTime: stamp(start),
        EndDateTime: stamp(start + (minutes - tail) * MINUTE_MS),
        DurationInMinutes: minutes,
        ActivityDate: stamp(start).slice(0, 10),
        ActivityDateTime: isAllDay ? null : stamp(start)
    };
}

function refuseLeadWithWhat(row: Row): void {
    const who = row['WhoId'];
    if (typeof who === 'string' && who.startsWith('00Q') && row['WhatId']) {
        throw integrity('Related To ID: cannot be set when Name is a lead', 'WhatId');
    }
}

function startOf(row: Row, given: ReadonlySet<string>): number {
    const names = ['StartDateTime', 'ActivityDateTime', ...(row['IsAllDayEvent'] === true ? ['ActivityDate'] : [])];
    const name = names.find((candidate) => given.has(candidate) && row[candidate]) ?? names.find((each) => row[each]);
    if (!name) throw missing('StartDateTime');
    return moment(row[name] ?? null);
}

function durationOf(row: Row, given: ReadonlySet<string>, start: number, tail: number): number {
    const sentEnd = given.has('EndDateTime') && row['EndDateTime'] ? moment(row['EndDateTime']) : undefined;
    const sentMinutes = given.has('DurationInMinutes') ? row['DurationInMinutes'] : undefined;
    if (sentEnd !== undefined) {
        const minutes = ((tail > 0 ? midnight(sentEnd) : sentEnd) - start) / MINUTE_MS + tail;
        if (typeof sentMinutes === 'number' && sentMinutes !== minutes) {
            throw integrity('Event duration conflicts with start and end date/time.', 'DurationInMinutes');
        }
        return minutes;
    }
    const kept = sentMinutes ?? row['DurationInMinutes'];
    if (typeof kept === 'number') return kept;
    if (tail > 0) return DAY_MINUTES;
    throw missing('DurationInMinutes');
}

const moment = (value: FieldValue): number => Date.parse(String(value));
const midnight = (time: number): number => Math.floor(time / (DAY_MINUTES * MINUTE_MS)) * DAY_MINUTES * MINUTE_MS;

function integrity(message: string, field: string): SalesforceError {
    return new SalesforceError('FIELD_INTEGRITY_EXCEPTION', message, [field]);
}

function missing(field: string): SalesforceError {
    return new SalesforceError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${field}]`, [field]);
}
