import type { MeetingTypeName } from './catalog.ts';
import type { NexoraLink, NexoraUser } from './company.ts';
import type { ProspectName } from './customers.ts';

export type MeetingStatus = 'Scheduled' | 'Rescheduled' | 'Completed' | 'No-Show' | 'Canceled';

/** One line of the meeting log. */
export interface PlannedMeeting {
    /** Working days from today. */
    day: number;
    /** On the host's clock. */
    time: string;
    type: MeetingTypeName;
    link: NexoraLink;
    linkType: 'Standard' | 'Managed' | 'Single-Use';
    host: NexoraUser;
    /** The Sales Engineer the pool gave. */
    engineer?: NexoraUser;
    who: ProspectName;
    status: MeetingStatus;
    /** Further values of `Meeting__c`. */
    more?: Record<string, unknown>;
    /** Whether a new single-use link was made after the meeting did not happen. */
    isReplaced?: boolean;
}

type Row = [day: number, time: string, who: ProspectName, status: MeetingStatus, linkType: PlannedMeeting['linkType']];
type Rest = Omit<PlannedMeeting, 'day' | 'time' | 'who' | 'status' | 'linkType'>;

const meeting = ([day, time, who, status, linkType]: Row, rest: Rest): PlannedMeeting => ({
    ...{ day, time, who, status, linkType },
    ...rest
});
const intro = (row: Row, more: Partial<Rest> = {}): PlannedMeeting =>
    meeting(row, { type: 'intro', link: 'julioIntro', host: 'julio', ...more });
const deepDive = (row: Row, engineer: NexoraUser, more: Partial<Rest> = {}): PlannedMeeting =>
    meeting(row, { type: 'deepDive', link: 'julioDeepDive', host: 'julio', engineer, ...more });
const officeHours = (row: Row, host: NexoraUser, link: NexoraLink, more: Partial<Rest> = {}): PlannedMeeting =>
    meeting(row, { type: 'officeHours', link, host, ...more });

/** What has happened. */
const PAST: PlannedMeeting[] = [
    intro([-18, '10:00', 'marcus', 'Completed', 'Standard']),
    intro([-15, '11:00', 'beatrice', 'Completed', 'Single-Use']),
    deepDive([-12, '14:00', 'hamid', 'Completed', 'Single-Use'], 'grace'),
    intro([-10, '09:30', 'khai', 'No-Show', 'Single-Use'], { isReplaced: true }),
    intro([-9, '15:00', 'oluwaseun', 'Canceled', 'Standard'], {
        more: { CanceledBy__c: 'Prospect', CancelReason__c: 'Travelling this week, will book again.' }
    }),
    officeHours([-8, '10:00', 'rosa', 'Completed', 'Managed'], 'tomas', 'tomasOfficeHours'),
    deepDive([-7, '10:00', 'ingrid', 'Completed', 'Standard'], 'tomas'),
    intro([-6, '13:00', 'kofi', 'Completed', 'Standard']),
    intro([-5, '16:00', 'jon', 'No-Show', 'Standard']),
    officeHours([-4, '11:30', 'etienne', 'Canceled', 'Managed'], 'priya', 'priyaOfficeHours', {
        more: { CanceledBy__c: 'Host', CancelReason__c: 'Priya is out sick today.' }
    }),
    intro([-3, '10:30', 'lukasz', 'Completed', 'Single-Use']),
    deepDive([-2, '12:00', 'marcus', 'Completed', 'Single-Use'], 'priya', {
        more: { RescheduleCount__c: 1, Revision__c: 2 }
    }),
    intro([-1, '09:00', 'zoe', 'Completed', 'Single-Use'])
];

/** What is to come. */
const FUTURE: PlannedMeeting[] = [
    intro([1, '13:00', 'ana', 'Scheduled', 'Single-Use']),
    intro([1, '15:00', 'siobhan', 'Scheduled', 'Standard']),
    deepDive([2, '10:00', 'ingrid', 'Rescheduled', 'Single-Use'], 'tomas', {
        more: { RescheduleCount__c: 2, Revision__c: 3, Guests__c: 'procurement@kestrel-aero.example' }
    }),
    officeHours([2, '15:00', 'beatrice', 'Scheduled', 'Managed'], 'priya', 'priyaOfficeHours'),
    intro([3, '10:30', 'renee', 'Scheduled', 'Standard']),
    officeHours([3, '13:30', 'rosa', 'Scheduled', 'Managed'], 'tomas', 'tomasOfficeHours'),
    deepDive([4, '14:00', 'hamid', 'Scheduled', 'Single-Use'], 'grace'),
    meeting([5, '11:00', 'chloe', 'Scheduled', 'Single-Use'], {
        type: 'briefing',
        link: 'helenaBriefing',
        host: 'helena'
    }),
    intro([5, '09:30', 'wolfgang', 'Canceled', 'Single-Use'], {
        isReplaced: true,
        more: { CanceledBy__c: 'Admin', CancelReason__c: 'Booked twice by mistake.' }
    }),
    officeHours([5, '13:00', 'darya', 'Rescheduled', 'Managed'], 'grace', 'graceOfficeHours', {
        more: { RescheduleCount__c: 1, Revision__c: 2 }
    }),
    intro([7, '16:00', 'priyanka', 'Scheduled', 'Single-Use'], { more: { IsForwarded__c: true } }),
    deepDive([8, '11:00', 'misaki', 'Scheduled', 'Single-Use'], 'priya', {
        more: {
            SyncErrorCode__c: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
            SyncErrorField__c: 'WhoId',
            SyncError__c:
                'The calendar entry was refused: INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY on WhoId. Share the Lead with the integration user, then retry.'
        }
    })
];

/** The meeting log of the sample company, oldest first. */
export const MEETING_PLAN: readonly PlannedMeeting[] = [...PAST, ...FUTURE];
