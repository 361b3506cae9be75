import { decideLinkState, type LinkFacts } from 'c/linkState';

const NOW = new Date('2026-11-23T09:00:00Z');
const before = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const SINGLE_USE = { revokedAt: undefined, isDeleted: false, claimedByUid: undefined, expiresAt: undefined };
const FACTS: LinkFacts = {
    singleUse: SINGLE_USE,
    isClaimed: false,
    bookingLink: { isActive: true, expiresAt: undefined },
    meetingType: { isActive: true, expiresAt: undefined, requiresSingleUse: false },
    hasHosts: true,
    now: NOW
};
const OFF = { isActive: false, expiresAt: before(1) };

describe('decideLinkState', () => {
    it.each([
        ['active', 'none', {}],
        ['revoked', 'revoked', { singleUse: { ...SINGLE_USE, revokedAt: NOW } }],
        ['revoked', 'deleted', { singleUse: { ...SINGLE_USE, isDeleted: true } }],
        ['used', 'used', { isClaimed: true }],
        ['used', 'used', { singleUse: { ...SINGLE_USE, claimedByUid: 'uid' } }],
        ['inactive', 'original_off', { bookingLink: undefined }],
        ['inactive', 'original_off', { bookingLink: OFF }],
        ['inactive', 'meeting_type_off', { meetingType: undefined }],
        ['inactive', 'meeting_type_off', { meetingType: { ...OFF, requiresSingleUse: false } }],
        ['inactive', 'hosts_gone', { hasHosts: false }],
        ['expired', 'own_expiry', { singleUse: { ...SINGLE_USE, expiresAt: NOW } }],
        ['expired', 'original_expiry', { bookingLink: { isActive: true, expiresAt: before(1) } }],
        [
            'expired',
            'meeting_type_expiry',
            { meetingType: { isActive: true, expiresAt: before(1), requiresSingleUse: false } }
        ]
    ] satisfies [string, string, Partial<LinkFacts>][])('says %s by the rule %s', (state, rule, facts) => {
        expect(decideLinkState({ ...FACTS, ...facts })).toEqual({ state, rule });
    });

    it('lets the first rule decide where several hold', () => {
        const everything: LinkFacts = {
            ...FACTS,
            singleUse: { revokedAt: NOW, isDeleted: true, claimedByUid: 'uid', expiresAt: before(1) },
            bookingLink: OFF,
            hasHosts: false
        };
        expect(decideLinkState(everything).rule).toBe('revoked');
        const used = { ...everything, singleUse: { ...SINGLE_USE, claimedByUid: 'uid' } };
        expect(decideLinkState(used).rule).toBe('used');
    });

    it('names the earliest of several ends', () => {
        const facts = {
            ...FACTS,
            singleUse: { ...SINGLE_USE, expiresAt: before(1) },
            bookingLink: { isActive: true, expiresAt: before(3) },
            meetingType: { isActive: true, expiresAt: before(2), requiresSingleUse: false }
        };
        expect(decideLinkState(facts).rule).toBe('original_expiry');
    });

    it('closes the reusable link alone where single-use links are required', () => {
        const meetingType = { isActive: true, expiresAt: undefined, requiresSingleUse: true };
        expect(decideLinkState({ ...FACTS, meetingType }).state).toBe('active');
        expect(decideLinkState({ ...FACTS, meetingType, singleUse: undefined })).toEqual({
            state: 'inactive',
            rule: 'single_use_required'
        });
    });
});
