/** What state a link is in. Pure: the booking service and components run this very file. */

/** Computed whenever it is asked for, never stored. */
export type LinkState = 'revoked' | 'used' | 'inactive' | 'expired' | 'active';

/** Which rule gave the state. */
export type LinkRule =
    | 'revoked'
    | 'deleted'
    | 'used'
    | 'original_off'
    | 'meeting_type_off'
    | 'hosts_gone'
    | 'single_use_required'
    | 'own_expiry'
    | 'original_expiry'
    | 'meeting_type_expiry'
    | 'none';

export interface LinkFacts {
    /** Absent for a reusable link. */
    singleUse:
        | {
              revokedAt: Date | undefined;
              isDeleted: boolean;
              claimedByUid: string | undefined;
              expiresAt: Date | undefined;
          }
        | undefined;
    /** Whether a meeting holds the one use. */
    isClaimed: boolean;
    /** Absent when the original is gone. */
    bookingLink: { isActive: boolean; expiresAt: Date | undefined } | undefined;
    meetingType: { isActive: boolean; expiresAt: Date | undefined; requiresSingleUse: boolean } | undefined;
    /** Whether each required host is there and each pool has an active member. */
    hasHosts: boolean;
    now: Date;
}

const STATES: Record<LinkRule, LinkState> = {
    revoked: 'revoked',
    deleted: 'revoked',
    used: 'used',
    original_off: 'inactive',
    meeting_type_off: 'inactive',
    hosts_gone: 'inactive',
    single_use_required: 'inactive',
    own_expiry: 'expired',
    original_expiry: 'expired',
    meeting_type_expiry: 'expired',
    none: 'active'
};

/** The state of a link and what gave it; the first rule that holds decides, in the order of these lines. */
export function decideLinkState(facts: LinkFacts): { state: LinkState; rule: LinkRule } {
    const rule = firstRule(facts);
    return { state: STATES[rule], rule };
}

function firstRule({ singleUse, isClaimed, bookingLink, meetingType, hasHosts, now }: LinkFacts): LinkRule {
    if (singleUse?.revokedAt) return 'revoked';
    if (singleUse?.isDeleted) return 'deleted';
    if (singleUse && (isClaimed || singleUse.claimedByUid !== undefined)) return 'used';
    if (!bookingLink?.isActive) return 'original_off';
    if (!meetingType?.isActive) return 'meeting_type_off';
    if (!hasHosts) return 'hosts_gone';
    if (!singleUse && meetingType.requiresSingleUse) return 'single_use_required';
    const ends: [LinkRule, Date | undefined][] = [
        ['own_expiry', singleUse?.expiresAt],
        ['original_expiry', bookingLink.expiresAt],
        ['meeting_type_expiry', meetingType.expiresAt]
    ];
    return earliest(ends.filter(([, end]) => end !== undefined && end <= now)) ?? 'none';
}

function earliest(ends: [LinkRule, Date | undefined][]): LinkRule | undefined {
    const sorted = [...ends].sort(([, one], [, other]) => Number(one) - Number(other));
    return sorted[0]?.[0];
}
