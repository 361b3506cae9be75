import { api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { copyTextWhenReady } from 'c/clipboard';
import { formatPeriod } from 'c/dateFormat';
import { newSingleUseLink } from 'c/linkApi';
import { MEETINGS_QUERY, meetingVariables, toMeetingsPage, type MeetingsData } from 'c/meetingApi';
import type { MeetingActionKind, MeetingActionRequest, MeetingActionResult } from 'types/meetingActions';
import type { Meeting } from 'types/meetings';
import { KIND_TEXTS } from './kindTexts';
import { LABELS } from './labels';

/** Milliseconds between looks at a meeting that was changed, until Salesforce has it as it is now. */
const PAUSES_MS = [100, 200, 300, 400, 600, 800, 1200, 2000];

type Runner = Element & { perform(request: MeetingActionRequest): Promise<MeetingActionResult> };

/** What a dialog closes with when the change took the meeting out of the user's sight, as a new host can. */
export const OUT_OF_SIGHT = 'out of sight';

/** Asks for one change of a meeting and says what came of it. Closes with what is known then, or with nothing. */
export default class MeetingActionModal extends LightningModal {
    @api kind: MeetingActionKind = 'Cancel';
    @api meeting!: Meeting;

    labels = LABELS;
    newStartsAt = '';
    newHostId = '';
    reason = '';
    isBusy = false;
    /** Why the booking service refused, in its words. */
    refusal = '';
    errors: unknown = undefined;
    /** A replacement's URL that the clipboard refused. */
    uncopiedUrl = '';
    /** Asked for while a change is awaited. */
    watchedQuery: GraphQLDocument | undefined = undefined;

    private latest: Meeting | undefined = undefined;
    private isOutOfSight = false;
    private refreshMeeting: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$watchedQuery', variables: '$watchedVariables' })
    wiredMeeting({ data, refresh }: GraphQLResult<MeetingsData>): void {
        this.refreshMeeting = refresh;
        if (!data) return;
        const [found] = toMeetingsPage(data).meetings;
        this.isOutOfSight = found === undefined;
        this.latest = found;
    }

    get watchedVariables(): Record<string, unknown> {
        return meetingVariables(this.meeting.id);
    }

    get when(): string {
        return formatPeriod(this.meeting.startsAt, this.meeting.endsAt);
    }

    get explanation(): string {
        return KIND_TEXTS[this.kind]?.explanation ?? '';
    }

    get isReschedule(): boolean {
        return this.kind === 'Reschedule';
    }

    get isReassign(): boolean {
        return this.kind === 'Reassign';
    }

    get isCancel(): boolean {
        return this.kind === 'Cancel';
    }

    get variant(): string {
        return this.isCancel ? 'destructive' : 'brand';
    }

    get isIncomplete(): boolean {
        return this.isBusy || (this.isReschedule && !this.newStartsAt) || (this.isReassign && !this.newHostId);
    }

    get busyText(): string {
        return this.isBusy ? LABELS.busy : '';
    }

    get isAsking(): boolean {
        return this.uncopiedUrl === '';
    }

    handleTimeChosen({ detail }: CustomEvent<{ startsAt: string }>): void {
        this.newStartsAt = detail.startsAt;
    }

    handleHostChosen({ detail }: CustomEvent<{ hostId: string }>): void {
        this.newHostId = detail.hostId;
    }

    handleReasonChange({ detail }: CustomEvent<{ value: string }>): void {
        this.reason = detail.value;
    }

    handleCloseClick(): void {
        this.close(this.uncopiedUrl ? this.latest : undefined);
    }

    async handleConfirmClick(): Promise<void> {
        if (this.isIncomplete) return;
        this.isBusy = true;
        this.errors = undefined;
        this.refusal = '';
        try {
            await (this.kind === 'Replace' ? this.replace() : this.change());
        } catch (error) {
            this.errors = error;
        } finally {
            this.isBusy = false;
        }
    }

    private get sightNote(): { message?: string } {
        return this.isOutOfSight ? { message: LABELS.outOfSight } : {};
    }

    private async change(): Promise<void> {
        const { newStartsAt, newHostId, reason } = this;
        const result = await this.perform({
            ...(newStartsAt && { newStartsAt }),
            ...(newHostId && { newHostId }),
            ...(reason.trim() && { reason: reason.trim() })
        });
        if (result) this.finish(result, await this.waitForChange(result));
    }

    /** The link is copied while it is made: browsers let us copy only within the user's click. */
    private async replace(): Promise<void> {
        const url = this.makeReplacement();
        const isCopied = await copyTextWhenReady(url.then((made) => made?.url ?? Promise.reject(new Error('refused'))));
        const made = await url;
        if (!made) return;
        if (!isCopied) this.uncopiedUrl = made.url;
        else this.finish(made.result, undefined);
    }

    private async makeReplacement(): Promise<{ url: string; result: MeetingActionResult } | undefined> {
        if (!this.meeting.linkUrl) throw new Error(LABELS.noLink);
        const link = { id: '', name: '', url: this.meeting.linkUrl };
        const { url, fields } = await newSingleUseLink(link, 'Record Page');
        const result = await this.perform({ replacementTokenHash: fields.TokenHash__c ?? '' });
        return result && { url, result };
    }

    /** What came of it; undefined when the service refused, and said why. */
    private async perform(parameters: Partial<MeetingActionRequest>): Promise<MeetingActionResult | undefined> {
        const runner = this.refs?.runner as Runner;
        const result = await runner.perform({ meetingId: this.meeting.id, kind: this.kind, ...parameters });
        if (result.state !== 'refused') return result;
        this.refusal = result.error || LABELS.refused;
        return undefined;
    }

    private async waitForChange({ state }: MeetingActionResult): Promise<Meeting | undefined> {
        if (state !== 'done') return undefined;
        this.watchedQuery = MEETINGS_QUERY;
        /* eslint-disable no-await-in-loop -- one look after the other is the purpose */
        for (const milliseconds of PAUSES_MS) {
            await pause(milliseconds);
            if (this.isOutOfSight || (this.latest?.revision ?? 0) > this.meeting.revision) break;
            await this.refreshMeeting?.().catch(() => undefined);
        }
        /* eslint-enable no-await-in-loop */
        return this.latest;
    }

    private finish({ state }: MeetingActionResult, changed: Meeting | undefined): void {
        const texts = KIND_TEXTS[this.kind];
        const toast =
            state === 'done'
                ? { title: texts?.done ?? '', ...this.sightNote, variant: 'success' as const }
                : { title: LABELS.waitingTitle, message: LABELS.waitingMessage, variant: 'info' as const };
        this.dispatchEvent(new ShowToastEvent(toast));
        this.close(this.isOutOfSight ? OUT_OF_SIGHT : changed);
    }
}

function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- bounded by PAUSES_MS
        setTimeout(resolve, milliseconds);
    });
}
