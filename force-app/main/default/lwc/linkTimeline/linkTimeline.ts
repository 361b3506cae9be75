import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { formatMoment } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import { LABELS } from './labels';
import { TIMELINE_QUERY, timelineVariables, type TimelineData, type TimelineNode } from './timelineQuery';

interface Step {
    key: string;
    iconName: string;
    text: string;
    when: string;
}

interface Link {
    id: string;
    title: string;
    status: string;
    steps: Step[];
}

/** What became of the single-use links that belong to a record: made, opened, used, revoked, replaced. */
export default class LinkTimeline extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';

    labels = LABELS;
    /** Undefined until Salesforce has answered. */
    nodes: TimelineNode[] | undefined = undefined;
    errors: unknown = undefined;

    private refreshLinks: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredLinks({ data, errors, refresh }: GraphQLResult<TimelineData>): void {
        this.refreshLinks = refresh;
        this.errors = errors;
        if (data) this.nodes = data.uiapi.query.SingleUseLink__c.edges.map(({ node }) => node);
    }

    get query(): GraphQLDocument | undefined {
        return this.recordId && this.objectApiName ? TIMELINE_QUERY : undefined;
    }

    get variables(): Record<string, unknown> {
        return timelineVariables(this.recordId, this.objectApiName);
    }

    get isLoading(): boolean {
        return this.nodes === undefined && this.errors === undefined;
    }

    get isEmpty(): boolean {
        return this.nodes?.length === 0;
    }

    get links(): Link[] {
        return (this.nodes ?? []).map((node) => ({
            id: node.Id,
            title: [node.BookingLink__r?.Name.value, node.Name.value].filter(Boolean).join(' · '),
            status: node.Status__c.value ?? '',
            steps: stepsOf(node)
        }));
    }

    async handleRefresh(): Promise<void> {
        this.errors = undefined;
        try {
            await this.refreshLinks?.();
        } catch (error) {
            this.errors = error;
        }
    }
}

function stepsOf(node: TimelineNode): Step[] {
    const place = node.CopiedFrom__c.displayValue ?? node.CopiedFrom__c.value ?? '';
    const made = fillLabel(LABELS.made, node.CreatedBy?.Name.value ?? '', place);
    const replaced = node.Replaces__r?.Name.value;
    const steps = [
        step(
            'made',
            'utility:copy',
            replaced ? `${made} ${fillLabel(LABELS.replaces, replaced)}` : made,
            node.CreatedDate
        ),
        step('opened', 'utility:preview', LABELS.opened, node.FirstOpenedAt__c),
        step('used', 'utility:event', LABELS.used, node.UsedAt__c),
        step('revoked', 'utility:ban', LABELS.revoked, node.RevokedAt__c)
    ];
    return steps
        .filter(({ at }) => at !== null)
        .sort((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''))
        .map(({ at, ...shown }) => ({ ...shown, when: formatMoment(at) }));
}

function step(key: string, iconName: string, text: string, { value }: { value: string | null }) {
    return { key, iconName, text, at: value };
}
