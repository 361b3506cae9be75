import { z } from 'zod';
import { isTimeZone } from '../scheduling/timeZone.ts';
import { HolidayRecord } from './holidayRecord.ts';
import { knownField, PERSON_FIELDS } from './knownProspect.ts';
import { SettingRecord } from './settingRecord.ts';
import { SingleUseLinkRecord } from './singleUseLinkRecord.ts';
import { UserRecord } from './userRecord.ts';

/** The records of Salesforce that define what can be booked, as the service understands them. */

const text = z
    .string()
    .nullish()
    .transform((value) => value ?? undefined);
const count = z.number().int().nonnegative();
const optionalCount = count.nullish().transform((value) => value ?? undefined);
const countOr = (fallback: number) => count.nullish().transform((value) => value ?? fallback);
/** Salesforce writes `2026-11-21T03:07:01.000+0000`. */
const optionalInstant = z
    .string()
    .nullish()
    .transform((value) => (value ? new Date(value) : undefined));
/** `09:00:00.000Z` → 540. */
const timeOfDay = z
    .string()
    .regex(/^\d{2}:\d{2}/)
    .transform((value) => Number(value.slice(0, 2)) * 60 + Number(value.slice(3, 5)));
/** `15;60`, lengths of a meeting; what is no usable length is left out. */
const durations = z
    .string()
    .nullish()
    .transform((value) =>
        (value ?? '')
            .split(';')
            .map(Number)
            .filter((minutes) => Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440)
    );
/** `1440;60`, minutes before the start; undefined where nothing is set. */
const reminders = z
    .string()
    .nullish()
    .transform((value) => (value ? parseMinutes(value) : undefined));
const ianaZone = z.string().refine(isTimeZone, 'is not an IANA time zone');
const flag = z
    .boolean()
    .nullish()
    .transform((value) => value ?? false);

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const FORWARDING_POLICIES: Record<string, 'anyone' | 'same_company_domain' | 'this_email_only'> = {
    Anyone: 'anyone',
    'Same Company Domain': 'same_company_domain',
    'This Email Only': 'this_email_only'
};

const CANCEL_POLICIES: Record<string, 'keep_used' | 'reopen_if_host_canceled' | 'always_reopen'> = {
    'Keep Used': 'keep_used',
    'Reopen If Host Canceled': 'reopen_if_host_canceled',
    'Always Reopen': 'always_reopen'
};

const MeetingTypeRecord = z
    .object({
        Id: z.string(),
        Title__c: z.string(),
        Description__c: text,
        DurationMinutes__c: count.min(1),
        OtherDurationsMinutes__c: durations,
        Location__c: text,
        BufferBeforeMinutes__c: countOr(0),
        BufferAfterMinutes__c: countOr(0),
        MinimumNoticeMinutes__c: countOr(0),
        BookingWindowDays__c: countOr(30),
        BookingWindowKind__c: z.string().nullish(),
        StartIncrementMinutes__c: countOr(30),
        DailyLimit__c: optionalCount,
        WeeklyLimit__c: optionalCount,
        HostDailyLimit__c: optionalCount,
        HostWeeklyLimit__c: optionalCount,
        RescheduleNoticeMinutes__c: countOr(0),
        CancelNoticeMinutes__c: countOr(0),
        MaxReschedules__c: optionalCount,
        CancelPolicy__c: z.string().nullish(),
        ReminderMinutesBefore__c: reminders,
        ConsentText__c: text,
        ExpiresAt__c: optionalInstant,
        IsActive__c: flag,
        SingleUsePolicy__c: z.string().nullish(),
        ForwardingPolicy__c: z.string().nullish()
    })
    .transform((row) => ({
        id: row.Id,
        title: row.Title__c,
        description: row.Description__c,
        durationMinutes: row.DurationMinutes__c,
        /** Lengths offered beside it; see `offeredDurations`. */
        otherDurationsMinutes: row.OtherDurationsMinutes__c,
        location: row.Location__c,
        bufferBeforeMinutes: row.BufferBeforeMinutes__c,
        bufferAfterMinutes: row.BufferAfterMinutes__c,
        minimumNoticeMinutes: row.MinimumNoticeMinutes__c,
        bookingWindowDays: row.BookingWindowDays__c,
        bookingWindowKind:
            row.BookingWindowKind__c === 'Working Days' ? ('working_days' as const) : ('calendar_days' as const),
        startIncrementMinutes: Math.max(row.StartIncrementMinutes__c, 1),
        dailyLimit: row.DailyLimit__c,
        weeklyLimit: row.WeeklyLimit__c,
        hostDailyLimit: row.HostDailyLimit__c,
        hostWeeklyLimit: row.HostWeeklyLimit__c,
        rescheduleNoticeMinutes: row.RescheduleNoticeMinutes__c,
        cancelNoticeMinutes: row.CancelNoticeMinutes__c,
        /** Undefined: without limit. */
        maxReschedules: row.MaxReschedules__c,
        cancelPolicy: CANCEL_POLICIES[row.CancelPolicy__c ?? ''] ?? ('keep_used' as const),
        consentText: row.ConsentText__c,
        expiresAt: row.ExpiresAt__c,
        isActive: row.IsActive__c,
        requiresSingleUse: row.SingleUsePolicy__c === 'Required',
        /** Who may book a link that was made for somebody. */
        forwardingPolicy: FORWARDING_POLICIES[row.ForwardingPolicy__c ?? ''] ?? ('anyone' as const),
        /** Undefined: as the service is set up. */
        reminderMinutes: row.ReminderMinutesBefore__c
    }));

