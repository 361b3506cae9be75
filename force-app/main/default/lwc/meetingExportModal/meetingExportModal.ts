import { api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { dayOf } from 'c/userTime';
import type { RowPosition } from 'c/keysetPaging';
import { fillLabel } from 'c/labelUtils';
import { MEETINGS_QUERY, meetingsVariables, positionOf, toMeetingsPage, type MeetingsData } from 'c/meetingApi';
import type { Meeting, MeetingsRequest } from 'types/meetings';
import { LABELS } from './labels';
import { headLine, meetingLines } from './meetingLines';

/** Meetings of one request. */
const PAGE_SIZE = 200;
/** Platforms that look into files made by scripts let this type pass; the name says what the file is. */
const FILE_TYPE = 'application/octet-stream';

/** Writes the meetings of a request into a CSV file, page after page, until all are there or the user cancels. */
export default class MeetingExportModal extends LightningModal {
    @api request: MeetingsRequest | undefined = undefined;

    labels = LABELS;
    query: typeof MEETINGS_QUERY | undefined = MEETINGS_QUERY;
    errors: unknown = undefined;
    count = 0;
    /** Unknown until Salesforce has answered once. */
    total: number | undefined = undefined;
    /** Where the page now asked for begins. */
    after: RowPosition | undefined = undefined;
    /** Where the finished file is. */
    fileUrl = '';

    private readonly parts: string[] = [headLine()];
    private lastMeeting: Meeting | undefined = undefined;
    private refreshPage: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredMeetings({ data, errors, refresh }: GraphQLResult<MeetingsData>): void {
        this.refreshPage = refresh;
        this.errors = errors;
        if (data && !this.isReady) this.take(data);
    }

    disconnectedCallback(): void {
        if (this.fileUrl) URL.revokeObjectURL(this.fileUrl);
    }

    get variables(): Record<string, unknown> | undefined {
        return this.request && meetingsVariables({ ...this.request, after: this.after, first: PAGE_SIZE });
    }

    get isReady(): boolean {
        return this.fileUrl !== '';
    }

    get isRunning(): boolean {
        return !this.isReady && !this.errors;
    }

    get percent(): number {
        if (this.isReady) return 100;
        return this.total ? Math.floor((this.count / this.total) * 100) : 0;
    }

    get progressText(): string {
        if (this.isReady) return fillLabel(LABELS.ready, this.count.toLocaleString());
        if (this.total === undefined) return LABELS.starting;
        return fillLabel(LABELS.progress, this.count.toLocaleString(), this.total.toLocaleString());
    }

    get closeLabel(): string {
        return this.isReady ? LABELS.close : LABELS.cancel;
    }

    get fileName(): string {
        return `meeting-logs-${dayOf(new Date())}.csv`;
    }

    async handleRetry(): Promise<void> {
        this.errors = undefined;
        try {
            await this.refreshPage?.();
        } catch (error) {
            this.errors = error;
        }
    }

    handleCloseClick(): void {
        // Nothing more is asked for, even while the dialog still fades.
        this.query = undefined;
        this.close();
    }

    private take(data: MeetingsData): void {
        const { meetings, remainingCount, hasNextPage } = toMeetingsPage(data);
        const last = meetings.at(-1);
        // The platform may hand over the page before once more.
        if (last && last.id === this.lastMeeting?.id) return;
        this.total ??= remainingCount;
        this.lastMeeting = last;
        this.parts.push(meetingLines(meetings));
        this.count += meetings.length;
        if (hasNextPage && last && this.request) this.after = positionOf(last, this.request.sortedBy);
        else this.fileUrl = URL.createObjectURL(new Blob(this.parts, { type: FILE_TYPE }));
    }
}
