import type { HostPool, PoolMember } from 'types/hostPools';

/** A member of a pool, active, of weight 1. */
export const aMember = (name: string, more: Partial<PoolMember> = {}): PoolMember => ({
    ...{ id: `row-${name}`, userId: `user-${name}`, name, weight: 1, isActive: true },
    ...more
});

/** A pool of Ada and Grace, of whom Grace takes twice as many. */
export const aPool = (more: Partial<HostPool> = {}): HostPool => ({
    ...{ id: 'pool', name: 'Engineers', description: 'They explain.', isActive: true },
    members: [aMember('Ada'), aMember('Grace', { weight: 2 })],
    ...more
});
