import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import HostPoolEditor from 'c/hostPoolEditor';
import { POOLS_QUERY, poolsVariables, shareOf, toPools, type PoolsData } from 'c/hostPoolApi';
import { fillLabel } from 'c/labelUtils';
import type { HostPool, PoolMember } from 'types/hostPools';
import { LABELS } from './labels';

interface Row {
    pool: HostPool;
    members: { member: PoolMember; share: number; isOff: boolean }[];
    isWithoutMembers: boolean;
    isOff: boolean;
    editName: string;
}

const PAGE_SIZE = 20;

/** Page *Host Pools*: who takes meetings in turn, and how evenly they come. Admins change it. */
export default class HostPools extends LightningElement {
    labels = LABELS;
    query = POOLS_QUERY;
    objectApiName = 'HostPool__c';
    variables = poolsVariables(PAGE_SIZE, null);
    errors: unknown = undefined;
    isLoading = true;
    /** Pools of all pages so far. */
    pools: HostPool[] = [];
    nextPage: string | null = null;
    /** Whether the user may make pools. */
    isAdmin = false;

    private earlierPools: HostPool[] = [];
    private refreshPage: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredPools({ data, errors, refresh }: GraphQLResult<PoolsData>): void {
        if (!data && !errors) return;
        this.refreshPage = refresh;
        this.errors = errors;
        this.isLoading = false;
        if (!data) return;
        const { hasNextPage, endCursor } = data.uiapi.query.HostPool__c.pageInfo;
        this.pools = [...this.earlierPools, ...toPools(data)];
        this.nextPage = hasNextPage ? endCursor : null;
    }

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    wiredInfo({ data }: WireResult<ObjectInfo>): void {
        this.isAdmin = data?.createable === true;
    }

    get isEmpty(): boolean {
        return !this.isLoading && this.errors === undefined && this.pools.length === 0;
    }

    get rows(): Row[] {
        return this.pools.map((pool) => ({
            pool,
            members: pool.members.map((member) => ({
                member,
                share: shareOf(member, pool.members),
                isOff: !member.isActive
            })),
            isWithoutMembers: pool.members.length === 0,
            isOff: !pool.isActive,
            editName: fillLabel(LABELS.edit, pool.name)
        }));
    }

    handleShowMoreClick(): void {
        this.earlierPools = this.pools;
        this.isLoading = true;
        this.variables = poolsVariables(PAGE_SIZE, this.nextPage);
    }

    handleNewClick(): Promise<void> {
        return this.openEditor(LABELS.newPool, undefined);
    }

    async handleEditClick(event: Event): Promise<void> {
        const { pool: poolId } = (event.currentTarget as HTMLElement).dataset;
        const pool = this.pools.find(({ id }) => id === poolId);
        if (pool) await this.openEditor(fillLabel(LABELS.edit, pool.name), pool);
    }

    async refresh(): Promise<void> {
        try {
            if (this.earlierPools.length === 0) await this.refreshPage?.();
            else this.startOver();
        } catch (error) {
            this.errors = error;
        }
    }

    private async openEditor(label: string, pool: HostPool | undefined): Promise<void> {
        const result: unknown = await HostPoolEditor.open({ label, size: 'small', pool });
        if (result === 'saved') this.dispatchEvent(new ShowToastEvent({ title: LABELS.saved, variant: 'success' }));
        // Closed by its own cross the editor cannot say whether anything was saved.
        await this.refresh();
    }

    private startOver(): void {
        this.earlierPools = [];
        this.isLoading = true;
        this.variables = poolsVariables(PAGE_SIZE, null);
    }
}
