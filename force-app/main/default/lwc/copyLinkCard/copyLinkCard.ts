import { api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import userId from '@salesforce/user/Id';
import { bookableFilters, ownFilter } from 'c/linkApi';
import LinkPages from 'c/linkPages';
import { meetingTypeSummary } from 'c/linkUtils';
import type { BookingLink } from 'types/links';
import { LABELS } from './labels';

/** As many rows as fit without making the record page scroll; more can be searched. */
const SHORT_LIST_LENGTH = 6;

interface Row {
    link: BookingLink;
    summary: string;
}

/** The running user's bookable links on a record page; a single-use link made here belongs to the record. */
export default class CopyLinkCard extends NavigationMixin(LinkPages) {
    @api recordId = '';
    @api objectApiName = '';

    labels = LABELS;
    filters = [ownFilter(userId), ...bookableFilters(new Date())];
    pageSize = SHORT_LIST_LENGTH;

    get rows(): Row[] {
        return this.links.map((link) => ({ link, summary: meetingTypeSummary(link) }));
    }

    get isSearchShown(): boolean {
        const isLong = this.hasNextPage || this.links.length > SHORT_LIST_LENGTH;
        return this.isSearchable && (isLong || this.term !== '');
    }

    handleGoToMyLinksClick(): void {
        this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'MyLinks' } });
    }
}
