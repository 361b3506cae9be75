import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord, type WireResult } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import { fillLabel } from 'c/labelUtils';
import { MEETING_TYPE_LIST_QUERY, listVariables, toListedTypes, type MeetingTypeListData } from 'c/meetingTypeApi';
import MeetingTypeEditor from 'c/meetingTypeEditor';
import type { ListedMeetingType } from 'types/meetingTypes';
import { LABELS } from './labels';
import { toRow, type Action, type Row } from './rows';

const PAGE_SIZE = 50;

/** Page *Meeting Types*: what can be booked; to make, change, switch off and lock. */
export default class MeetingTypes extends LightningElement {
    labels = LABELS;
    query = MEETING_TYPE_LIST_QUERY;
    objectApiName = 'MeetingType__c';
    variables = listVariables(PAGE_SIZE, null);
    loadErrors: unknown = undefined;
    changeError: unknown = undefined;
    isLoading = true;
    /** Types of all pages so far. */
    types: ListedMeetingType[] = [];
    nextPage: string | null = null;
    info: ObjectInfo | undefined = undefined;

    private earlierTypes: ListedMeetingType[] = [];
    private refreshPage: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredTypes({ data, errors, refresh }: GraphQLResult<MeetingTypeListData>): void {
        this.refreshPage = refresh;
        this.loadErrors = errors;
        if (!data && !errors) return;
        this.isLoading = false;
        if (!data) return;
        const { hasNextPage, endCursor } = data.uiapi.query.MeetingType__c.pageInfo;
        this.types = [...this.earlierTypes, ...toListedTypes(data, userId)];
        this.nextPage = hasNextPage ? endCursor : null;
    }

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    wiredInfo({ data }: WireResult<ObjectInfo>): void {
        this.info = data;
    }

    get isEmpty(): boolean {
        return !this.isLoading && this.loadErrors === undefined && this.types.length === 0;
    }

    get isNewShown(): boolean {
        return this.info?.createable === true;
    }

    get rows(): Row[] {
        // Who may lock a type runs Admit One here.
        const { IsLocked__c: locking } = this.info?.fields ?? {};
        const isAdmin = locking?.updateable === true;
        return this.types.map((type) => toRow(type, isAdmin));
    }

    handleShowMoreClick(): void {
        this.earlierTypes = this.types;
        this.isLoading = true;
        this.variables = listVariables(PAGE_SIZE, this.nextPage);
    }

    handleNewClick(): Promise<void> {
        return this.openEditor(LABELS.newType, '', false);
    }

    async handleSelect(event: CustomEvent<{ value: Action }>): Promise<void> {
        const { type: typeId } = (event.currentTarget as HTMLElement).dataset;
        const type = this.types.find(({ id }) => id === typeId);
        if (type) await this.act(event.detail.value, type);
    }

    async refresh(): Promise<void> {
        try {
            if (this.earlierTypes.length === 0) await this.refreshPage?.();
            else this.startOver();
        } catch (error) {
            this.loadErrors = error;
        }
    }

    private async act(action: Action, { id, name }: ListedMeetingType): Promise<void> {
        const change = (fields: object, done: string): Promise<void> => this.change(id, fields, fillLabel(done, name));
        if (action === 'edit') await this.openEditor(fillLabel(LABELS.edit, name), id, false);
        if (action === 'view') await this.openEditor(fillLabel(LABELS.view, name), id, true);
        if (action === 'activate') await change({ IsActive__c: true }, LABELS.activated);
        if (action === 'deactivate') await change({ IsActive__c: false }, LABELS.deactivated);
        if (action === 'lock') await change({ IsLocked__c: true }, LABELS.lockedNow);
        if (action === 'unlock') await change({ IsLocked__c: false }, LABELS.unlockedNow);
    }

    private async openEditor(label: string, typeId: string, isReadOnly: boolean): Promise<void> {
        const result: unknown = await MeetingTypeEditor.open({ label, size: 'medium', typeId, isReadOnly });
        if (result === 'saved') this.confirm(LABELS.saved);
        // Closed by its own cross the editor cannot say whether anything was saved.
        await this.refresh();
    }

    private async change(id: string, fields: object, done: string): Promise<void> {
        this.changeError = undefined;
        try {
            await updateRecord({ fields: { Id: id, ...fields } });
            this.confirm(done);
        } catch (error) {
            this.changeError = error;
        }
        await this.refresh();
    }

    private confirm(title: string): void {
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    }

    private startOver(): void {
        this.earlierTypes = [];
        this.isLoading = true;
        this.variables = listVariables(PAGE_SIZE, null);
    }
}
