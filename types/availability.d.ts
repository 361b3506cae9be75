/** When a host can be met, as the components edit it. */

/** The values of `AvailabilityWindow__c.Weekday__c`. */
export type Weekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

/** Hours of every week, other hours on one date, or a date without any. */
export interface AvailabilityWindow {
    /** Tells windows apart before Salesforce has given an id. */
    key: string;
    /** Id in Salesforce; undefined until it is saved. */
    id?: string | undefined;
    kind: 'Weekly' | 'Override' | 'Unavailable';
    /** Weekly alone. */
    weekday?: Weekday | undefined;
    /** `2026-12-24`; not Weekly. */
    date: string;
    /** `09:00`, on the clock of the schedule's zone; empty: yet to be entered, or Unavailable. */
    start: string;
    /** At or before `start`: on the next day. */
    end: string;
}

export interface AvailabilitySchedule {
    /** Id in Salesforce; undefined until it is saved. */
    id?: string | undefined;
    /** IANA name. */
    timeZone: string;
    windows: AvailabilityWindow[];
}
