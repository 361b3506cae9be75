import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { fillLabel } from 'c/labelUtils';
import { isSlug } from 'c/linkDraftApi';
import {
    MAX_SLUGS,
    SLUGS_QUERY,
    linkName,
    linkSlug,
    linkSlugs,
    slugsVariables,
    toTakenSlugs,
    unknownPlaces,
    type SlugsData
} from 'c/managedLinkApi';
import type { ManagedLinkDraft, ManagedUser } from 'types/managedLinks';
import { LABELS } from './labels';

/** As much of an input as is asked here. */
type InputElement = HTMLElement & { reportValidity(): boolean; setCustomValidity(message: string): void };

const PREVIEW_LENGTH = 8;

/** Step of the wizard: how each person's link is named, until when it books, library. Fires `draftchanged`. */
export default class ManagedLinkNaming extends LightningElement {
    @api draft!: ManagedLinkDraft;
    /** People who are still without a link: they get these names. */
    @api users: ManagedUser[] = [];
    /** Whether others have their links already. */
    @api hasLinks = false;

    labels = LABELS;
    /** Undefined until Salesforce has answered. */
    takenSlugs: Set<string> | undefined = undefined;

    @wire(graphql, { query: '$slugsQuery', variables: '$slugsQueryVariables' })
    wiredSlugs({ data }: GraphQLResult<SlugsData>): void {
        // Without an answer the unique field still decides when links are made.
        if (data) this.takenSlugs = toTakenSlugs(data);
    }

    /** Whether every field is right; says what is wrong at each that is not. */
    @api
    reportValidity(): boolean {
        const messages = this.messages;
        return this.inputs
            .map((input) => {
                input.setCustomValidity(messages[input.dataset.id ?? ''] ?? '');
                return input.reportValidity();
            })
            .every(Boolean);
    }

    get slugsQuery(): typeof SLUGS_QUERY | undefined {
        return this.users.length === 0 ? undefined : SLUGS_QUERY;
    }

    get slugsQueryVariables(): Record<string, unknown> {
        return slugsVariables(this.users.slice(0, MAX_SLUGS).map((user) => linkSlug(this.draft, user)));
    }

    get hasPreview(): boolean {
        return this.users.length > 0;
    }

    get preview(): { id: string; name: string; slug: string; note: string }[] {
        const slugs = linkSlugs(this.draft, this.users, this.takenSlugs ?? new Set());
        return this.users.slice(0, PREVIEW_LENGTH).map((user) => {
            const slug = slugs.get(user.id) ?? '';
            const isChanged = slug !== linkSlug(this.draft, user);
            return { id: user.id, name: linkName(this.draft, user), slug, note: isChanged ? LABELS.changed : '' };
        });
    }

    get moreText(): string {
        const more = this.users.length - PREVIEW_LENGTH;
        return more > 0 ? fillLabel(LABELS.more, more) : '';
    }

    get checkingText(): string {
        return this.hasPreview && this.takenSlugs === undefined ? LABELS.checking : '';
    }

    handleFieldChange(event: CustomEvent<{ value: string | null }>): void {
        const { field = '' } = (event.currentTarget as HTMLElement).dataset;
        this.change({ [field]: event.detail.value ?? '' });
    }

    handleSlugPatternChange(event: CustomEvent<{ value: string }>): void {
        this.change({ slugPattern: event.detail.value.trim() });
    }

    handleLibraryChange(event: CustomEvent<{ checked: boolean }>): void {
        this.change({ isInLibrary: event.detail.checked });
    }

    private get inputs(): InputElement[] {
        return [...this.template!.querySelectorAll<InputElement>('lightning-input, c-moment-input')];
    }

    /** What is wrong, by the field's `data-id`. */
    private get messages(): Record<string, string> {
        const { namePattern, slugPattern, expiresAt } = this.draft;
        const unknown = (pattern: string): string => {
            const [place] = unknownPlaces(pattern);
            return place === undefined ? '' : LABELS.unknownPlace.replace('{0}', place);
        };
        const without = this.users.find((user) => !isSlug(linkSlug(this.draft, user)));
        return {
            'name-pattern': unknown(namePattern),
            'slug-pattern': unknown(slugPattern) || (without ? fillLabel(LABELS.slugWrong, without.name) : ''),
            expiry: expiresAt !== '' && Date.parse(expiresAt) <= Date.now() ? LABELS.expiryPast : ''
        };
    }

    private change(changes: Partial<ManagedLinkDraft>): void {
        this.dispatchEvent(new CustomEvent('draftchanged', { detail: changes }));
    }
}
