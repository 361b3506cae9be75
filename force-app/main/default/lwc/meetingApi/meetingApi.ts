/** The one place that asks Salesforce about meetings. */
export {
    MEETINGS_QUERY,
    meetingVariables,
    meetingsVariables,
    positionOf,
    toMeetingsPage,
    type MeetingsData,
    type MeetingsPage,
    type PageRequest
} from './meetingsQuery';
