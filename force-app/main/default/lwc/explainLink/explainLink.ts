import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import {
    EXPLAIN_QUERY,
    HOSTS_QUERY,
    MEMBERS_QUERY,
    explainVariables,
    hostsVariables,
    membersVariables,
    parseLinkInput,
    poolIdsOf,
    toExplainedHosts,
    toExplainedLink,
    verdictOn,
    type ExplainData,
    type HostsData,
    type MembersData
} from 'c/linkExplanation';
import type { ExplainedHost, ExplainedLink, LinkInput, LinkVerdict } from 'types/explanations';
import { LABELS } from './labels';
import { noticeOf, type Notice } from './notice';

/**
 * Says of a pasted URL, token, number or id what state the link is in, by which rule, and what to do next. A token is
 * hashed here and forgotten: what is asked of Salesforce, with the user's own rights, is the hash.
 */
export default class ExplainLink extends LightningElement {
    labels = LABELS;
    text = '';
    input: LinkInput | undefined = undefined;
    data: ExplainData | undefined = undefined;
    hostsData: HostsData | undefined = undefined;
    membersData: MembersData | undefined = undefined;
    errors: unknown = undefined;

    private refreshes: Record<string, (() => Promise<void>) | undefined> = {};

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredLink({ data, errors, refresh }: GraphQLResult<ExplainData>): void {
        this.data = data;
        this.take('link', errors, refresh);
    }

    @wire(graphql, { query: '$hostsQuery', variables: '$hostsVariables' })
    wiredHosts({ data, errors, refresh }: GraphQLResult<HostsData>): void {
        this.hostsData = data;
        this.take('hosts', errors, refresh);
    }

    @wire(graphql, { query: '$membersQuery', variables: '$membersVariables' })
    wiredMembers({ data, errors, refresh }: GraphQLResult<MembersData>): void {
        this.membersData = data;
        this.take('members', errors, refresh);
    }

    get query(): GraphQLDocument | undefined {
        return this.variables && EXPLAIN_QUERY;
    }

    get variables(): Record<string, unknown> | undefined {
        return this.input && explainVariables(this.input);
    }

    get hostsQuery(): GraphQLDocument | undefined {
        return this.hostsVariables && HOSTS_QUERY;
    }

    get hostsVariables(): Record<string, unknown> | undefined {
        const originalId = this.link?.original?.record.id;
        return originalId === undefined ? undefined : hostsVariables(originalId);
    }

    get membersQuery(): GraphQLDocument | undefined {
        return this.membersVariables && MEMBERS_QUERY;
    }

    get membersVariables(): Record<string, unknown> | undefined {
        return this.poolIds.length > 0 ? membersVariables(this.poolIds) : undefined;
    }

    get link(): ExplainedLink | undefined {
        return this.data && toExplainedLink(this.data);
    }

    get hosts(): ExplainedHost[] {
        return this.hostsData ? toExplainedHosts(this.hostsData, this.membersData) : [];
    }

    get verdict(): LinkVerdict | undefined {
        return this.link && verdictOn(this.link, this.hosts, new Date());
    }

    /** What can be said without a link, or because there is none. */
    get notice(): Notice | undefined {
        return this.input && !this.link ? noticeOf(this.input, this.data) : undefined;
    }

    get isLoading(): boolean {
        if (this.errors !== undefined || !this.variables) return false;
        const waitsForHosts = this.hostsQuery !== undefined && !this.hostsData;
        return !this.data || waitsForHosts || (this.membersQuery !== undefined && !this.membersData);
    }

    get isExplained(): boolean {
        return this.link !== undefined && !this.isLoading && this.errors === undefined;
    }

    handleTextChange(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
    }

    /** Enter in the field submits the form; the button's click does where it stands in another shadow. */
    handleSubmit(event: Event): Promise<void> {
        event.preventDefault();
        return this.explain();
    }

    handleExplainClick(): Promise<void> {
        return this.explain();
    }

    async handleRetry(): Promise<void> {
        this.errors = undefined;
        await Promise.all(Object.values(this.refreshes).map((refresh) => refresh?.()));
    }

    private async explain(): Promise<void> {
        const { text } = this;
        if (text.trim() === '') return;
        // Nobody behind the user reads a token that is worth a booking.
        this.text = '';
        this.data = undefined;
        this.hostsData = undefined;
        this.membersData = undefined;
        this.errors = undefined;
        this.input = await parseLinkInput(text);
    }

    private take(name: string, errors: unknown, refresh: (() => Promise<void>) | undefined): void {
        this.refreshes[name] = refresh;
        if (errors !== undefined) this.errors = errors;
    }

    private get poolIds(): string[] {
        return this.hostsData ? poolIdsOf(this.hostsData) : [];
    }
}
