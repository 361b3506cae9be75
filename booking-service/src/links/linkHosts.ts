import type { Definitions } from '../mirror/definitions.ts';
import type { HostPoolMember, HostUser } from '../mirror/records.ts';

export interface HostPoolOfLink {
    id: string;
    name: string;
    /** Active members whose user is active. */
    members: (HostPoolMember & { user: HostUser })[];
}

/** Who is met through a link. */
export interface LinkHosts {
    required: HostUser[];
    pools: HostPoolOfLink[];
    attendees: HostUser[];
    /** False when a required host has left, a pool is off or empty, or nobody is named at all. */
    isComplete: boolean;
}

/** Puts the hosts of a link together; an inactive or unknown additional attendee is left out without harm. */
export function findLinkHosts(definitions: Definitions, bookingLinkId: string): LinkHosts {
    const rows = definitions.hosts(bookingLinkId);
    const users = (role: 'required' | 'attendee') =>
        rows
            .filter((row) => row.role === role)
            .map(({ userId }) => (userId === undefined ? undefined : definitions.user(userId)));
    const required = users('required');
    const pools = rows.filter(({ role }) => role === 'pool').map(({ poolId }) => findPool(definitions, poolId));
    return {
        required: required.filter(isActive),
        pools: pools.filter((pool) => pool !== undefined),
        attendees: users('attendee').filter(isActive),
        isComplete:
            required.length + pools.length > 0 &&
            required.every(isActive) &&
            pools.every((pool) => pool !== undefined && pool.members.length > 0)
    };
}

function findPool(definitions: Definitions, poolId: string | undefined): HostPoolOfLink | undefined {
    const pool = poolId === undefined ? undefined : definitions.pool(poolId);
    if (!pool?.isActive) return undefined;
    const members = definitions.poolMembers(pool.id).flatMap((member) => {
        const user = definitions.user(member.userId);
        return member.isActive && isActive(user) ? [{ ...member, user }] : [];
    });
    return { id: pool.id, name: pool.name, members };
}

function isActive(user: HostUser | undefined): user is HostUser {
    return user?.isActive === true;
}
