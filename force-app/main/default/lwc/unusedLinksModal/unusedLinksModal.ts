import { api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { formatAge } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import { UNUSED_LINKS_QUERY, revokeLinks, toUnusedLinks, unusedLinksVariables, type UnusedLinksData } from 'c/linkApi';
import type { ChangeFailure, UnusedLink } from 'types/links';
import { LABELS } from './labels';

interface Row {
    link: UnusedLink;
    facts: string;
    revokeName: string;
}

/** The unused single-use versions of a link, to revoke one or all. */
export default class UnusedLinksModal extends LightningModal {
    @api linkId = '';

    labels = LABELS;
    query = UNUSED_LINKS_QUERY;
    /** Undefined until Salesforce has answered. */
    links: UnusedLink[] | undefined = undefined;
    errors: unknown = undefined;
    failures: ChangeFailure[] = [];
    /** What awaits a yes, because revoking is for good. */
    toRevoke: UnusedLink[] = [];
    progressText = '';

    private refreshLinks: (() => Promise<void>) | undefined = undefined;

    get variables(): Record<string, unknown> {
        return unusedLinksVariables(this.linkId);
    }

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredLinks({ data, errors, refresh }: GraphQLResult<UnusedLinksData>): void {
        this.refreshLinks = refresh;
        this.errors = errors;
        if (data) this.links = toUnusedLinks(data);
    }

    get isLoading(): boolean {
        return this.links === undefined && this.errors === undefined;
    }

    get isEmpty(): boolean {
        return this.links?.length === 0;
    }

    get hasLinks(): boolean {
        return (this.links?.length ?? 0) > 0;
    }

    get rows(): Row[] {
        const now = new Date();
        return (this.links ?? []).map((link) => ({
            link,
            facts: factsOf(link, now),
            revokeName: fillLabel(LABELS.revokeOne, link.number)
        }));
    }

    get isRevoking(): boolean {
        return this.progressText !== '';
    }

    get isAsking(): boolean {
        return this.toRevoke.length > 0 && !this.isRevoking;
    }

    get question(): string {
        return fillLabel(LABELS.question, this.toRevoke.length);
    }

    get failureMessage(): string {
        return fillLabel(LABELS.failed, this.failures.map(({ name }) => name).join(', '));
    }

    get failureErrors(): unknown[] | undefined {
        return this.failures.length === 0 ? undefined : this.failures.map(({ error }) => error);
    }

    handleRevokeClick(event: Event): void {
        const { link: linkId } = (event.currentTarget as HTMLElement).dataset;
        this.toRevoke = (this.links ?? []).filter(({ id }) => id === linkId);
    }

    handleRevokeAllClick(): void {
        this.toRevoke = this.links ?? [];
    }

    handleKeepClick(): void {
        this.toRevoke = [];
    }

    async handleConfirmClick(): Promise<void> {
        const { toRevoke } = this;
        this.progressText = fillLabel(LABELS.progress, 0, toRevoke.length);
        this.failures = await revokeLinks(toRevoke, new Date(), (count) => {
            this.progressText = fillLabel(LABELS.progress, count, toRevoke.length);
        });
        this.toRevoke = [];
        await this.refresh();
        this.progressText = '';
    }

    async refresh(): Promise<void> {
        try {
            await this.refreshLinks?.();
        } catch (error) {
            this.errors = error;
        }
    }

    handleCloseClick(): void {
        this.close();
    }
}

function factsOf({ madeAt, copiedFrom, status, isOpened }: UnusedLink, now: Date): string {
    return [formatAge(madeAt, now), copiedFrom, status, ...(isOpened ? [LABELS.opened] : [])].join(' · ');
}
