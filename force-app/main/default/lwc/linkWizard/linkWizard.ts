import { api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { fillLabel } from 'c/labelUtils';
import {
    DRAFT_QUERY,
    SaveError,
    draftVariables,
    saveDraft,
    slugErrorIn,
    toDraft,
    type DraftData
} from 'c/linkDraftApi';
import type { LinkDraft } from 'types/links';
import { LABELS } from './labels';
import { copyOf, newDraft } from './drafts';

type Step = 'type' | 'hosts' | 'details' | 'review';
type StepElement = HTMLElement & { reportValidity(): boolean };

const STEPS: { value: Step; label: string }[] = [
    { value: 'type', label: LABELS.type },
    { value: 'hosts', label: LABELS.hosts },
    { value: 'details', label: LABELS.details },
    { value: 'review', label: LABELS.review }
];

/**
 * User Links Wizard, Standard: makes a link, changes one or makes one like another. Closes with `saved` when a link
 * was saved.
 */
export default class LinkWizard extends LightningModal {
    /** The link to change or to make one like; empty for a new one. */
    @api linkId = '';
    /** Makes a link like `linkId` instead of changing it. */
    @api isClone = false;
    /** The user who makes a new link and is its first host. */
    @api user: { id: string; name: string } | undefined = undefined;

    labels = LABELS;
    steps = STEPS;
    step: Step = 'type';
    /** Undefined until the link to start from is there. */
    draft: LinkDraft | undefined = undefined;
    loadErrors: unknown = undefined;
    saveError: unknown = undefined;
    saveMessage = '';
    slugError = '';
    savedId = '';
    isSaving = false;

    /** The link as Salesforce has it; undefined while it is not there. */
    private original: LinkDraft | undefined = undefined;

    connectedCallback(): void {
        if (this.linkId === '') this.draft = newDraft(this.user);
    }

    @wire(graphql, { query: '$draftQuery', variables: '$draftQueryVariables' })
    wiredDraft({ data, errors }: GraphQLResult<DraftData>): void {
        this.loadErrors = errors;
        if (!data || this.draft) return;
        const found = toDraft(data);
        if (!found) this.loadErrors = [{ message: LABELS.gone }];
        else if (this.isClone) this.draft = copyOf(found, fillLabel(LABELS.copyOf, found.name));
        else [this.draft, this.original] = [found, found];
    }

    get draftQuery(): typeof DRAFT_QUERY | undefined {
        return this.linkId === '' ? undefined : DRAFT_QUERY;
    }

    get draftQueryVariables(): Record<string, unknown> {
        return draftVariables(this.linkId);
    }

    get isLoading(): boolean {
        return this.isSaving || (this.draft === undefined && this.loadErrors === undefined);
    }

    get isEditing(): boolean {
        return this.draft !== undefined && this.savedId === '';
    }

    get isType(): boolean {
        return this.isEditing && this.step === 'type';
    }

    get isHosts(): boolean {
        return this.isEditing && this.step === 'hosts';
    }

    get isDetails(): boolean {
        return this.isEditing && this.step === 'details';
    }

    get isReview(): boolean {
        return this.isEditing && this.step === 'review';
    }

    get isOver(): boolean {
        return !this.isEditing;
    }

    get nextLabel(): string {
        return this.step === 'review' ? LABELS.save : LABELS.next;
    }

    handleDraftChanged(event: CustomEvent<Partial<LinkDraft>>): void {
        if (!this.draft) return;
        this.draft = { ...this.draft, ...event.detail };
        if (event.detail.slug !== undefined) this.slugError = '';
        // From here on closing asks, which the modal's own button cannot.
        this.disableClose = true;
    }

    handleBack(): void {
        this.go(-1);
    }

    async handleNext(): Promise<void> {
        const shown = this.template?.querySelector<StepElement>('[data-step]');
        if (shown && !shown.reportValidity()) return;
        if (this.step === 'review') await this.save();
        else this.go(1);
    }

    handleLeave(): void {
        this.leave(this.original === undefined || this.saveError === undefined ? undefined : 'saved');
    }

    handleClose(): void {
        this.leave(this.savedId === '' ? undefined : 'saved');
    }

    private go(direction: 1 | -1): void {
        const index = STEPS.findIndex(({ value }) => value === this.step) + direction;
        this.step = STEPS[index]?.value ?? this.step;
    }

    private async save(): Promise<void> {
        if (!this.draft || this.isSaving) return;
        this.isSaving = true;
        this.saveError = undefined;
        try {
            this.savedId = await saveDraft(this.draft, this.original);
            this.disableClose = false;
        } catch (error) {
            this.showSaveError(error);
        } finally {
            this.isSaving = false;
        }
    }

    private showSaveError(error: unknown): void {
        const { cause, leftOver } = error instanceof SaveError ? error : { cause: error, leftOver: undefined };
        this.saveError = cause;
        this.saveMessage = leftOver ? LABELS.leftOver : LABELS.notSaved;
        if (leftOver) this.continueFrom(leftOver);
        this.slugError = slugErrorIn(cause);
        if (this.slugError !== '') this.step = 'details';
    }

    /** The next try finishes what is there instead of making another. */
    private continueFrom(leftOver: LinkDraft): void {
        this.original = leftOver;
        if (this.draft && leftOver.id) this.draft = { ...this.draft, id: leftOver.id };
    }

    private leave(result: 'saved' | undefined): void {
        this.disableClose = false;
        this.close(result);
    }
}
