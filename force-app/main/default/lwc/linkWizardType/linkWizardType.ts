import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { formatMinutes } from 'c/dateFormat';
import { MEETING_TYPES_QUERY, toMeetingTypes, type MeetingTypesData } from 'c/linkDraftApi';
import type { LinkDraft, MeetingTypeChoice } from 'types/links';
import { LABELS } from './labels';

/** Step of the wizard: what is booked. Fires `draftchanged` with what to change in the draft. */
export default class LinkWizardType extends LightningElement {
    @api draft!: LinkDraft;

    labels = LABELS;
    query = MEETING_TYPES_QUERY;
    /** Undefined until Salesforce has answered. */
    meetingTypes: MeetingTypeChoice[] | undefined = undefined;
    errors: unknown = undefined;
    isMissing = false;

    private refreshTypes: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query' })
    wiredTypes({ data, errors, refresh }: GraphQLResult<MeetingTypesData>): void {
        this.refreshTypes = refresh;
        this.errors = errors;
        if (data) this.meetingTypes = toMeetingTypes(data, new Date());
    }

    /** Whether a meeting type is chosen; says so at the field when none is. */
    @api
    reportValidity(): boolean {
        this.isMissing = this.draft.meetingType === undefined;
        return !this.isMissing;
    }

    get isLoading(): boolean {
        return this.meetingTypes === undefined && this.errors === undefined;
    }

    get isEmpty(): boolean {
        return this.meetingTypes?.length === 0;
    }

    get hasTypes(): boolean {
        return (this.meetingTypes?.length ?? 0) > 0;
    }

    get options(): { label: string; value: string }[] {
        return (this.meetingTypes ?? []).map(({ id, title, durationMinutes }) => ({
            label: durationMinutes === undefined ? title : `${title} · ${formatMinutes(durationMinutes)}`,
            value: id
        }));
    }

    get chosenId(): string | undefined {
        return this.draft.meetingType?.id;
    }

    get description(): string {
        return this.draft.meetingType?.description ?? '';
    }

    handleTypeChange(event: CustomEvent<{ value: string }>): void {
        this.isMissing = false;
        const meetingType = this.meetingTypes?.find(({ id }) => id === event.detail.value);
        this.dispatchEvent(new CustomEvent('draftchanged', { detail: { meetingType } }));
    }

    async handleRetry(): Promise<void> {
        try {
            await this.refreshTypes?.();
        } catch (error) {
            this.errors = error;
        }
    }
}
