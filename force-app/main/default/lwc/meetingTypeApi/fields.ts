/** The parts of the editor, and the fields of `MeetingType__c` in each, in the order in which they stand. */
export const SECTIONS = [
    {
        name: 'what',
        fields: [
            'Name',
            'Title__c',
            'Description__c',
            'DurationMinutes__c',
            'OtherDurationsMinutes__c',
            'Location__c',
            'ConsentText__c',
            'IsActive__c',
            'IsAdminManaged__c'
        ]
    },
    {
        name: 'when',
        fields: [
            'MinimumNoticeMinutes__c',
            'BookingWindowDays__c',
            'BookingWindowKind__c',
            'StartIncrementMinutes__c',
            'BufferBeforeMinutes__c',
            'BufferAfterMinutes__c',
            'ExpiresAt__c',
            'ReminderMinutesBefore__c'
        ]
    },
    { name: 'limits', fields: ['DailyLimit__c', 'WeeklyLimit__c', 'HostDailyLimit__c', 'HostWeeklyLimit__c'] },
    {
        name: 'policies',
        fields: [
            'SingleUsePolicy__c',
            'CancelPolicy__c',
            'ForwardingPolicy__c',
            'RescheduleNoticeMinutes__c',
            'CancelNoticeMinutes__c',
            'MaxReschedules__c'
        ]
    }
] as const;

/** Every field that the editor shows. Whether a type is locked is changed on its own. */
export const FIELD_NAMES: readonly string[] = [...SECTIONS.flatMap(({ fields }) => fields), 'IsLocked__c'];
