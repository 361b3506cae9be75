import MEETING_QUESTION from '@salesforce/schema/MeetingQuestion__c';
import MEETING_TYPE from '@salesforce/schema/MeetingType__c';
import { change, creation, rowSteps, runSteps, type Fields, type Row, type Step } from 'c/recordSteps';
import type { QuestionDraft } from 'types/meetingTypes';

/** A meeting type as the editor holds it. */
export interface MeetingTypeDraft {
    /** By API name; what the user may not read is not there. */
    values: Fields;
    questions: QuestionDraft[];
}

/**
 * Saves a meeting type with its questions, or nothing of it. `original` is the type as Salesforce has it; without one
 * a new type is made.
 * @returns the id of the meeting type
 * @throws StepsError
 */
export async function saveMeetingType(
    draft: MeetingTypeDraft,
    original?: MeetingTypeDraft & { id: string }
): Promise<string> {
    let typeId = original?.id ?? '';
    const make = creation(
        MEETING_TYPE.objectApiName,
        () => named(draft.values),
        (id) => (typeId = id)
    );
    const questions = rowSteps(
        MEETING_QUESTION.objectApiName,
        draft.questions.map(toRow),
        (original?.questions ?? []).map(toRow),
        () => ({ MeetingType__c: typeId })
    );
    await runSteps([...(original ? changeOf(draft, original) : [make]), ...questions]);
    return typeId;
}

/** Reps look for a type by its name; where none was given, the title that prospects read does for both. */
function named(values: Fields): Fields {
    const { Name: name, Title__c: title } = values;
    return { ...values, Name: name ?? title };
}

function changeOf({ values }: MeetingTypeDraft, original: MeetingTypeDraft & { id: string }): Step[] {
    const changed = Object.keys(values).filter((name) => values[name] !== original.values[name]);
    if (changed.length === 0) return [];
    const pick = (from: Fields): Fields => Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
    return [change(original.id, pick(values), pick(original.values))];
}

function toRow(question: QuestionDraft, index: number): Row {
    return {
        id: question.id,
        fields: {
            Label__c: question.label,
            Kind__c: question.kind,
            IsRequired__c: question.isRequired,
            Choices__c: question.kind === 'Choice' ? question.choices : '',
            HelpText__c: question.helpText,
            PrefillField__c: question.prefillField,
            Position__c: index + 1
        }
    };
}
