import { gql } from 'lightning/graphql';

interface Field {
    value: string | null;
}

interface MeetingActionNode {
    Id: string;
    Result__c: Field;
    Error__c: Field;
    DoneAt__c: Field;
    HintUrl__c: Field;
}

/** What {@link MEETING_ACTIONS_QUERY} answers. */
export interface MeetingActionsData {
    uiapi: { query: { MeetingAction__c: { edges: { node: MeetingActionNode }[] } } };
}

/** What the booking service has written onto an action. */
export interface ActionAnswer {
    id: string;
    isAnswered: boolean;
    isDone: boolean;
    error: string;
    /** Where the service takes hints; a bare path when the org has no service URL. */
    hintUrl: string;
}

/** Actions somebody waits for at once; more wait for the next poll. */
const MAX_ACTIONS = 200;

export const MEETING_ACTIONS_QUERY = gql`
    query MeetingActions($where: MeetingAction__c_Filter, $first: Int) {
        uiapi {
            query {
                MeetingAction__c(where: $where, first: $first) {
                    edges {
                        node {
                            Id
                            Result__c {
                                value
                            }
                            Error__c {
                                value
                            }
                            DoneAt__c {
                                value
                            }
                            HintUrl__c {
                                value
                            }
                        }
                    }
                }
            }
        }
    }
`;

/** Variables of {@link MEETING_ACTIONS_QUERY} for these actions. */
export function meetingActionsVariables(actionIds: readonly string[]): Record<string, unknown> {
    return { where: { Id: { in: actionIds.slice(0, MAX_ACTIONS) } }, first: MAX_ACTIONS };
}

/** Turns the answer to {@link MEETING_ACTIONS_QUERY} into answers. */
export function toActionAnswers(data: MeetingActionsData): ActionAnswer[] {
    return data.uiapi.query.MeetingAction__c.edges.map(({ node }) => ({
        id: node.Id,
        isAnswered: node.DoneAt__c.value !== null,
        isDone: node.Result__c.value === 'Done',
        error: node.Error__c.value ?? '',
        hintUrl: node.HintUrl__c.value ?? ''
    }));
}
