import type { AvailabilityWindow, Weekday } from 'types/availability';

const MINUTES_OF_DAY = 1440;

export const WEEKDAYS: readonly Weekday[] = [
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday'
];
export const WORKDAYS = WEEKDAYS.slice(0, 5);

/** What is wrong with a window, in the order in which it is said. */
export type WindowProblem = 'no_date' | 'no_times' | 'overlap';

let lastKey = 0;

/** A window that Salesforce does not know yet. */
export function newWindow(fields: Omit<AvailabilityWindow, 'key' | 'date'> & { date?: string }): AvailabilityWindow {
    lastKey += 1;
    return { date: '', ...fields, key: `new-${lastKey}` };
}

/** Monday to Friday, nine to five. */
export function usualWeek(): AvailabilityWindow[] {
    return WORKDAYS.map((weekday) => newWindow({ kind: 'Weekly', weekday, start: '09:00', end: '17:00' }));
}

/** Gives every workday the hours of one of them. */
export function copyToWorkdays(windows: AvailabilityWindow[], from: Weekday): AvailabilityWindow[] {
    const pattern = windows.filter(({ weekday }) => weekday === from);
    const others = WORKDAYS.filter((weekday) => weekday !== from);
    const kept = windows.filter(({ weekday }) => weekday === undefined || !others.includes(weekday));
    const copies = others.flatMap((weekday) =>
        pattern.map(({ kind, start, end }) => newWindow({ kind, weekday, start, end }))
    );
    return [...kept, ...copies];
}

/** How long somebody can be met in a usual week. */
export function weeklyMinutes(windows: AvailabilityWindow[]): number {
    return windows
        .filter(({ kind, start, end }) => kind === 'Weekly' && start !== '' && end !== '')
        .reduce((sum, window) => sum + endOf(window) - minuteOf(window.start), 0);
}

/** The first thing wrong with each window, by key; empty when all can be saved. */
export function findProblems(windows: AvailabilityWindow[]): Map<string, WindowProblem> {
    return new Map(
        windows.flatMap((window) => {
            const problem = problemOf(window, windows);
            return problem ? [[window.key, problem] as const] : [];
        })
    );
}

function problemOf(window: AvailabilityWindow, windows: AvailabilityWindow[]): WindowProblem | undefined {
    if (window.kind !== 'Weekly' && window.date === '') return 'no_date';
    if (window.kind !== 'Unavailable' && (window.start === '' || window.end === '')) return 'no_times';
    const before = windows.slice(0, windows.indexOf(window));
    return before.some((other) => isSameDay(other, window) && overlap(other, window)) ? 'overlap' : undefined;
}

function isSameDay(one: AvailabilityWindow, other: AvailabilityWindow): boolean {
    const isWeekly = one.kind === 'Weekly';
    if (isWeekly !== (other.kind === 'Weekly')) return false;
    return isWeekly ? one.weekday === other.weekday : one.date === other.date;
}

/** Being unavailable takes the whole day. */
function overlap(one: AvailabilityWindow, other: AvailabilityWindow): boolean {
    if (one.kind === 'Unavailable' || other.kind === 'Unavailable') return true;
    if (one.start === '' || one.end === '') return false;
    return minuteOf(one.start) < endOf(other) && minuteOf(other.start) < endOf(one);
}

/** An end at or before the start is on the next day. */
function endOf({ start, end }: AvailabilityWindow): number {
    const minute = minuteOf(end);
    return minute > minuteOf(start) ? minute : minute + MINUTES_OF_DAY;
}

function minuteOf(time: string): number {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return hours * 60 + minutes;
}
