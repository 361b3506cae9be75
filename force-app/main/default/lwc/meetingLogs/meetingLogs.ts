import { LightningElement, api } from 'lwc';
import MeetingExportModal from 'c/meetingExportModal';
import { NO_FILTERS, isFiltered } from 'c/meetingFilters';
import type { MeetingFilters, MeetingsRequest } from 'types/meetings';
import { LABELS } from './labels';
import { INITIAL_VIEW, keepView, recallView, type LogsView } from './logsView';

/** Milliseconds without a key before a search goes to Salesforce. */
const TYPING_PAUSE_MS = 300;

/** Meetings booked through links: all that the user may see, or on a record page those of the record. */
export default class MeetingLogs extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';

    labels = LABELS;
    view: LogsView = INITIAL_VIEW;
    /** Which meetings are shown; undefined until the view is recalled. */
    request: MeetingsRequest | undefined = undefined;
    /** What stands in the search field; `view` has it once the user stops typing. */
    searchTerm = '';

    private typing: ReturnType<typeof setTimeout> | undefined = undefined;

    connectedCallback(): void {
        this.view = recallView(this.isOnRecord);
        this.searchTerm = this.view.filters.search;
        this.ask();
    }

    disconnectedCallback(): void {
        clearTimeout(this.typing);
    }

    get isFiltered(): boolean {
        return isFiltered(this.view.filters);
    }

    get emptyHeading(): string {
        if (this.isFiltered) return LABELS.noMatchHeading;
        return this.view.hidesSingleUse ? LABELS.hiddenHeading : LABELS.emptyHeading;
    }

    get emptyMessage(): string {
        if (this.isFiltered) return this.view.hidesSingleUse ? LABELS.noMatchHiddenMessage : LABELS.noMatchMessage;
        if (this.view.hidesSingleUse) return LABELS.hiddenMessage;
        return this.isOnRecord ? LABELS.emptyRecordMessage : LABELS.emptyMessage;
    }

    get filtersLabel(): string {
        return this.view.areFiltersOpen ? LABELS.hideFilters : LABELS.showFilters;
    }

    handleHideSingleUseChange(event: CustomEvent<{ checked: boolean }>): void {
        this.changeView({ hidesSingleUse: event.detail.checked });
        this.ask();
    }

    handleSearchChange(event: CustomEvent<{ value: string }>): void {
        this.searchTerm = event.detail.value;
        clearTimeout(this.typing);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- one question for a word, not one for each letter
        this.typing = setTimeout(() => this.narrow({ search: this.searchTerm.trim() }), TYPING_PAUSE_MS);
    }

    handleFiltersClick(): void {
        this.changeView({ areFiltersOpen: !this.view.areFiltersOpen });
    }

    handleFilterChanged({ detail }: CustomEvent<Partial<MeetingFilters>>): void {
        if (detail.search !== undefined) this.searchTerm = detail.search;
        this.narrow(detail);
    }

    handleClearClick(): void {
        this.searchTerm = '';
        this.narrow(NO_FILTERS);
    }

    handleSorted({ detail }: CustomEvent<Pick<LogsView, 'sortedBy' | 'sortDirection'>>): void {
        this.changeView(detail);
        this.ask();
    }

    handleExportClick(): void {
        void MeetingExportModal.open({ label: LABELS.exportCsv, size: 'small', request: this.request });
    }

    async handleRefresh(): Promise<void> {
        await (this.refs?.list as (Element & { refresh(): Promise<void> }) | undefined)?.refresh();
    }

    private get isOnRecord(): boolean {
        return this.recordId !== '';
    }

    private narrow(changes: Partial<MeetingFilters>): void {
        this.changeView({ filters: { ...this.view.filters, ...changes } });
        this.ask();
    }

    private changeView(changes: Partial<LogsView>): void {
        this.view = { ...this.view, ...changes };
        keepView(this.view, this.isOnRecord);
    }

    private ask(): void {
        const { recordId, objectApiName } = this;
        const { hidesSingleUse, sortedBy, sortDirection, filters } = this.view;
        this.request = { hidesSingleUse, sortedBy, sortDirection, filters, recordId, objectApiName };
    }
}
