import { decideLinkState } from 'c/linkState';
import type { ExplainedHost, ExplainedLink, LinkVerdict } from 'types/explanations';

const HIDDEN: LinkVerdict = { state: 'hidden', rule: 'hidden' };

/** The state of a link as far as the running user can see it, by the rules of the booking service. */
export function verdictOn(
    { singleUse, original }: ExplainedLink,
    hosts: readonly ExplainedHost[],
    now: Date
): LinkVerdict {
    const verdict = decideLinkState({
        singleUse: singleUse && {
            revokedAt: toDate(singleUse.revokedAt),
            isDeleted: false,
            claimedByUid: singleUse.claimedByUid ?? singleUse.usedAt ?? undefined,
            expiresAt: toDate(singleUse.expiresAt)
        },
        isClaimed: false,
        bookingLink: original && { isActive: original.isActive, expiresAt: toDate(original.expiresAt) },
        meetingType: original?.meetingType && {
            ...original.meetingType,
            expiresAt: toDate(original.meetingType.expiresAt)
        },
        hasHosts: areComplete(hosts),
        now
    });
    // Revoked and used are said of the link itself; the rest depends on what is hidden.
    return original || ['revoked', 'used'].includes(verdict.state) ? verdict : HIDDEN;
}

function areComplete(hosts: readonly ExplainedHost[]): boolean {
    const needed = hosts.filter(({ kind }) => kind !== 'attendee');
    return needed.length > 0 && needed.every(({ isThere }) => isThere);
}

function toDate(instant: string | null): Date | undefined {
    return instant === null ? undefined : new Date(instant);
}
