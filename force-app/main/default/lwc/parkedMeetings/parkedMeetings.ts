import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { PARKED_QUERY, toParkedMeetings, type ParkedData } from 'c/healthApi';
import { fillLabel } from 'c/labelUtils';
import { reduceErrors } from 'c/ldsUtils';
import type MeetingActionRunner from 'c/meetingActionRunner';
import type { ParkedMeeting } from 'types/health';
import { LABELS } from './labels';
import { toParkedRow, type ParkedRow } from './parkedRow';

/** The page went away meanwhile. */
const NOT_ASKED = { state: 'waiting', error: '' };

/** Meetings that Salesforce refuses: why, since when, and a way to send them again once the reason is gone. */
export default class ParkedMeetings extends NavigationMixin(LightningElement) {
    labels = LABELS;
    query = PARKED_QUERY;
    /** Undefined until Salesforce has answered. */
    meetings: ParkedMeeting[] | undefined = undefined;
    count = 0;
    errors: unknown = undefined;
    outcomeText = '';
    /** Addresses of the meetings' records, by id. */
    urls: Record<string, string> = {};
    retrying: string[] = [];
    /** Why a retry did not help, by id. */
    failures: Record<string, string> = {};

    private refreshMeetings: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query' })
    wiredMeetings({ data, errors, refresh }: GraphQLResult<ParkedData>): void {
        this.refreshMeetings = refresh;
        this.errors = errors;
        if (!data) return;
        const { meetings, count } = toParkedMeetings(data);
        this.meetings = meetings;
        this.count = count;
        void this.findUrls(meetings);
    }

    get isLoading(): boolean {
        return this.meetings === undefined && this.errors === undefined;
    }

    get isEmpty(): boolean {
        return this.meetings?.length === 0;
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    get isRetrying(): boolean {
        return this.retrying.length > 0;
    }

    get hasMore(): boolean {
        return this.count > this.rows.length;
    }

    get moreText(): string {
        return fillLabel(LABELS.more, this.rows.length, this.count);
    }

    get rows(): ParkedRow[] {
        const now = new Date();
        return (this.meetings ?? []).map((meeting) =>
            toParkedRow(meeting, {
                now,
                url: this.urls[meeting.id],
                isRetrying: this.retrying.includes(meeting.id),
                failure: this.failures[meeting.id]
            })
        );
    }

    handleRetryClick(event: Event): Promise<void> {
        const { meeting: id } = (event.currentTarget as HTMLElement).dataset;
        return this.retry(id === undefined ? [] : [id]);
    }

    handleRetryAllClick(): Promise<void> {
        return this.retry(this.rows.map(({ id }) => id));
    }

    async handleReload(): Promise<void> {
        try {
            await this.refreshMeetings?.();
        } catch (error) {
            this.errors = error;
        }
    }

    private async retry(ids: string[]): Promise<void> {
        this.outcomeText = fillLabel(LABELS.retryingCount, ids.length);
        this.retrying = [...this.retrying, ...ids];
        this.failures = {};
        await Promise.all(ids.map((id) => this.retryOne(id)));
        await this.handleReload();
        this.retrying = this.retrying.filter((id) => !ids.includes(id));
        const left = ids.filter((id) => this.meetings?.some((meeting) => meeting.id === id)).length;
        this.outcomeText = fillLabel(LABELS.retried, ids.length - left, ids.length);
    }

    private async retryOne(meetingId: string): Promise<void> {
        const runner = this.template?.querySelector<MeetingActionRunner & HTMLElement>('c-meeting-action-runner');
        try {
            const { state, error } = (await runner?.perform({ meetingId, kind: 'Retry Sync' })) ?? NOT_ASKED;
            if (state === 'refused') this.fail(meetingId, error);
            if (state === 'waiting') this.fail(meetingId, LABELS.waiting);
        } catch (error) {
            this.fail(meetingId, reduceErrors(error).join(' '));
        }
    }

    private fail(meetingId: string, reason: string): void {
        this.failures = { ...this.failures, [meetingId]: reason };
    }

    private async findUrls(meetings: ParkedMeeting[]): Promise<void> {
        const found = meetings.map(async ({ id: recordId }): Promise<[string, string]> => {
            const attributes = { recordId, objectApiName: 'Meeting__c', actionName: 'view' };
            return [recordId, await this[NavigationMixin.GenerateUrl]({ type: 'standard__recordPage', attributes })];
        });
        this.urls = Object.fromEntries(await Promise.all(found));
    }
}
