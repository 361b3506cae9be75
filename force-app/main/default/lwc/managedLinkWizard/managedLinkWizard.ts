import { api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { suggestSlug } from 'c/linkDraftApi';
import {
    MANAGED_LINKS_QUERY,
    MANAGED_ROWS_QUERY,
    managedLinkVariables,
    managedRowsVariables,
    saveManagedLink,
    toManagedLinks,
    toManagedRows,
    type ManagedLinksData,
    type ManagedRowsData,
    type SavedManagedLink
} from 'c/managedLinkApi';
import type { ManagedLinkDraft, ManagedRow, ManagedUser } from 'types/managedLinks';
import { LABELS } from './labels';

type Step = 'type' | 'users' | 'naming' | 'review';
type StepElement = HTMLElement & { reportValidity(): boolean };
/** What the wizard is opened for: to write, or at once to bring all links to what a managed link says. */
type Purpose = 'write' | 'finish' | 'activate' | 'deactivate';

/** More than this no request asks for. */
const MAX_ROWS = 200;

const STEPS: { value: Step; label: string }[] = [
    { value: 'type', label: LABELS.type },
    { value: 'users', label: LABELS.users },
    { value: 'naming', label: LABELS.naming },
    { value: 'review', label: LABELS.review }
];

const NEW_DRAFT: ManagedLinkDraft = {
    name: '',
    namePattern: '',
    slugPattern: '',
    meetingType: undefined,
    pool: undefined,
    expiresAt: '',
    isInLibrary: false,
    isActive: true,
    groupId: ''
};

/**
 * User Links Wizard, Managed: makes one link for each of many people, or changes them all. It copies nothing: each
 * copies the own link on My Links, and the admin in View Links.
 */
export default class ManagedLinkWizard extends LightningModal {
    /** The managed link to change; empty for a new one. */
    @api managedLinkId = '';
    @api purpose: Purpose = 'write';

    labels = LABELS;
    steps = STEPS;
    step: Step = 'type';
    rowsQuery = MANAGED_ROWS_QUERY;
    /** Undefined until the managed link to start from is there. */
    draft: ManagedLinkDraft | undefined = undefined;
    rows: ManagedRow[] = [];
    users: ManagedUser[] = [];
    loadErrors: unknown = undefined;
    saveErrors: unknown = undefined;
    /** The managed link once it is saved: from then on links are made. */
    saved: SavedManagedLink | undefined = undefined;
    isSaving = false;
    isWorking = false;
    isChanged = false;
    afterId = '';
    private loaded: ManagedLinkDraft | undefined = undefined;
    private areRowsLoaded = false;
    private latestRows: ManagedRowsData | undefined = undefined;
    private isRefreshing = false;

    connectedCallback(): void {
        if (this.managedLinkId === '') this.draft = NEW_DRAFT;
    }

    @wire(graphql, { query: '$managedQuery', variables: '$managedVariables' })
    wiredManaged({ data, errors }: GraphQLResult<ManagedLinksData>): void {
        if (errors) this.loadErrors = errors;
        if (!data || this.loaded) return;
        [this.loaded] = toManagedLinks(data, new Date());
        if (this.loaded) this.beginOnceLoaded();
        else this.loadErrors = [{ message: LABELS.gone }];
    }

    @wire(graphql, { query: '$managedRowsQuery', variables: '$rowsVariables' })
    wiredRows({ data, errors, refresh }: GraphQLResult<ManagedRowsData>): void {
        if (errors) this.loadErrors = errors;
        if (!data || this.areRowsLoaded) return;
        this.latestRows = data;
        if (!this.isRefreshing) void this.takeRows(refresh);
    }

    get managedQuery(): typeof MANAGED_LINKS_QUERY | undefined {
        return this.managedLinkId === '' ? undefined : MANAGED_LINKS_QUERY;
    }

    get managedVariables(): Record<string, unknown> {
        return managedLinkVariables(this.managedLinkId);
    }

    get managedRowsQuery(): typeof MANAGED_ROWS_QUERY | undefined {
        return this.managedLinkId === '' ? undefined : MANAGED_ROWS_QUERY;
    }

    get rowsVariables(): Record<string, unknown> {
        const { managedLinkId, afterId } = this;
        return managedRowsVariables({ managedLinkId, term: '', afterId, first: MAX_ROWS });
    }

    get isLoading(): boolean {
        return this.isSaving || (this.draft === undefined && this.loadErrors === undefined);
    }

    get isEditing(): boolean {
        return this.draft !== undefined && this.saved === undefined && this.purpose === 'write';
    }

    get isOver(): boolean {
        return !this.isEditing;
    }

    get isType(): boolean {
        return this.isEditing && this.step === 'type';
    }

    get isUsers(): boolean {
        return this.isEditing && this.step === 'users';
    }

    get isNaming(): boolean {
        return this.isEditing && this.step === 'naming';
    }

    get isReview(): boolean {
        return this.isEditing && this.step === 'review';
    }

    get isBusy(): boolean {
        return this.isSaving || this.isWorking;
    }

    get isNew(): boolean {
        return this.managedLinkId === '';
    }

    get nextLabel(): string {
        return this.step === 'review' ? LABELS.save : LABELS.next;
    }

    /** Who is to get a link and has none. */
    get usersWithoutLink(): ManagedUser[] {
        const withLink = new Set(this.rows.filter(({ link }) => link !== undefined).map(({ user }) => user.id));
        return this.users.filter(({ id }) => !withLink.has(id));
    }

    get hasLinks(): boolean {
        return this.rows.some(({ link }) => link !== undefined);
    }

    get removedNames(): string[] {
        const wanted = new Set(this.users.map(({ id }) => id));
        return this.rows
            .filter(({ isRemoved, user }) => !isRemoved && !wanted.has(user.id))
            .map(({ user }) => user.name);
    }

    handleDraftChanged(event: CustomEvent<Partial<ManagedLinkDraft>>): void {
        if (!this.draft) return;
        this.draft = withNames({ ...this.draft, ...event.detail }, event.detail);
        this.markChanged();
    }

    handleUsersChanged(event: CustomEvent<{ users: ManagedUser[] }>): void {
        this.users = event.detail.users;
        this.markChanged();
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
        this.disableClose = false;
        this.close();
    }

    handleClose(): void {
        this.disableClose = false;
        this.close(this.saved ? 'saved' : undefined);
    }

    handleWorkChanged(event: CustomEvent<{ isRunning: boolean }>): void {
        this.isWorking = event.detail.isRunning;
        // Closing would stop the work without a word.
        this.disableClose = this.isWorking;
    }

    /** The platform may have answered from its cache, and a link that is there already must not be made again. */
    private async takeRows(refresh: (() => Promise<void>) | undefined): Promise<void> {
        this.isRefreshing = true;
        try {
            await refresh?.();
            this.isRefreshing = false;
            if (this.latestRows) this.addRows(this.latestRows);
        } catch (error) {
            this.loadErrors = error;
        }
    }

    private addRows(data: ManagedRowsData): void {
        this.rows = [...this.rows, ...toManagedRows(data, new Date())];
        const { edges, pageInfo } = data.uiapi.query.ManagedLinkUser__c;
        this.areRowsLoaded = !pageInfo.hasNextPage;
        this.afterId = edges.at(-1)?.node.Id ?? this.afterId;
        this.beginOnceLoaded();
    }

    private beginOnceLoaded(): void {
        if (!this.loaded || !this.areRowsLoaded || this.draft) return;
        this.users = this.rows.filter(({ isRemoved }) => !isRemoved).map(({ user }) => user);
        this.draft = this.loaded;
        if (this.purpose !== 'write') void this.follow(this.loaded);
    }

    private async follow(loaded: ManagedLinkDraft): Promise<void> {
        this.draft = { ...loaded, isActive: this.purpose === 'finish' ? loaded.isActive : this.purpose === 'activate' };
        await this.save();
    }

    private async save(): Promise<void> {
        if (!this.draft || this.isSaving) return;
        this.isSaving = true;
        this.saveErrors = undefined;
        try {
            this.saved = await saveManagedLink(this.draft);
        } catch (error) {
            this.saveErrors = error;
        } finally {
            this.isSaving = false;
        }
    }

    private markChanged(): void {
        this.isChanged = true;
        // From here on closing asks, which the modal's own button cannot.
        this.disableClose = true;
    }

    private go(direction: 1 | -1): void {
        const index = STEPS.findIndex(({ value }) => value === this.step) + direction;
        this.step = STEPS[index]?.value ?? this.step;
    }
}

/** Names that follow from the meeting type, until somebody gives them a mind of their own. */
function withNames(draft: ManagedLinkDraft, { meetingType }: Partial<ManagedLinkDraft>): ManagedLinkDraft {
    if (!meetingType || draft.name !== '') return draft;
    const { title } = meetingType;
    return {
        ...draft,
        name: title,
        namePattern: `${title}: {firstName} {lastName}`,
        slugPattern: `{firstName}-${suggestSlug(title)}`
    };
}
