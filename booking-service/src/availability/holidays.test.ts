import { HolidayRecord } from '../mirror/holidayRecord.ts';
import { formatLocalDay, parseLocalDay } from '../scheduling/localDay.ts';
import { expandHolidays } from './holidays.ts';

const YEAR = [parseLocalDay('2027-01-01'), parseLocalDay('2027-12-31')] as const;
const SUNDAY = 1;
const MONDAY = 2;
const FRIDAY = 32;
const WEEKDAYS = 62;

const holiday = (fields: Record<string, unknown>) =>
    HolidayRecord.parse({ Id: '0C0', Name: 'Holiday', SystemModstamp: '', IsAllDay: true, ...fields });
const recurring = (fields: Record<string, unknown>) =>
    holiday({ IsRecurrence: true, RecurrenceStartDate: '2020-01-01', ...fields });
const dates = (fields: ReturnType<typeof holiday>): string[] =>
    expandHolidays([fields], ...YEAR).map(({ day }) => formatLocalDay(day));

describe('expandHolidays', () => {
    it('takes a holiday that comes once for all of its day, or for its hours', () => {
        expect(expandHolidays([holiday({ ActivityDate: '2027-12-24' })], ...YEAR)).toEqual([
            { day: parseLocalDay('2027-12-24'), startMinute: 0, endMinute: 1440 }
        ]);
        const afternoon = { IsAllDay: false, StartTimeInMinutes: 720, EndTimeInMinutes: 1020 };
        expect(expandHolidays([holiday({ ActivityDate: '2027-12-24', ...afternoon })], ...YEAR)).toEqual([
            { day: parseLocalDay('2027-12-24'), startMinute: 720, endMinute: 1020 }
        ]);
        expect(dates(holiday({ ActivityDate: '2026-12-24' }))).toEqual([]);
    });

    it.each([
        [
            'a date of every year',
            { RecurrenceType: 'RecursYearly', RecurrenceDayOfMonth: 25, RecurrenceMonthOfYear: 'December' },
            ['2027-12-25']
        ],
        [
            'the last Monday of May',
            {
                RecurrenceType: 'RecursYearlyNth',
                RecurrenceInstance: 'Last',
                RecurrenceDayOfWeekMask: MONDAY,
                RecurrenceMonthOfYear: 'May'
            },
            ['2027-05-31']
        ],
        [
            'the fourth Friday of November',
            {
                RecurrenceType: 'RecursYearlyNth',
                RecurrenceInstance: 'Fourth',
                RecurrenceDayOfWeekMask: FRIDAY,
                RecurrenceMonthOfYear: 'November'
            },
            ['2027-11-26']
        ],
        [
            'the 31st of every fifth month from January 2027',
            {
                RecurrenceType: 'RecursMonthly',
                RecurrenceDayOfMonth: 31,
                RecurrenceInterval: 5,
                RecurrenceStartDate: '2027-01-01'
            },
            ['2027-01-31']
        ],
        [
            'the first Sunday of every fourth month',
            {
                RecurrenceType: 'RecursMonthlyNth',
                RecurrenceInstance: 'First',
                RecurrenceDayOfWeekMask: SUNDAY,
                RecurrenceInterval: 4,
                RecurrenceStartDate: '2027-02-01'
            },
            ['2027-02-07', '2027-06-06', '2027-10-03']
        ],
        [
            'every other week’s Monday and Friday, until a day',
            {
                RecurrenceType: 'RecursWeekly',
                RecurrenceDayOfWeekMask: MONDAY | FRIDAY,
                RecurrenceInterval: 2,
                RecurrenceStartDate: '2027-03-03',
                RecurrenceEndDateOnly: '2027-03-29'
            },
            ['2027-03-05', '2027-03-15', '2027-03-19', '2027-03-29']
        ],
        [
            'every third day',
            {
                RecurrenceType: 'RecursDaily',
                RecurrenceInterval: 3,
                RecurrenceStartDate: '2027-12-25'
            },
            ['2027-12-25', '2027-12-28', '2027-12-31']
        ],
        [
            'every weekday',
            {
                RecurrenceType: 'RecursEveryWeekday',
                RecurrenceDayOfWeekMask: WEEKDAYS,
                RecurrenceStartDate: '2027-12-23'
            },
            ['2027-12-23', '2027-12-24', '2027-12-27', '2027-12-28', '2027-12-29', '2027-12-30', '2027-12-31']
        ]
    ])('finds %s', (_, fields, expected) => {
        expect(dates(recurring(fields))).toEqual(expected);
    });
});
