import { gql } from 'lightning/graphql';
import type { QuestionDraft, QuestionKind } from 'types/meetingTypes';

interface Field<T> {
    value: T | null;
}

interface QuestionNode {
    Id: string;
    Label__c: Field<string>;
    Kind__c: Field<QuestionKind>;
    IsRequired__c: Field<boolean>;
    Choices__c: Field<string>;
    HelpText__c: Field<string>;
    PrefillField__c: Field<string>;
}

/** What {@link QUESTIONS_QUERY} answers. */
export interface QuestionsData {
    uiapi: { query: { MeetingQuestion__c: { edges: { node: QuestionNode }[] } } };
}

/** The questions of a meeting type, in the order in which they are asked. */
export const QUESTIONS_QUERY = gql`
    query MeetingQuestions($where: MeetingQuestion__c_Filter) {
        uiapi {
            query {
                MeetingQuestion__c(where: $where, first: 100, orderBy: { Position__c: { order: ASC } }) {
                    edges {
                        node {
                            Id
                            Label__c {
                                value
                            }
                            Kind__c {
                                value
                            }
                            IsRequired__c {
                                value
                            }
                            Choices__c {
                                value
                            }
                            HelpText__c {
                                value
                            }
                            PrefillField__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Variables of {@link QUESTIONS_QUERY}. */
export function questionsVariables(meetingTypeId: string): Record<string, unknown> {
    return { where: { MeetingType__c: { eq: meetingTypeId } } };
}

/** The questions, ready to be edited. */
export function toQuestions(data: QuestionsData): QuestionDraft[] {
    return data.uiapi.query.MeetingQuestion__c.edges.map(({ node }) => ({
        key: node.Id,
        id: node.Id,
        label: node.Label__c.value ?? '',
        kind: node.Kind__c.value ?? 'Text',
        isRequired: node.IsRequired__c.value === true,
        choices: node.Choices__c.value ?? '',
        helpText: node.HelpText__c.value ?? '',
        prefillField: node.PrefillField__c.value ?? ''
    }));
}

let lastKey = 0;

/** A question that is yet to be worded. */
export function newQuestion(): QuestionDraft {
    lastKey += 1;
    return {
        ...{ key: `new-${lastKey}`, label: '', kind: 'Text', isRequired: false },
        ...{ choices: '', helpText: '', prefillField: '' }
    };
}
