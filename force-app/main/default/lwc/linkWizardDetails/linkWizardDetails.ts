import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { SLUG_QUERY, isSlug, slugVariables, suggestSlug, toSlugOwner, type SlugData } from 'c/linkDraftApi';
import type { LinkDraft } from 'types/links';
import { LABELS } from './labels';

/** As much of an input as is asked here. */
type InputElement = HTMLElement & { reportValidity(): boolean; setCustomValidity(message: string): void };

/** Step of the wizard: name, address, expiry, library. Fires `draftchanged` with what to change in the draft. */
export default class LinkWizardDetails extends LightningElement {
    @api draft!: LinkDraft;
    /** What Salesforce said against the slug when it was saved. */
    @api slugError = '';

    labels = LABELS;

    /** Id of the link that has the slug asked for. */
    private slugOwner: string | undefined = undefined;

    @wire(graphql, { query: '$slugQuery', variables: '$slugQueryVariables' })
    wiredSlug({ data }: GraphQLResult<SlugData>): void {
        // Without an answer the unique field still refuses on saving.
        this.slugOwner = data && toSlugOwner(data);
        if (data) this.showSlugError();
    }

    renderedCallback(): void {
        if (this.slugError !== '') this.showSlugError();
    }

    /** Whether every field is right; says what is wrong at each that is not. */
    @api
    reportValidity(): boolean {
        this.setCustomValidities();
        return this.inputs.map((input) => input.reportValidity()).every(Boolean);
    }

    get slugQuery(): typeof SLUG_QUERY | undefined {
        return isSlug(this.draft.slug) ? SLUG_QUERY : undefined;
    }

    get slugQueryVariables(): Record<string, unknown> {
        return slugVariables(this.draft.slug);
    }

    handleNameChange(event: CustomEvent<{ value: string }>): void {
        const { value: name } = event.detail;
        // The address follows the name until somebody gives it a mind of its own.
        const isFollowing = this.draft.id === undefined && this.draft.slug === suggestSlug(this.draft.name);
        this.change({ name, ...(isFollowing && { slug: suggestSlug(name) }) });
    }

    handleSlugChange(event: CustomEvent<{ value: string }>): void {
        this.change({ slug: event.detail.value.trim().toLowerCase() });
    }

    handleDescriptionChange(event: CustomEvent<{ value: string }>): void {
        this.change({ description: event.detail.value });
    }

    handleExpiryChange(event: CustomEvent<{ value: string | null }>): void {
        this.change({ expiresAt: event.detail.value ?? '' });
    }

    handleLibraryChange(event: CustomEvent<{ checked: boolean }>): void {
        this.change({ isInLibrary: event.detail.checked });
    }

    private get inputs(): InputElement[] {
        return [...this.template!.querySelectorAll<InputElement>('[data-id]')];
    }

    private get slugMessage(): string {
        const { slug, id } = this.draft;
        if (slug !== '' && !isSlug(slug)) return LABELS.slugWrong;
        if (this.slugOwner !== undefined && this.slugOwner !== id) return LABELS.slugTaken;
        return this.slugError;
    }

    private change(changes: Partial<LinkDraft>): void {
        this.dispatchEvent(new CustomEvent('draftchanged', { detail: changes }));
    }

    private setCustomValidities(): void {
        const { expiresAt } = this.draft;
        const isPast = expiresAt !== '' && Date.parse(expiresAt) <= Date.now();
        for (const input of this.inputs) {
            if (input.dataset.id === 'slug') input.setCustomValidity(this.slugMessage);
            if (input.dataset.id === 'expiry') input.setCustomValidity(isPast ? LABELS.expiryPast : '');
        }
    }

    private showSlugError(): void {
        this.setCustomValidities();
        this.inputs.find((input) => input.dataset.id === 'slug')?.reportValidity();
    }
}
