import { checkbox, field, picklist, text } from '../fieldBuilders.ts';
import { standardObject } from './standardObject.ts';

const RECURRENCE_TYPES = [
    'RecursDaily',
    'RecursEveryWeekday',
    'RecursMonthly',
    'RecursMonthlyNth',
    'RecursWeekly',
    'RecursYearly',
    'RecursYearlyNth'
];
const INSTANCES = ['First', 'Second', 'Third', 'Fourth', 'Last'];
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

/** Days on which the company does not work, once or again and again. */
export const HOLIDAYS = [
    standardObject({
        name: 'Holiday',
        plural: 'Holidays',
        keyPrefix: '0C0',
        sharingModel: 'Read',
        fields: [
            text('Name', 80, { label: 'Holiday Name', isRequired: true }),
            text('Description', 1000),
            field('ActivityDate', 'date', { label: 'Holiday Date' }),
            checkbox('IsAllDay', { label: 'All Day', defaultValue: true }),
            field('StartTimeInMinutes', 'int', { label: 'Start Time In Minutes From Midnight' }),
            field('EndTimeInMinutes', 'int', { label: 'End Time In Minutes From Midnight' }),
            checkbox('IsRecurrence', { label: 'Recurring Holiday' }),
            picklist('RecurrenceType', RECURRENCE_TYPES, { isRestricted: true }),
            field('RecurrenceStartDate', 'date', { label: 'Recurrence Start' }),
            field('RecurrenceEndDateOnly', 'date', { label: 'Recurrence End' }),
            field('RecurrenceInterval', 'int'),
            field('RecurrenceDayOfWeekMask', 'int', { label: 'Recurrence Day of Week Mask' }),
            field('RecurrenceDayOfMonth', 'int', { label: 'Recurrence Day of Month' }),
            picklist('RecurrenceInstance', INSTANCES, { isRestricted: true }),
            picklist('RecurrenceMonthOfYear', MONTHS, { label: 'Recurrence Month of Year', isRestricted: true })
        ]
    })
];
