export { FIELD_NAMES, SECTIONS } from './fields';
export { MEETING_TYPE_LIST_QUERY, listVariables, toListedTypes, type MeetingTypeListData } from './listQuery';
export { QUESTIONS_QUERY, newQuestion, questionsVariables, toQuestions, type QuestionsData } from './questions';
export { saveMeetingType, type MeetingTypeDraft } from './saveMeetingType';
