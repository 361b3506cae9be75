import { api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { getRecord, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import {
    UNUSED_LINKS_QUERY,
    bookableFilters,
    ownFilter,
    toUnusedLinks,
    unusedRecordLinksVariables,
    type UnusedLinksData
} from 'c/linkApi';
import { fillLabel } from 'c/labelUtils';
import LinkPages from 'c/linkPages';
import { meetingTypeSummary } from 'c/linkUtils';
import type { BookingLink, UnusedLink } from 'types/links';
import { CONVERSION_FIELDS, contactOf, isConverted, type ConvertedContact } from './convertedLead';
import { LABELS } from './labels';

/** As many rows as fit without making the record page scroll; more can be searched. */
const SHORT_LIST_LENGTH = 6;

interface Row {
    link: BookingLink;
    summary: string;
}

/** What a single-use link made here belongs to; nothing where both are empty. */
interface BoundRecord {
    recordId: string;
    objectApiName: string;
}

/**
 * The running user's bookable links on a record page; a single-use link made here belongs to the record, or to the
 * Contact that a converted Lead has become.
 */
export default class CopyLinkCard extends NavigationMixin(LinkPages) {
    @api recordId = '';
    @api objectApiName = '';

    labels = LABELS;
    filters = [ownFilter(userId), ...bookableFilters(new Date())];
    pageSize = SHORT_LIST_LENGTH;
    conversionFields = CONVERSION_FIELDS;

    /** What the record's person can still book with. Without an answer nobody is asked about them. */
    unusedLinks: UnusedLink[] = [];

    private refreshUnused: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$unusedQuery', variables: '$unusedVariables' })
    wiredUnusedLinks({ data, refresh }: GraphQLResult<UnusedLinksData>): void {
        this.refreshUnused = refresh;
        if (data) this.unusedLinks = toUnusedLinks(data);
    }

    @wire(getRecord, { recordId: '$leadId', optionalFields: '$conversionFields' })
    lead: WireResult<RecordRepresentation> = {};

    get unusedQuery(): GraphQLDocument | undefined {
        return this.isBoundKnown && this.bound.recordId && this.bound.objectApiName ? UNUSED_LINKS_QUERY : undefined;
    }

    get unusedVariables(): Record<string, unknown> {
        return unusedRecordLinksVariables(this.bound.recordId, this.bound.objectApiName);
    }

    get leadId(): string | undefined {
        return this.objectApiName === 'Lead' && this.recordId ? this.recordId : undefined;
    }

    get bound(): BoundRecord {
        const { recordId, objectApiName, contact } = this;
        if (!this.isLeadConverted) return { recordId, objectApiName };
        return contact ? { recordId: contact.id, objectApiName: 'Contact' } : { recordId: '', objectApiName: '' };
    }

    get isLeadConverted(): boolean {
        return isConverted(this.lead.data);
    }

    get contact(): ConvertedContact | undefined {
        return contactOf(this.lead.data);
    }

    get convertedText(): string {
        return this.contact ? fillLabel(LABELS.converted, this.contact.name) : LABELS.convertedHidden;
    }

    get openContactText(): string {
        return fillLabel(LABELS.openContact, this.contact?.name ?? '');
    }

    get isWaiting(): boolean {
        return this.isLoading || !this.isBoundKnown;
    }

    /** None before it is known what a link copied from them would belong to. */
    get rows(): Row[] {
        if (!this.isBoundKnown) return [];
        return this.links.map((link) => ({ link, summary: meetingTypeSummary(link) }));
    }

    get isSearchShown(): boolean {
        const isLong = this.hasNextPage || this.links.length > SHORT_LIST_LENGTH;
        return this.isSearchable && (isLong || this.term !== '');
    }

    /** A refresh that fails leaves what is known: at worst nobody is asked. */
    async handleLinksChanged(): Promise<void> {
        await this.refreshUnused?.().catch(() => undefined);
    }

    handleOpenContactClick(): void {
        if (!this.contact) return;
        const attributes = { recordId: this.contact.id, objectApiName: 'Contact', actionName: 'view' } as const;
        this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
    }

    handleGoToMyLinksClick(): void {
        this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'MyLinks' } });
    }

    /** A Lead that cannot be read is taken for what it nearly always is: not converted. */
    private get isBoundKnown(): boolean {
        return this.leadId === undefined || this.lead.data !== undefined || this.lead.error !== undefined;
    }
}
