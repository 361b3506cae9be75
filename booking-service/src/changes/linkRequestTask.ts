import { findLinkHosts } from '../links/linkHosts.ts';
import { linkState } from '../links/linkState.ts';
import type { LinkState } from '../links/linkState.ts';
import type { Definitions } from '../mirror/definitions.ts';
import type { KnownSingleUseLink } from '../mirror/singleUseLinkStore.ts';

/** What a Task about a wish for a new link says. */
export interface LinkRequestTask {
    /** The wish's own id, by which the Task is found again. */
    requestId: string;
    link: KnownSingleUseLink;
    definitions: Definitions;
    /** URL of the ready link; absent where a new one could not be booked either. */
    replacementUrl: string | undefined;
    now: Date;
}

const STATES: Record<LinkState, string> = {
    revoked: 'It had been withdrawn.',
    used: 'It had been used.',
    inactive: 'The link it was made from, its meeting type or its hosts are not active.',
    expired: 'It had expired.',
    active: 'It can be booked by now.'
};

/** Whether a new link of the same original could be booked now: one that is off or over needs its owner first. */
export function isReplaceable(link: KnownSingleUseLink, definitions: Definitions, now: Date): boolean {
    return stateOf({ ...link, isClaimed: false, ...FRESH }, definitions, now) === 'active';
}

/** The fields of the Task, without its owner and records. */
export function taskFields({ requestId, link, definitions, replacementUrl, now }: LinkRequestTask) {
    const original = definitions.link(link.bookingLinkId);
    const title = original && definitions.meetingType(original.meetingTypeId)?.title;
    const ready =
        replacementUrl === undefined
            ? 'No new link was made: it could not be booked either. Put that right, then copy one.'
            : `Ready to send, for one booking and the same record:\n${replacementUrl}`;
    return {
        Subject: `New booking link wanted: ${title ?? original?.name ?? 'a meeting'}`.slice(0, 255),
        Description: `Somebody who holds a single-use link asked for a new one. ${STATES[stateOf(link, definitions, now)]}\n\n${ready}\n\nNothing was sent: send it to the person you want to meet.`,
        ActivityDate: now.toISOString().slice(0, 10),
        BookingUid__c: requestId
    };
}

const FRESH = { revokedAt: undefined, claimedByUid: undefined, isDeleted: false, expiresAt: undefined };

function stateOf(singleUse: KnownSingleUseLink, definitions: Definitions, now: Date): LinkState {
    const bookingLink = definitions.link(singleUse.bookingLinkId);
    const meetingType = bookingLink && definitions.meetingType(bookingLink.meetingTypeId);
    const hasHosts = bookingLink !== undefined && findLinkHosts(definitions, bookingLink.id).isComplete;
    return linkState({ singleUse, isClaimed: singleUse.isClaimed, bookingLink, meetingType, hasHosts, now });
}
