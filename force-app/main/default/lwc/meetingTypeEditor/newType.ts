import type { Fields } from 'c/recordSteps';

/** What a new meeting type starts from: the defaults of the fields, so that people see what they get. */
export const NEW_TYPE: Readonly<Fields> = {
    DurationMinutes__c: 30,
    StartIncrementMinutes__c: 30,
    MinimumNoticeMinutes__c: 240,
    BookingWindowDays__c: 30,
    BufferBeforeMinutes__c: 0,
    BufferAfterMinutes__c: 0,
    RescheduleNoticeMinutes__c: 0,
    CancelNoticeMinutes__c: 0,
    BookingWindowKind__c: 'Calendar Days',
    SingleUsePolicy__c: 'Allowed',
    CancelPolicy__c: 'Keep Used',
    ForwardingPolicy__c: 'Anyone',
    IsActive__c: true
};
