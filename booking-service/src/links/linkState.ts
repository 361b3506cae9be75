import type { BookingLink, MeetingType, SingleUseLink } from '../mirror/records.ts';

/** Computed whenever it is asked for, never stored. */
export type LinkState = 'revoked' | 'used' | 'inactive' | 'expired' | 'active';

export interface LinkFacts {
    /** Absent for a reusable link. */
    singleUse: SingleUseLink | undefined;
    /** Whether a meeting holds the one use. */
    isClaimed: boolean;
    /** Absent when the original is gone. */
    bookingLink: BookingLink | undefined;
    meetingType: MeetingType | undefined;
    /** Whether each required host is there and each pool has an active member. */
    hasHosts: boolean;
    now: Date;
}

/** The state of a link; the first rule that holds decides, in the order of these lines. */
export function linkState({ singleUse, isClaimed, bookingLink, meetingType, hasHosts, now }: LinkFacts): LinkState {
    if (singleUse && (singleUse.revokedAt || singleUse.isDeleted)) return 'revoked';
    if (singleUse && (isClaimed || singleUse.claimedByUid !== undefined)) return 'used';
    if (!bookingLink?.isActive || !meetingType?.isActive || !hasHosts) return 'inactive';
    if (!singleUse && meetingType.requiresSingleUse) return 'inactive';
    const ends = [singleUse?.expiresAt, bookingLink.expiresAt, meetingType.expiresAt];
    if (ends.some((end) => end !== undefined && now >= end)) return 'expired';
    return 'active';
}
