import type { Definitions } from '../mirror/definitions.ts';
import type { AvailabilityWindow } from '../mirror/records.ts';
import { parseLocalDay } from '../scheduling/localDay.ts';
import type { LocalDay, Weekday } from '../scheduling/localDay.ts';
import type { ClosedHours, DateOverride, Schedule, WeeklyWindow } from '../scheduling/schedule.ts';
import { expandHolidays } from './holidays.ts';

/** Holidays are written out this far back and ahead: a booking window ends within two years. */
const DAYS_BACK = 10;
const DAYS_AHEAD = 760;

/** Schedules of hosts in the terms of the slot search; the same object as long as nothing changes. */
export class HostSchedules {
    private readonly known = new Map<string, Schedule | undefined>();
    private revision = -1;
    private today: LocalDay = NaN;
    private closedHours: ClosedHours[] = [];

    /** Undefined when the host has no active schedule. */
    find(definitions: Definitions, userId: string, today: LocalDay): Schedule | undefined {
        if (this.revision !== definitions.revision || this.today !== today) this.forget(definitions, today);
        if (!this.known.has(userId)) this.known.set(userId, this.describe(definitions, userId));
        return this.known.get(userId);
    }

    private forget(definitions: Definitions, today: LocalDay): void {
        this.known.clear();
        this.revision = definitions.revision;
        this.today = today;
        this.closedHours = expandHolidays(definitions.holidays(), today - DAYS_BACK, today + DAYS_AHEAD);
    }

    private describe(definitions: Definitions, userId: string): Schedule | undefined {
        const found = definitions.schedule(userId);
        return (
            found && {
                timeZone: found.schedule.timeZone,
                weekly: found.windows.flatMap(weeklyWindow),
                overrides: found.windows.flatMap(dateOverride),
                closedHours: this.closedHours,
                unavailableDays: found.windows.flatMap(({ kind, date }) =>
                    kind === 'Unavailable' && date !== undefined ? [parseLocalDay(date)] : []
                )
            }
        );
    }
}

function weeklyWindow({ kind, weekday, startMinute, endMinute }: AvailabilityWindow): WeeklyWindow[] {
    if (kind !== 'Weekly' || weekday === undefined || startMinute === undefined || endMinute === undefined) return [];
    return [{ weekday: weekday as Weekday, startMinute, endMinute }];
}

function dateOverride({ kind, date, startMinute, endMinute }: AvailabilityWindow): DateOverride[] {
    if (kind !== 'Override' || date === undefined || startMinute === undefined || endMinute === undefined) return [];
    return [{ day: parseLocalDay(date), startMinute, endMinute }];
}
