import { LightningElement, api, wire } from 'lwc';
import { getPicklistValues, type PicklistValues } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import LINK_TYPE from '@salesforce/schema/Meeting__c.LinkType__c';
import STATUS from '@salesforce/schema/Meeting__c.Status__c';
import type { Choice, MeetingFilters as Filters } from 'types/meetings';
import { LABELS } from './labels';

/** The record type of objects that have none of their own. */
const MASTER_RECORD_TYPE = '012000000000000AAA';

/** No filter at all. */
export const NO_FILTERS: Filters = { search: '', status: '', linkType: '', host: '', from: '', to: '' };

/** Whether anything is narrowed. */
export function isFiltered(filters: Filters): boolean {
    return Object.values(filters).some((value) => value !== '');
}

/** What Meeting Logs can be narrowed to. Fires `filterchanged` with the fields of the filters that changed. */
export default class MeetingFilters extends LightningElement {
    @api filters: Filters = NO_FILTERS;

    labels = LABELS;
    recordTypeId = MASTER_RECORD_TYPE;
    statusField = STATUS;
    linkTypeField = LINK_TYPE;
    statuses: Choice[] = [];
    linkTypes: Choice[] = [];

    @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: '$statusField' })
    wiredStatuses({ data }: WireResult<PicklistValues>): void {
        if (data) this.statuses = data.values;
    }

    @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: '$linkTypeField' })
    wiredLinkTypes({ data }: WireResult<PicklistValues>): void {
        if (data) this.linkTypes = data.values;
    }

    get statusOptions(): Choice[] {
        return [{ value: '', label: LABELS.allStatuses }, ...this.statuses];
    }

    get linkTypeOptions(): Choice[] {
        return [{ value: '', label: LABELS.allLinkTypes }, ...this.linkTypes];
    }

    get isNarrowed(): boolean {
        return isFiltered(this.filters);
    }

    handleChange(event: CustomEvent<{ value: string }>): void {
        const { field = '' } = (event.currentTarget as HTMLElement).dataset;
        this.tell({ [field]: event.detail.value });
    }

    handleDayChange(event: Event): void {
        const { value, dataset } = event.target as HTMLInputElement;
        this.tell({ [dataset.field ?? '']: value });
    }

    handleClearClick(): void {
        this.tell(NO_FILTERS);
    }

    private tell(detail: Partial<Filters>): void {
        this.dispatchEvent(new CustomEvent('filterchanged', { detail }));
    }
}
