import { api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { fillLabel } from 'c/labelUtils';
import { HOST_CHOICES_QUERY, hostChoicesVariables, toHostChoices, type HostChoicesData } from 'c/linkDraftApi';
import {
    REVOCABLE_LINKS_QUERY,
    changeOwner,
    revocableLinksVariables,
    revokeLink,
    setLinkActive,
    toRevocableLinks,
    type RevocableLink,
    type RevocableLinksData
} from 'c/linkApi';
import { doLongWork } from 'c/longWork';
import type { ChangeFailure, DraftHost, ListedLink } from 'types/links';
import { LABELS } from './labels';

type Item = ListedLink | RevocableLink;

const QUESTIONS = { activate: LABELS.askActivate, deactivate: LABELS.askDeactivate, owner: LABELS.askOwner };
const NAMES = { activate: LABELS.activate, deactivate: LABELS.deactivate, owner: LABELS.owner, revoke: LABELS.revoke };
const nameOf = (item: Item): string => ('number' in item ? item.number : item.name);

/** Changes many links at once, after a question, with progress, and names what could not be changed. */
export default class BulkLinksModal extends LightningModal {
    @api action: 'activate' | 'deactivate' | 'revoke' | 'owner' = 'deactivate';
    @api links: ListedLink[] = [];

    labels = LABELS;
    errors: unknown = undefined;
    /** Work has begun. */
    isStarted = false;
    isRunning = false;
    done = 0;
    total = 0;
    failures: ChangeFailure[] = [];
    people: DraftHost[] = [];
    searchTerm = '';
    owner: DraftHost | undefined = undefined;
    isHostChanged = true;
    isOwnerMissing = false;
    /** How many single-use links there are to revoke; undefined until Salesforce has answered. */
    revocableCount: number | undefined = undefined;
    afterId = '';

    private pageLinks: RevocableLink[] = [];
    private hasNextPage = false;
    private isStopping = false;
    /** What is left to do: not begun, or failed. */
    private waiting: Item[] = [];
    private answered: () => void = () => undefined;

    @wire(graphql, { query: '$peopleQuery', variables: '$peopleOfTerm' })
    wiredPeople({ data, errors }: GraphQLResult<HostChoicesData>): void {
        if (errors) this.errors = errors;
        if (data) this.people = toHostChoices(data).filter(({ role }) => role !== 'Pool');
    }

    @wire(graphql, { query: '$revocableQuery', variables: '$revocableVariables' })
    wiredRevocable({ data, errors }: GraphQLResult<RevocableLinksData>): void {
        if (errors) this.errors = errors;
        if (!data) return;
        const { links, count, hasNextPage } = toRevocableLinks(data);
        this.pageLinks = links;
        this.hasNextPage = hasNextPage;
        this.revocableCount ??= count;
        this.answered();
    }

    get revocableQuery(): typeof REVOCABLE_LINKS_QUERY | undefined {
        return this.action === 'revoke' ? REVOCABLE_LINKS_QUERY : undefined;
    }

    get revocableVariables(): Record<string, unknown> {
        return revocableLinksVariables(
            this.links.map(({ id }) => id),
            this.afterId
        );
    }

    get peopleQuery(): typeof HOST_CHOICES_QUERY | undefined {
        return this.searchTerm === '' ? undefined : HOST_CHOICES_QUERY;
    }

    get peopleOfTerm(): Record<string, unknown> {
        return hostChoicesVariables(this.searchTerm);
    }

    get isLoading(): boolean {
        return this.action === 'revoke' && this.revocableCount === undefined && this.errors === undefined;
    }

    get question(): string {
        if (this.action !== 'revoke') return fillLabel(QUESTIONS[this.action], this.links.length);
        if (this.revocableCount === 0) return LABELS.nothing;
        return fillLabel(LABELS.askRevoke, this.revocableCount ?? '', this.links.length);
    }

    get isAsking(): boolean {
        return !this.isStarted && !this.isLoading;
    }

    get isConfirmShown(): boolean {
        return this.isAsking && this.revocableCount !== 0 && !(this.action === 'revoke' && this.errors);
    }

    get isOwnerAsked(): boolean {
        return this.isAsking && this.action === 'owner';
    }

    get personOptions(): { label: string; value: string }[] {
        const chosen = this.owner && !this.people.some(({ id }) => id === this.owner?.id) ? [this.owner] : [];
        return [...chosen, ...this.people].map(({ id, name }) => ({ label: name, value: id }));
    }

    get hasPeople(): boolean {
        return this.personOptions.length > 0;
    }

    get ownerId(): string {
        return this.owner?.id ?? '';
    }

    get confirmLabel(): string {
        return NAMES[this.action];
    }

    get closeLabel(): string {
        return this.isStarted ? LABELS.close : LABELS.cancel;
    }

    get doneMessage(): string {
        return fillLabel(LABELS.done, this.total);
    }

    handleSearch(event: CustomEvent<{ term: string }>): void {
        this.searchTerm = event.detail.term;
    }

    handleOwnerChange(event: CustomEvent<{ value: string }>): void {
        this.owner = this.people.find(({ id }) => id === event.detail.value) ?? this.owner;
        this.isOwnerMissing = false;
    }

    handleHostChange(event: CustomEvent<{ checked: boolean }>): void {
        this.isHostChanged = event.detail.checked;
    }

    async handleConfirmClick(): Promise<void> {
        this.isOwnerMissing = this.action === 'owner' && this.owner === undefined;
        if (this.isOwnerMissing || this.isStarted) return;
        this.isStarted = true;
        this.total = this.action === 'revoke' ? (this.revocableCount ?? 0) : this.links.length;
        this.waiting = this.action === 'revoke' ? this.pageLinks : [...this.links];
        await this.run();
    }

    handleStop(): void {
        this.isStopping = true;
    }

    /** Goes on with what has not begun. */
    async run(): Promise<void> {
        this.begin();
        await this.workOff();
        while (!this.isStopping && this.action === 'revoke' && this.hasNextPage && this.errors === undefined) {
            // eslint-disable-next-line no-await-in-loop -- The next page follows the last row of this one.
            await this.loadNextPage();
            // eslint-disable-next-line no-await-in-loop -- Nobody reads ahead of what is done.
            await this.workOff();
        }
        this.end();
    }

    /** Tries again what failed. */
    async handleRetry(): Promise<void> {
        const failed = this.failedItems;
        this.done -= failed.length;
        this.failures = [];
        this.failedItems = [];
        this.waiting = [...failed, ...this.waiting];
        await this.run();
    }

    handleCloseClick(): void {
        this.disableClose = false;
        this.close(this.isStarted ? 'changed' : undefined);
    }

    private failedItems: Item[] = [];

    private async workOff(): Promise<void> {
        const before = this.done;
        const { undone, rest } = await doLongWork<Item>({
            items: this.waiting,
            run: (item) => this.change(item),
            onProgress: (count) => {
                this.done = before + count;
            },
            isCanceled: () => this.isStopping,
            // Versions of one link, saved at once, lock each other out.
            ...(this.action === 'revoke' && { lanes: 1 })
        });
        this.waiting = rest;
        this.failures = [...this.failures, ...undone.map(({ item, error }) => ({ name: nameOf(item), error }))];
        this.failedItems = [...this.failedItems, ...undone.map(({ item }) => item)];
    }

    private async change(item: Item): Promise<void> {
        if ('number' in item) return revokeLink(item.id, new Date());
        if (this.action !== 'owner' && item.isManaged) throw new Error(LABELS.managedSwitch);
        if (this.action !== 'owner') return setLinkActive(item.id, this.action === 'activate');
        if (item.isManaged) throw new Error(LABELS.managedOwner);
        return changeOwner(item, this.ownerId, this.isHostChanged);
    }

    private async loadNextPage(): Promise<void> {
        const isAnswered = new Promise<void>((resolve) => {
            this.answered = resolve;
        });
        this.afterId = this.pageLinks.at(-1)?.id ?? this.afterId;
        await isAnswered;
        this.waiting = this.pageLinks;
    }

    private begin(): void {
        this.isRunning = true;
        this.isStopping = false;
        // Closing would stop the work without a word.
        this.disableClose = true;
    }

    private end(): void {
        this.isRunning = false;
        this.disableClose = false;
    }
}
