import add from '@salesforce/label/c.MeetingQuestions_Add';
import choices from '@salesforce/label/c.MeetingQuestions_Choices';
import help from '@salesforce/label/c.MeetingQuestions_Help';
import hint from '@salesforce/label/c.MeetingQuestions_Hint';
import kind from '@salesforce/label/c.MeetingQuestions_Kind';
import kindCheckbox from '@salesforce/label/c.MeetingQuestions_KindCheckbox';
import kindChoice from '@salesforce/label/c.MeetingQuestions_KindChoice';
import kindLongText from '@salesforce/label/c.MeetingQuestions_KindLongText';
import kindPhone from '@salesforce/label/c.MeetingQuestions_KindPhone';
import kindText from '@salesforce/label/c.MeetingQuestions_KindText';
import label from '@salesforce/label/c.MeetingQuestions_Label';
import moveDown from '@salesforce/label/c.MeetingQuestions_MoveDown';
import moveUp from '@salesforce/label/c.MeetingQuestions_MoveUp';
import numbered from '@salesforce/label/c.MeetingQuestions_Numbered';
import prefill from '@salesforce/label/c.MeetingQuestions_Prefill';
import prefillHelp from '@salesforce/label/c.MeetingQuestions_PrefillHelp';
import remove from '@salesforce/label/c.MeetingQuestions_Remove';
import required from '@salesforce/label/c.MeetingQuestions_Required';
import type { QuestionKind } from 'types/meetingTypes';

export const LABELS = {
    add,
    choices,
    help,
    hint,
    kind,
    label,
    moveDown,
    moveUp,
    numbered,
    prefill,
    prefillHelp,
    remove,
    required
};

export const KIND_OPTIONS: { value: QuestionKind; label: string }[] = [
    { value: 'Text', label: kindText },
    { value: 'Long Text', label: kindLongText },
    { value: 'Choice', label: kindChoice },
    { value: 'Checkbox', label: kindCheckbox },
    { value: 'Phone', label: kindPhone }
];
