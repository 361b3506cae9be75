import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import {
    MEETING_ACTIONS_QUERY,
    createMeetingAction,
    meetingActionsVariables,
    sendHint,
    toActionAnswers,
    type ActionAnswer,
    type MeetingActionsData
} from 'c/meetingActionApi';
import { pause } from 'c/timing';
import type { MeetingActionRequest, MeetingActionResult } from 'types/meetingActions';

/**
 * Milliseconds between two looks at an action: quick while a hint may have reached the service, then slower until two
 * polls have passed. No more looks than these.
 */
const PAUSES_MS = [200, 300, 400, 600, 1000, 2000, 4000, 8000, 15000, 15000, 15000];

/**
 * Has the booking service change meetings; shows nothing. Only a component may ask Salesforce again and again, so a
 * component that changes meetings holds one of these and calls {@link perform}.
 */
export default class MeetingActionRunner extends LightningElement {
    /** Actions that somebody waits for. */
    actionIds: string[] = [];

    private answers = new Map<string, ActionAnswer>();
    private hinted = new Set<string>();
    private refresh: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredActions({ data, refresh }: GraphQLResult<MeetingActionsData>): void {
        this.refresh = refresh;
        if (!data) return;
        this.answers = new Map(toActionAnswers(data).map((answer) => [answer.id, answer]));
        for (const answer of this.answers.values()) this.hintOnce(answer);
    }

    get query(): GraphQLDocument | undefined {
        return this.actionIds.length > 0 ? MEETING_ACTIONS_QUERY : undefined;
    }

    get variables(): Record<string, unknown> {
        return meetingActionsVariables(this.actionIds);
    }

    /**
     * Asks for a change and waits, a minute at most, for what comes of it. `done`: Salesforce has the meeting as changed
     * within moments. @throws FetchError when Salesforce does not let the user ask
     */
    @api
    async perform(request: MeetingActionRequest): Promise<MeetingActionResult> {
        const actionId = await createMeetingAction(request);
        this.actionIds = [...this.actionIds, actionId];
        try {
            return toResult(actionId, await this.waitForAnswer(actionId));
        } finally {
            this.actionIds = this.actionIds.filter((id) => id !== actionId);
        }
    }

    private async waitForAnswer(actionId: string): Promise<ActionAnswer | undefined> {
        /* eslint-disable no-await-in-loop -- one look after the other is the purpose */
        for (const milliseconds of PAUSES_MS) {
            await pause(milliseconds);
            if (!this.isConnected) break;
            if (!this.answers.get(actionId)?.isAnswered) await this.lookAgain();
            if (this.answers.get(actionId)?.isAnswered) break;
        }
        /* eslint-enable no-await-in-loop */
        return this.answers.get(actionId);
    }

    /** A look that fails is no answer: the next one may succeed. */
    private async lookAgain(): Promise<void> {
        await this.refresh?.().catch(() => undefined);
    }

    private hintOnce({ id, isAnswered, hintUrl }: ActionAnswer): void {
        if (isAnswered || this.hinted.has(id)) return;
        this.hinted.add(id);
        void sendHint(hintUrl, id);
    }
}

function toResult(actionId: string, answer: ActionAnswer | undefined): MeetingActionResult {
    if (!answer?.isAnswered) return { actionId, state: 'waiting', error: '' };
    return { actionId, state: answer.isDone ? 'done' : 'refused', error: answer.error };
}
