/** The one place that asks for changes of meetings. */
export {
    MEETING_ACTIONS_QUERY,
    meetingActionsVariables,
    toActionAnswers,
    type ActionAnswer,
    type MeetingActionsData
} from './meetingActionsQuery';
export { createMeetingAction } from './createMeetingAction';
export { sendHint } from './sendHint';
