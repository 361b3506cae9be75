import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { fillLabel } from 'c/labelUtils';
import {
    CANDIDATES_QUERY,
    MEMBERS_QUERY,
    POOLS_QUERY,
    candidatesVariables,
    membersVariables,
    toCandidates,
    toMembers,
    toPools,
    type CandidatesData,
    type Choice,
    type MembersData,
    type PoolsData
} from 'c/managedLinkApi';
import type { ManagedLinkDraft, ManagedUser } from 'types/managedLinks';
import { LABELS } from './labels';

/** Rows shown at first and added by each *Show more*: a group may have thousands of members. */
const STEP = 20;

interface Found {
    key: string;
    name: string;
    kind: string;
    addName: string;
}

/** Step of the wizard: who gets a link, and who joins each. Fires `userschanged` and `draftchanged`. */
export default class ManagedLinkUsers extends LightningElement {
    @api draft!: ManagedLinkDraft;
    @api users: ManagedUser[] = [];
    /** Names of people who have a link and are not among `users` any more. */
    @api removedNames: string[] = [];

    labels = LABELS;
    poolsQuery = POOLS_QUERY;
    pools: Choice[] = [];
    errors: unknown = undefined;
    groupErrors: unknown = undefined;
    searchTerm = '';
    found: { users: ManagedUser[]; groups: Choice[] } = { users: [], groups: [] };
    isMissing = false;
    shownCount = STEP;
    addedText = '';

    /** The group being added, and groups inside it that are still to be read. */
    private group: Choice | undefined = undefined;
    private groupIds: string[] = [];
    private readGroupIds: string[] = [];
    private afterId = '';
    private members: ManagedUser[] = [];

    @wire(graphql, { query: '$poolsQuery' })
    wiredPools({ data, errors }: GraphQLResult<PoolsData>): void {
        if (errors) this.errors = errors;
        if (data) this.pools = toPools(data);
    }

    @wire(graphql, { query: '$candidatesQuery', variables: '$candidates' })
    wiredCandidates({ data, errors }: GraphQLResult<CandidatesData>): void {
        this.errors = errors;
        if (data) this.found = toCandidates(data);
    }

    @wire(graphql, { query: '$membersQuery', variables: '$membersOfGroup' })
    wiredMembers({ data, errors }: GraphQLResult<MembersData>): void {
        if (errors) this.finishGroup(errors);
        if (data && this.group) this.addMembers(data);
    }

    /** Whether anybody gets a link; says so at the field when nobody does. */
    @api
    reportValidity(): boolean {
        this.isMissing = this.users.length === 0;
        return !this.isMissing && !this.isReading;
    }

    get candidatesQuery(): typeof CANDIDATES_QUERY | undefined {
        return this.searchTerm === '' ? undefined : CANDIDATES_QUERY;
    }

    get candidates(): Record<string, unknown> {
        return candidatesVariables(this.searchTerm);
    }

    get membersQuery(): typeof MEMBERS_QUERY | undefined {
        return this.groupIds.length === 0 ? undefined : MEMBERS_QUERY;
    }

    get membersOfGroup(): Record<string, unknown> {
        return membersVariables(this.groupIds[0] ?? '', this.afterId);
    }

    get isReading(): boolean {
        return this.group !== undefined;
    }

    get rows(): { user: ManagedUser; removeName: string }[] {
        return this.users
            .slice(0, this.shownCount)
            .map((user) => ({ user, removeName: fillLabel(LABELS.removeNamed, user.name) }));
    }

    get isMoreShown(): boolean {
        return this.users.length > this.shownCount;
    }

    get countText(): string {
        return fillLabel(LABELS.count, this.users.length);
    }

    get removedText(): string {
        const { removedNames } = this;
        return removedNames.length === 0 ? '' : fillLabel(LABELS.removedHint, removedNames.join(', '));
    }

    get rowsFound(): Found[] {
        if (this.searchTerm === '') return [];
        const present = new Set(this.users.map(({ id }) => id));
        const row = (kind: string, { id, name }: Choice): Found => ({
            key: id,
            name,
            kind,
            addName: fillLabel(LABELS.addNamed, name)
        });
        return [
            ...this.found.groups.map((group) => row(LABELS.group, group)),
            ...this.found.users.filter(({ id }) => !present.has(id)).map((user) => row(LABELS.person, user))
        ];
    }

    get poolOptions(): { label: string; value: string }[] {
        const options = this.pools.map(({ id, name }) => ({ label: fillLabel(LABELS.poolOption, name), value: id }));
        return [{ label: LABELS.noPool, value: '' }, ...options];
    }

    get poolId(): string {
        return this.draft.pool?.id ?? '';
    }

    handleSearch(event: CustomEvent<{ term: string }>): void {
        this.searchTerm = event.detail.term;
    }

    handleAddClick(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        const user = this.found.users.find(({ id }) => id === key);
        if (user) this.change([...this.users, user]);
        const group = this.found.groups.find(({ id }) => id === key);
        if (group) this.startGroup(group);
    }

    handleRemoveClick(event: Event): void {
        const { user: userId } = (event.currentTarget as HTMLElement).dataset;
        this.change(this.users.filter(({ id }) => id !== userId));
    }

    handlePoolChange(event: CustomEvent<{ value: string }>): void {
        const pool = this.pools.find(({ id }) => id === event.detail.value);
        this.dispatchEvent(new CustomEvent('draftchanged', { detail: { pool } }));
    }

    handleShowMoreClick(): void {
        this.shownCount += STEP;
    }

    private startGroup(group: Choice): void {
        if (this.isReading) return;
        this.group = group;
        this.groupErrors = undefined;
        this.addedText = '';
        this.members = [];
        this.readGroupIds = [];
        this.afterId = '';
        this.groupIds = [group.id];
    }

    private addMembers(data: MembersData): void {
        const { users, groupIds, nextAfterId } = toMembers(data);
        this.members = [...this.members, ...users];
        const [current = '', ...waiting] = this.groupIds;
        // Groups may hold each other.
        const known = new Set([...this.readGroupIds, ...this.groupIds]);
        const further = [...waiting, ...groupIds.filter((id) => !known.has(id))];
        if (nextAfterId === '') this.readGroupIds = [...this.readGroupIds, current];
        this.groupIds = nextAfterId === '' ? further : [current, ...further];
        this.afterId = nextAfterId;
        if (this.groupIds.length === 0) this.finishGroup(undefined);
    }

    private finishGroup(errors: unknown): void {
        const { group } = this;
        this.group = undefined;
        this.groupIds = [];
        this.groupErrors = errors;
        if (errors || !group) return;
        const present = new Set(this.users.map(({ id }) => id));
        const added = new Map(this.members.filter(({ id }) => !present.has(id)).map((user) => [user.id, user]));
        this.addedText = fillLabel(LABELS.added, group.name, added.size);
        this.change([...this.users, ...added.values()]);
        this.dispatchEvent(new CustomEvent('draftchanged', { detail: { groupId: group.id } }));
    }

    private change(users: ManagedUser[]): void {
        this.isMissing = false;
        this.dispatchEvent(new CustomEvent('userschanged', { detail: { users } }));
    }
}
