/** Who takes meetings in turn, as the components edit it. */

/** A member of a pool. */
export interface PoolMember {
    /** Id in Salesforce; undefined until it is saved. */
    id?: string | undefined;
    userId: string;
    name: string;
    /** Whole, 1 to 100: how many turns beside others. */
    weight: number;
    isActive: boolean;
}

/** A pool with its members. */
export interface HostPool {
    /** Id in Salesforce; undefined until it is saved. */
    id?: string | undefined;
    name: string;
    description: string;
    isActive: boolean;
    members: PoolMember[];
}
