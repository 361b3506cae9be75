import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { copyTextWhenReady } from 'c/clipboard';
import { fillLabel } from 'c/labelUtils';
import { mintReplacement, type ReplacementRequest } from 'c/linkApi';
import { LABELS } from './labels';
import { replaceabilityOf, replacementOf } from './replacement';
import { TIMELINE_QUERY, timelineVariables, type TimelineData, type TimelineNode } from './timelineQuery';
import { stepsOf, type Step } from './timelineSteps';

interface Link {
    id: string;
    title: string;
    status: string;
    steps: Step[];
    isReplaceable: boolean;
    isBlocked: boolean;
    replaceName: string;
}

/** What became of the single-use links that belong to a record, and successors for those that admit nobody now. */
export default class LinkTimeline extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';

    labels = LABELS;
    /** Undefined until Salesforce has answered. */
    nodes: TimelineNode[] | undefined = undefined;
    errors: unknown = undefined;
    replaceErrors: unknown = undefined;
    /** Shown selected when the clipboard refuses. */
    uncopiedUrl = '';
    isBusy = false;

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

    get busyText(): string {
        return this.isBusy ? LABELS.busy : '';
    }

    get links(): Link[] {
        const now = new Date();
        return (this.nodes ?? []).map((node) => toLink(node, now));
    }

    async handleRefresh(): Promise<void> {
        this.errors = undefined;
        try {
            await this.refreshLinks?.();
        } catch (error) {
            this.errors = error;
        }
    }

    async handleReplaceClick({ currentTarget }: Event): Promise<void> {
        const node = this.nodes?.find(({ Id }) => Id === (currentTarget as HTMLElement).dataset.link);
        const replacement = node && replacementOf(node);
        // Not the disabled attribute: a disabled button would lose the keyboard's focus.
        if (!replacement || this.isBusy) return;
        this.isBusy = true;
        this.replaceErrors = undefined;
        this.uncopiedUrl = '';
        try {
            await this.replace(replacement);
        } catch (error) {
            this.replaceErrors = error;
        } finally {
            this.isBusy = false;
        }
    }

    private async replace(replacement: ReplacementRequest): Promise<void> {
        // No await before the copy starts: browsers grant the clipboard to the click itself.
        const url = mintReplacement(replacement);
        const isCopied = copyTextWhenReady(url);
        const made = await url;
        if (await isCopied) {
            // The button goes with the refresh; the keyboard stays in this card.
            if (this.refs?.refresh instanceof HTMLElement) this.refs.refresh.focus();
            const message = fillLabel(LABELS.copiedMessage, replacement.link.name);
            this.dispatchEvent(new ShowToastEvent({ title: LABELS.copiedTitle, message, variant: 'success' }));
        } else {
            this.uncopiedUrl = made;
        }
        await this.handleRefresh();
    }
}

function toLink(node: TimelineNode, now: Date): Link {
    const replaceability = replaceabilityOf(node, now);
    return {
        id: node.Id,
        title: [node.BookingLink__r?.Name.value, node.Name.value].filter(Boolean).join(' · '),
        status: node.Status__c.value ?? '',
        steps: stepsOf(node),
        isReplaceable: replaceability === 'possible',
        isBlocked: replaceability === 'blocked',
        replaceName: fillLabel(LABELS.replaceNamed, node.Name.value ?? '')
    };
}
