import { LightningElement, api, wire } from 'lwc';
import type { Column, SortDetail, SortDirection } from 'lightning/datatable';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import type { RowPosition } from 'c/keysetPaging';
import { fillLabel } from 'c/labelUtils';
import {
    MEETINGS_QUERY,
    meetingsVariables,
    positionOf,
    toMeetingsPage,
    type MeetingsData,
    type MeetingsPage
} from 'c/meetingApi';
import type { Meeting } from 'types/meetings';
import { LABELS } from './labels';
import { PAGE_COLUMNS, RECORD_COLUMNS } from './meetingColumns';
import { SORT_KEYS, toRow, type MeetingRow } from './meetingRow';

/** Meetings booked through links: all that the user may see, or on a record page those of the record. */
export default class MeetingLogs extends NavigationMixin(LightningElement) {
    @api recordId = '';
    @api objectApiName = '';

    labels = LABELS;
    query = MEETINGS_QUERY;
    hidesSingleUse = false;
    sortedBy = 'meetingTime';
    sortDirection: SortDirection = 'desc';
    errors: unknown = undefined;
    isLoading = true;
    hasNextPage = false;
    /** Rows of the pages before the current one. */
    earlierRows: MeetingRow[] = [];
    /** Rows of the page that the wire holds now; undefined until Salesforce has answered. */
    pageRows: MeetingRow[] | undefined = undefined;
    /** Where the current page begins: undefined for the first. */
    after: RowPosition | undefined = undefined;

    private lastMeeting: Meeting | undefined = undefined;
    private refreshPage: (() => Promise<void>) | undefined = undefined;
    private isRefreshDue = false;
    private answerCount = 0;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredMeetings({ data, errors, refresh }: GraphQLResult<MeetingsData>): void {
        this.refreshPage = refresh;
        if (errors) this.fail(errors);
        if (data) void this.showPage(toMeetingsPage(data));
    }

    get variables(): Record<string, unknown> {
        return meetingsVariables({
            sortedBy: SORT_KEYS[this.sortedBy] ?? 'startsAt',
            sortDirection: this.sortDirection,
            hidesSingleUse: this.hidesSingleUse,
            recordId: this.recordId,
            objectApiName: this.objectApiName,
            after: this.after
        });
    }

    get columns(): Column[] {
        return this.recordId ? RECORD_COLUMNS : PAGE_COLUMNS;
    }

    get rows(): MeetingRow[] {
        return [...this.earlierRows, ...(this.pageRows ?? [])];
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    get isEmpty(): boolean {
        return this.pageRows !== undefined && !this.isLoading && !this.hasRows;
    }

    get emptyHeading(): string {
        return this.hidesSingleUse ? LABELS.hiddenHeading : LABELS.emptyHeading;
    }

    get emptyMessage(): string {
        if (this.hidesSingleUse) return LABELS.hiddenMessage;
        return this.recordId ? LABELS.emptyRecordMessage : LABELS.emptyMessage;
    }

    get shownCountText(): string {
        const label = this.hasNextPage ? LABELS.shownCountMore : LABELS.shownCount;
        return this.hasRows ? fillLabel(label, this.rows.length) : '';
    }

    handleHideSingleUseChange(event: CustomEvent<{ checked: boolean }>): void {
        this.hidesSingleUse = event.detail.checked;
        this.startOver();
    }

    handleSort(event: CustomEvent<SortDetail>): void {
        this.sortedBy = event.detail.fieldName;
        this.sortDirection = event.detail.sortDirection;
        this.startOver();
    }

    handleLoadMoreClick(): void {
        if (this.isLoading || !this.lastMeeting) return;
        const last = this.lastMeeting;
        this.isLoading = true;
        this.earlierRows = this.rows;
        this.pageRows = [];
        this.after = positionOf(last, SORT_KEYS[this.sortedBy] ?? 'startsAt');
    }

    /** Shows what is in Salesforce now, from the first page on. */
    async handleRefresh(): Promise<void> {
        const isFirstPage = this.after === undefined;
        // The platform may answer the first page from its cache; the wire then asks anew.
        this.isRefreshDue = !isFirstPage;
        this.startOver();
        if (isFirstPage) await this.refresh();
    }

    private async showPage({ meetings, hasNextPage }: MeetingsPage): Promise<void> {
        this.answerCount += 1;
        const answer = this.answerCount;
        try {
            const rows = await Promise.all(meetings.map((meeting) => this.toLinkedRow(meeting)));
            // Addresses are found asynchronously: an older answer must not overwrite a newer one.
            if (answer !== this.answerCount) return;
            this.pageRows = rows;
            this.hasNextPage = hasNextPage;
            this.lastMeeting = meetings.at(-1);
            this.errors = undefined;
            this.isLoading = false;
        } catch (error) {
            this.fail(error);
        }
        if (this.isRefreshDue) await this.refresh();
    }

    private fail(errors: unknown): void {
        this.answerCount += 1;
        this.errors = errors;
        this.isLoading = false;
    }

    private startOver(): void {
        this.answerCount += 1;
        this.isLoading = true;
        this.errors = undefined;
        this.earlierRows = [];
        this.after = undefined;
    }

    private async refresh(): Promise<void> {
        this.isRefreshDue = false;
        try {
            await this.refreshPage?.();
            // An unchanged answer may not reach the wire again.
            this.isLoading = false;
        } catch (error) {
            this.fail(error);
        }
    }

    private async toLinkedRow(meeting: Meeting): Promise<MeetingRow> {
        const { record } = meeting;
        if (!record || this.recordId) return toRow(meeting, undefined);
        const attributes = { recordId: record.id, objectApiName: record.objectApiName, actionName: 'view' };
        return toRow(meeting, await this[NavigationMixin.GenerateUrl]({ type: 'standard__recordPage', attributes }));
    }
}
