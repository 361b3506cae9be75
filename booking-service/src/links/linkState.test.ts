import type { BookingLink, MeetingType, SingleUseLink } from '../mirror/records.ts';
import { linkState } from './linkState.ts';
import type { LinkFacts } from './linkState.ts';

const now = new Date('2026-11-23T12:00:00Z');
const before = new Date('2026-11-23T11:59:59Z');
const after = new Date('2026-11-23T12:00:01Z');

const bookingLink: BookingLink = {
    id: 'link',
    ownerId: 'julio',
    name: 'Intro',
    slug: 'julio-intro',
    meetingTypeId: 'type',
    expiresAt: undefined,
    isActive: true,
    isManaged: false
};
const meetingType = { id: 'type', isActive: true, expiresAt: undefined, requiresSingleUse: false } as MeetingType;
const singleUse = {
    id: 'use',
    tokenHash: 'hash',
    isDeleted: false,
    revokedAt: undefined,
    claimedByUid: undefined,
    expiresAt: undefined
} as SingleUseLink;

function facts(changes: Partial<LinkFacts> = {}): LinkFacts {
    return { singleUse, isClaimed: false, bookingLink, meetingType, hasHosts: true, now, ...changes };
}

describe('linkState', () => {
    it('is active when nothing speaks against it', () => {
        expect(linkState(facts())).toBe('active');
        expect(linkState(facts({ singleUse: undefined }))).toBe('active');
    });

    it.each<[string, Partial<LinkFacts>, string]>([
        ['revoked by its owner', { singleUse: { ...singleUse, revokedAt: before } }, 'revoked'],
        ['deleted in Salesforce', { singleUse: { ...singleUse, isDeleted: true } }, 'revoked'],
        ['claimed here', { isClaimed: true }, 'used'],
        ['claimed by another service on the same org', { singleUse: { ...singleUse, claimedByUid: 'uid' } }, 'used'],
        ['without its original', { bookingLink: undefined }, 'inactive'],
        ['of an original that is off', { bookingLink: { ...bookingLink, isActive: false } }, 'inactive'],
        ['of a meeting type that is off', { meetingType: { ...meetingType, isActive: false } }, 'inactive'],
        ['without hosts', { hasHosts: false }, 'inactive'],
        ['past its own end', { singleUse: { ...singleUse, expiresAt: before } }, 'expired'],
        ['at its very end', { singleUse: { ...singleUse, expiresAt: now } }, 'expired'],
        ['past the end of its original', { bookingLink: { ...bookingLink, expiresAt: before } }, 'expired'],
        ['past the end of its meeting type', { meetingType: { ...meetingType, expiresAt: before } }, 'expired'],
        ['before every end', { singleUse: { ...singleUse, expiresAt: after } }, 'active']
    ])('tells a single-use link %s', (_, changes, state) => {
        expect(linkState(facts(changes))).toBe(state);
    });

    it('prefers the first rule of revoked, used, inactive, expired', () => {
        const everything: Partial<LinkFacts> = {
            singleUse: { ...singleUse, revokedAt: before, expiresAt: before },
            isClaimed: true,
            hasHosts: false
        };
        expect(linkState(facts(everything))).toBe('revoked');
        expect(linkState(facts({ ...everything, singleUse: { ...singleUse, expiresAt: before } }))).toBe('used');
        expect(linkState(facts({ hasHosts: false, singleUse: { ...singleUse, expiresAt: before } }))).toBe('inactive');
    });

    it('closes the reusable URL, and only that, when the meeting type requires single-use links', () => {
        const required = { ...meetingType, requiresSingleUse: true };
        expect(linkState(facts({ singleUse: undefined, meetingType: required }))).toBe('inactive');
        expect(linkState(facts({ meetingType: required }))).toBe('active');
    });
});
