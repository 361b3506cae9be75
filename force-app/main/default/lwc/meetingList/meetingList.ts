import { LightningElement, api, wire } from 'lwc';
import type { Column, RowActionDetail, SortDetail } from 'lightning/datatable';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import MeetingActionModal, { OUT_OF_SIGHT } from 'c/meetingActionModal';
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
import type { Meeting, MeetingRow, MeetingsRequest } from 'types/meetings';
import { LABELS } from './labels';
import { PAGE_COLUMNS, RECORD_COLUMNS } from './meetingColumns';
import { columnOf, SORT_KEYS, toRow } from './meetingRow';
import { isChange, requestOf } from './rowActions';

/** Pixels that the columns need before a table is easier to read than cards. */
const TABLE_WIDTH = { page: 900, record: 600 };

/**
 * The meetings of a request, page after page, as a table or, where there is no room for one, as cards.
 * Fires `sorted` with `{ sortedBy, sortDirection }`. The slot holds what can be done when there are none.
 */
export default class MeetingList extends NavigationMixin(LightningElement) {
    /** Which meetings, in which order; another object starts over. */
    @api
    get request(): MeetingsRequest | undefined {
        return this.asked;
    }
    set request(request: MeetingsRequest | undefined) {
        this.asked = request;
        this.startOver();
    }
    @api emptyHeading = '';
    @api emptyMessage = '';

    labels = LABELS;
    asked: MeetingsRequest | undefined = undefined;
    errors: unknown = undefined;
    isLoading = true;
    isNarrow = false;
    hasNextPage = false;
    /** Rows of the pages before the current one. */
    earlierRows: MeetingRow[] = [];
    /** Rows of the page that the wire holds now; undefined until Salesforce has answered. */
    pageRows: MeetingRow[] | undefined = undefined;
    /** Where the current page begins: undefined for the first. */
    after: RowPosition | undefined = undefined;

    private readonly meetings = new Map<string, Meeting>();
    private lastMeeting: Meeting | undefined = undefined;
    private refreshPage: (() => Promise<void>) | undefined = undefined;
    private isRefreshDue = false;
    private answerCount = 0;
    private sizes: ResizeObserver | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredMeetings({ data, errors, refresh }: GraphQLResult<MeetingsData>): void {
        this.refreshPage = refresh;
        if (errors) this.fail(errors);
        if (data) void this.showPage(toMeetingsPage(data));
    }

    renderedCallback(): void {
        const frame = this.refs?.frame;
        if (this.sizes || !frame || typeof ResizeObserver === 'undefined') return;
        const needed = this.isOnRecord ? TABLE_WIDTH.record : TABLE_WIDTH.page;
        this.sizes = new ResizeObserver(([entry]) => {
            if (entry) this.isNarrow = entry.contentRect.width < needed;
        });
        this.sizes.observe(frame);
    }

    disconnectedCallback(): void {
        this.sizes?.disconnect();
        this.sizes = undefined;
    }

    /** Shows what is in Salesforce now, from the first page on. */
    @api
    async refresh(): Promise<void> {
        const isFirstPage = this.after === undefined;
        // The platform may answer the first page from its cache; the wire then asks anew.
        this.isRefreshDue = !isFirstPage;
        this.startOver();
        if (isFirstPage) await this.askAgain();
    }

    get query(): typeof MEETINGS_QUERY | undefined {
        return this.asked && MEETINGS_QUERY;
    }

    get variables(): Record<string, unknown> | undefined {
        return this.asked && meetingsVariables({ ...this.asked, after: this.after });
    }

    get columns(): Column[] {
        return this.isOnRecord ? RECORD_COLUMNS : PAGE_COLUMNS;
    }

    get sortedBy(): string {
        return columnOf(this.asked?.sortedBy);
    }

    get rows(): MeetingRow[] {
        return [...this.earlierRows, ...(this.pageRows ?? [])];
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    get isTableShown(): boolean {
        return this.hasRows && !this.isNarrow;
    }

    get areCardsShown(): boolean {
        return this.hasRows && this.isNarrow;
    }

    get isEmpty(): boolean {
        return this.pageRows !== undefined && !this.isLoading && !this.hasRows;
    }

    get shownCountText(): string {
        const label = this.hasNextPage ? LABELS.shownCountMore : LABELS.shownCount;
        return this.hasRows ? fillLabel(label, this.rows.length) : '';
    }

    handleSort({ detail: { fieldName, sortDirection } }: CustomEvent<SortDetail>): void {
        const sortedBy = SORT_KEYS[fieldName];
        if (sortedBy) this.dispatchEvent(new CustomEvent('sorted', { detail: { sortedBy, sortDirection } }));
    }

    handleLoadMoreClick(): void {
        if (this.isLoading || !this.lastMeeting || !this.asked) return;
        const last = this.lastMeeting;
        this.isLoading = true;
        this.earlierRows = this.rows;
        this.pageRows = [];
        this.after = positionOf(last, this.asked.sortedBy);
    }

    handleRetry(): Promise<void> {
        return this.refresh();
    }

    async handleRowAction({ detail: { action, row } }: CustomEvent<RowActionDetail<MeetingRow>>): Promise<void> {
        const meeting = this.meetings.get(row.id);
        if (!meeting) return;
        if (!isChange(action.name)) {
            this.open(action.name === 'open-record' ? meeting.record : { id: meeting.id, objectApiName: 'Meeting__c' });
            return;
        }
        const changed = await MeetingActionModal.open({ ...requestOf(action.name), size: 'small', meeting });
        if (changed === OUT_OF_SIGHT) this.drop(row.id);
        else if (changed) await this.showChanged(changed as Meeting);
    }

    private get isOnRecord(): boolean {
        return Boolean(this.asked?.recordId);
    }

    private open(record: { id: string; objectApiName: string } | undefined): void {
        if (record) this[NavigationMixin.Navigate](recordPage(record));
    }

    private drop(meetingId: string): void {
        const isKept = ({ id }: MeetingRow): boolean => id !== meetingId;
        this.earlierRows = this.earlierRows.filter(isKept);
        this.pageRows = this.pageRows?.filter(isKept);
    }

    private async showChanged(meeting: Meeting): Promise<void> {
        const changed = await this.toLinkedRow(meeting);
        const replace = (row: MeetingRow): MeetingRow => (row.id === changed.id ? changed : row);
        this.earlierRows = this.earlierRows.map(replace);
        this.pageRows = this.pageRows?.map(replace);
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
        if (this.isRefreshDue) await this.askAgain();
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

    private async askAgain(): Promise<void> {
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
        this.meetings.set(meeting.id, meeting);
        const { record } = meeting;
        if (!record || this.isOnRecord) return toRow(meeting, undefined, new Date());
        return toRow(meeting, await this[NavigationMixin.GenerateUrl](recordPage(record)), new Date());
    }
}

function recordPage({ id, objectApiName }: { id: string; objectApiName: string }): PageReference {
    return { type: 'standard__recordPage', attributes: { recordId: id, objectApiName, actionName: 'view' } };
}