const QUESTION_KINDS = {
    Text: 'text',
    'Long Text': 'long_text',
    Choice: 'choice',
    Checkbox: 'checkbox',
    Phone: 'phone'
} as const;

const MeetingQuestionRecord = z
    .object({
        Id: z.string(),
        MeetingType__c: z.string(),
        Label__c: z.string(),
        Kind__c: z.enum(['Text', 'Long Text', 'Choice', 'Checkbox', 'Phone']),
        Choices__c: text,
        HelpText__c: text,
        IsRequired__c: flag,
        Position__c: countOr(0),
        PrefillField__c: text
    })
    .transform((row) => ({
        id: row.Id,
        meetingTypeId: row.MeetingType__c,
        label: row.Label__c,
        kind: QUESTION_KINDS[row.Kind__c],
        choices: (row.Choices__c ?? '')
            .split('\n')
            .map((choice) => choice.trim())
            .filter((choice) => choice !== ''),
        helpText: row.HelpText__c,
        isRequired: row.IsRequired__c,
        position: row.Position__c,
        /** Undefined also for a field that is not read. */
        prefill: knownField(row.PrefillField__c)
    }));

const BookingLinkRecord = z
    .object({
        Id: z.string(),
        OwnerId: z.string(),
        Name: z.string(),
        Slug__c: z.string(),
        MeetingType__c: z.string(),
        ExpiresAt__c: optionalInstant,
        IsActive__c: flag,
        ManagedLink__c: text
    })
    .transform((row) => ({
        id: row.Id,
        ownerId: row.OwnerId,
        name: row.Name,
        slug: row.Slug__c,
        meetingTypeId: row.MeetingType__c,
        expiresAt: row.ExpiresAt__c,
        isActive: row.IsActive__c,
        isManaged: row.ManagedLink__c !== undefined
    }));

const ROLES = { 'Required Host': 'required', Pool: 'pool', 'Additional Attendee': 'attendee' } as const;

const LinkHostRecord = z
    .object({
        Id: z.string(),
        BookingLink__c: z.string(),
        Role__c: z.enum(['Required Host', 'Pool', 'Additional Attendee']),
        User__c: text,
        HostPool__c: text,
        Position__c: countOr(0)
    })
    .transform((row) => ({
        id: row.Id,
        bookingLinkId: row.BookingLink__c,
        role: ROLES[row.Role__c],
        userId: row.User__c,
        poolId: row.HostPool__c,
        position: row.Position__c
    }));

const HostPoolRecord = z
    .object({ Id: z.string(), Name: z.string(), IsActive__c: flag })
    .transform((row) => ({ id: row.Id, name: row.Name, isActive: row.IsActive__c }));

const HostPoolMemberRecord = z
    .object({ Id: z.string(), HostPool__c: z.string(), User__c: z.string(), Weight__c: count, IsActive__c: flag })
    .transform((row) => ({
        id: row.Id,
        poolId: row.HostPool__c,
        userId: row.User__c,
        weight: Math.max(row.Weight__c, 1),
        isActive: row.IsActive__c
    }));

