/** What the wizard reads and writes: a draft of a link, and what can be chosen for it. */
export { DRAFT_QUERY, draftVariables, toDraft, toLinkDraft, type DraftData, type DraftNode } from './draftQuery';
export { HOST_CHOICES_QUERY, hostChoicesVariables, toHostChoices, type HostChoicesData } from './hostChoicesQuery';
export { HOURS_QUERY, hoursVariables, toWeeklyHours, type HoursData, type WeeklyHours } from './hoursQuery';
export {
    MEETING_TYPES_QUERY,
    toMeetingType,
    toMeetingTypes,
    type MeetingTypeNode,
    type MeetingTypesData
} from './meetingTypesQuery';
export { SaveError, saveDraft } from './saveDraft';
export { MAX_SLUG_LENGTH, isSlug, suggestSlug } from './slug';
export { slugErrorIn } from './slugErrorIn';
export { SLUG_QUERY, slugVariables, toSlugOwner, type SlugData } from './slugQuery';
