/** The one place that asks Salesforce about meetings. */
export {
    MEETINGS_QUERY,
    meetingsVariables,
    positionOf,
    toMeetingsPage,
    type MeetingsData,
    type MeetingsPage,
    type MeetingsRequest
} from './meetingsQuery';