const AvailabilityScheduleRecord = z
    .object({ Id: z.string(), User__c: z.string(), TimeZone__c: ianaZone, IsActive__c: flag })
    .transform((row) => ({ id: row.Id, userId: row.User__c, timeZone: row.TimeZone__c, isActive: row.IsActive__c }));

const AvailabilityWindowRecord = z
    .object({
        Id: z.string(),
        Schedule__c: z.string(),
        Kind__c: z.enum(['Weekly', 'Override', 'Unavailable']),
        Weekday__c: z.enum(WEEKDAYS).nullish(),
        Date__c: text,
        StartTime__c: timeOfDay.nullish(),
        EndTime__c: timeOfDay.nullish()
    })
    .transform((row) => ({
        id: row.Id,
        scheduleId: row.Schedule__c,
        kind: row.Kind__c,
        /** Monday = 1 … Sunday = 7, as ISO 8601 counts. */
        weekday: row.Weekday__c ? WEEKDAYS.indexOf(row.Weekday__c) + 1 : undefined,
        date: row.Date__c,
        startMinute: row.StartTime__c ?? undefined,
        endMinute: row.EndTime__c ?? undefined
    }));

const OrganizationRecord = z
    .object({ Id: z.string(), Name: z.string() })
    .transform((row) => ({ id: row.Id, name: row.Name }));

export type MeetingType = z.output<typeof MeetingTypeRecord>;
export type MeetingQuestion = z.output<typeof MeetingQuestionRecord>;
export type BookingLink = z.output<typeof BookingLinkRecord>;
export type LinkHost = z.output<typeof LinkHostRecord>;
export type HostPool = z.output<typeof HostPoolRecord>;
export type HostPoolMember = z.output<typeof HostPoolMemberRecord>;
export type AvailabilitySchedule = z.output<typeof AvailabilityScheduleRecord>;
export type AvailabilityWindow = z.output<typeof AvailabilityWindowRecord>;
export type HostUser = z.output<typeof UserRecord>;
export type SingleUseLink = z.output<typeof SingleUseLinkRecord>;

/** The objects kept in the table `definitions`, each with how its rows are read. */
export const DEFINITION_RECORDS = {
    MeetingType__c: MeetingTypeRecord,
    MeetingQuestion__c: MeetingQuestionRecord,
    BookingLink__c: BookingLinkRecord,
    LinkHost__c: LinkHostRecord,
    HostPool__c: HostPoolRecord,
    HostPoolMember__c: HostPoolMemberRecord,
    AvailabilitySchedule__c: AvailabilityScheduleRecord,
    AvailabilityWindow__c: AvailabilityWindowRecord,
    User: UserRecord,
    Organization: OrganizationRecord,
    Holiday: HolidayRecord,
    AdmitOneSetting__mdt: SettingRecord
} as const;

export type DefinitionObject = keyof typeof DEFINITION_RECORDS;
export type MirroredObject = DefinitionObject | 'SingleUseLink__c';
export type DefinitionOf<O extends DefinitionObject> = z.output<(typeof DEFINITION_RECORDS)[O]>;

/** Objects without IsDeleted, or whose deletion shows otherwise: users, for one, are only deactivated. */
const NEVER_DELETED = new Set<MirroredObject>(['User', 'Organization', 'AdmitOneSetting__mdt', 'Holiday']);

/** The fields to ask Salesforce for, from the schema that reads them, so the two cannot differ. */
export function fieldsOf(objectName: MirroredObject): string[] {
    const record = objectName === 'SingleUseLink__c' ? SingleUseLinkRecord : DEFINITION_RECORDS[objectName];
    const system = NEVER_DELETED.has(objectName) ? ['SystemModstamp'] : ['IsDeleted', 'SystemModstamp'];
    const own = Object.keys(record.in.shape).filter((name) => !name.endsWith('__r'));
    return [...new Set([...own, ...(objectName === 'SingleUseLink__c' ? PERSON_FIELDS : []), ...system])];
}

function parseMinutes(text: string): number[] {
    return text
        .split(';')
        .map(Number)
        .filter((minutes) => Number.isInteger(minutes) && minutes >= 1);
}
