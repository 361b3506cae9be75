import type { PoolMember } from 'types/hostPools';

/** The part of a pool's meetings that a member is to have, from 0 to 1: the weight beside those of the others. */
export function shareOf(member: PoolMember, members: readonly PoolMember[]): number {
    const total = members.filter(({ isActive }) => isActive).reduce((sum, { weight }) => sum + weight, 0);
    return member.isActive && total > 0 ? member.weight / total : 0;
}
