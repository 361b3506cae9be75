import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { fillLabel } from 'c/labelUtils';
import { MY_LINKS_QUERY, linkVariables, toBookingLinks, type MyLinksData } from 'c/linkApi';
import type { ListedLink } from 'types/links';
import { LABELS } from './labels';

/** End of the wizard: the link is there, ready to copy both ways. */
export default class LinkWizardDone extends LightningElement {
    @api linkId = '';

    labels = LABELS;
    query = MY_LINKS_QUERY;
    link: ListedLink | undefined = undefined;
    errors: unknown = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredLink({ data, errors }: GraphQLResult<MyLinksData>): void {
        this.errors = errors;
        if (data) this.link = toBookingLinks(data, new Date())[0];
    }

    get variables(): Record<string, unknown> {
        return linkVariables(this.linkId);
    }

    get isLoading(): boolean {
        return this.link === undefined && this.errors === undefined;
    }

    get heading(): string {
        return fillLabel(LABELS.heading, this.link?.name ?? '');
    }

    get isBookable(): boolean {
        return this.link !== undefined && this.link.isActive && !this.link.isExpired;
    }

    get isReusable(): boolean {
        return this.link?.singleUsePolicy !== 'Required';
    }
}
