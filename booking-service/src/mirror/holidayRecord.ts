import { z } from 'zod';
import { parseLocalDay } from '../scheduling/localDay.ts';

const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December'
];
const INSTANCES = ['First', 'Second', 'Third', 'Fourth', 'Last'] as const;
const MINUTES_PER_DAY = 1440;

const optionalDay = z
    .string()
    .nullish()
    .transform((value) => (value ? parseLocalDay(value) : undefined));
const optionalNumber = z
    .number()
    .int()
    .nullish()
    .transform((value) => value ?? undefined);

/** The standard object Holiday: once, or again and again as Salesforce writes recurrence. */
export const HolidayRecord = z
    .object({
        Id: z.string(),
        Name: z.string(),
        SystemModstamp: z.string(),
        ActivityDate: optionalDay,
        IsAllDay: z.boolean().nullish(),
        StartTimeInMinutes: optionalNumber,
        EndTimeInMinutes: optionalNumber,
        IsRecurrence: z.boolean().nullish(),
        RecurrenceType: z.string().nullish(),
        RecurrenceStartDate: optionalDay,
        RecurrenceEndDateOnly: optionalDay,
        RecurrenceInterval: optionalNumber,
        RecurrenceDayOfWeekMask: optionalNumber,
        RecurrenceDayOfMonth: optionalNumber,
        RecurrenceInstance: z.enum(INSTANCES).nullish(),
        RecurrenceMonthOfYear: z.enum(MONTHS).nullish()
    })
    .transform((row) => ({
        id: row.Id,
        name: row.Name,
        systemModstamp: row.SystemModstamp,
        /** Minutes after midnight on each of its days; all of the day when Salesforce gives no times. */
        startMinute: row.IsAllDay === true ? 0 : (row.StartTimeInMinutes ?? 0),
        endMinute: row.IsAllDay === true ? MINUTES_PER_DAY : (row.EndTimeInMinutes ?? MINUTES_PER_DAY),
        day: row.ActivityDate,
        recurrence:
            row.IsRecurrence === true
                ? {
                      type: row.RecurrenceType ?? '',
                      from: row.RecurrenceStartDate ?? row.ActivityDate,
                      /** Last day that counts; undefined: for ever. */
                      until: row.RecurrenceEndDateOnly,
                      interval: Math.max(row.RecurrenceInterval ?? 1, 1),
                      /** Sunday 1, Monday 2, Tuesday 4 … Saturday 64. */
                      weekdayMask: row.RecurrenceDayOfWeekMask ?? 0,
                      dayOfMonth: row.RecurrenceDayOfMonth,
                      /** 1 to 4; 5 is the last. */
                      instance: row.RecurrenceInstance ? INSTANCES.indexOf(row.RecurrenceInstance) + 1 : undefined,
                      /** 0 January … 11 December. */
                      month: row.RecurrenceMonthOfYear ? MONTHS.indexOf(row.RecurrenceMonthOfYear) : undefined
                  }
                : undefined
    }));

export type HolidayDefinition = z.output<typeof HolidayRecord>;
export type HolidayRecurrence = NonNullable<HolidayDefinition['recurrence']>;
