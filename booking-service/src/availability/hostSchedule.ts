import type { Definitions } from '../mirror/definitions.ts';
import type { AvailabilityWindow } from '../mirror/records.ts';
import { parseLocalDay } from '../scheduling/localDay.ts';
import type { Weekday } from '../scheduling/localDay.ts';
import type { DateOverride, Schedule, WeeklyWindow } from '../scheduling/schedule.ts';

/** The schedule of a host in the terms of the slot search; undefined when the host has none. */
export function findSchedule(definitions: Definitions, userId: string): Schedule | undefined {
    const found = definitions.schedule(userId);
    return (
        found && {
            timeZone: found.schedule.timeZone,
            weekly: found.windows.flatMap(weeklyWindow),
            overrides: found.windows.flatMap(dateOverride),
            unavailableDays: found.windows.flatMap(({ kind, date }) =>
                kind === 'Unavailable' && date !== undefined ? [parseLocalDay(date)] : []
            )
        }
    );
}

function weeklyWindow({ kind, weekday, startMinute, endMinute }: AvailabilityWindow): WeeklyWindow[] {
    if (kind !== 'Weekly' || weekday === undefined || startMinute === undefined || endMinute === undefined) return [];
    return [{ weekday: weekday as Weekday, startMinute, endMinute }];
}

function dateOverride({ kind, date, startMinute, endMinute }: AvailabilityWindow): DateOverride[] {
    if (kind !== 'Override' || date === undefined || startMinute === undefined || endMinute === undefined) return [];
    return [{ day: parseLocalDay(date), startMinute, endMinute }];
}
