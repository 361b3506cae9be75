import {
    explainVariables,
    parseLinkInput,
    serviceOriginOf,
    toExplainedHosts,
    toExplainedLink,
    verdictOn
} from 'c/linkExplanation';
import { hashToken, newToken } from 'c/linkToken';
import { explainData, hostsData, membersData, singleUseNode } from '../../../../../test/explanations';

const NOW = new Date('2026-11-23T09:00:00Z');
const REQUIRED = { id: 'h1', name: 'Julio Reyes', kind: 'required', isThere: true } as const;

describe('parseLinkInput', () => {
    const token = newToken();
    const wrong = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;

    it.each([
        ['a whole address', `https://book.example.com/s/${token}`, 'https://book.example.com'],
        ['one out of a mail', ` <https://book.example.com/s/${token}?x=1> `, 'https://book.example.com'],
        ['a path', `s/${token}`, undefined],
        ['a token in capitals', token.toUpperCase(), undefined]
    ])('knows a token in %s by its hash alone', async (_what, text, origin) => {
        const input = await parseLinkInput(text);
        expect(input).toEqual({ kind: 'token', tokenHash: await hashToken(token), origin });
        expect(JSON.stringify(input)).not.toContain(token);
    });

    it.each([
        ['a wrong character', wrong],
        ['a lost one', `https://book.example.com/s/${token.slice(0, -1)}`],
        ['a token cut off in an address', 'https://book.example.com/s/abc']
    ])('tells %s from a link that does not exist', async (_what, text) => {
        expect(await parseLinkInput(text)).toEqual({ kind: 'typo' });
    });

    it.each([
        [
            'https://book.example.com/l/Julio-Intro',
            { kind: 'slug', slug: 'julio-intro', origin: 'https://book.example.com' }
        ],
        ['julio-intro', { kind: 'slug', slug: 'julio-intro', origin: undefined }],
        ['SUL-000042', { kind: 'number', name: 'SUL-000042' }],
        ['sul-7', { kind: 'number', name: 'SUL-7' }],
        ['a0X5g000001AbCdEAK', { kind: 'id', id: 'a0X5g000001AbCdEAK' }],
        [
            'https://nexora.lightning.force.com/lightning/r/SingleUseLink__c/a0X5g000001AbCdEAK/view',
            { kind: 'id', id: 'a0X5g000001AbCdEAK' }
        ],
        ['https://book.example.com/m/whatever', { kind: 'manage' }],
        ['what is this?', { kind: 'unreadable' }],
        ['https://book.example.com/l/Ünknown', { kind: 'unreadable' }]
    ])('reads %s', async (text, expected) => {
        expect(await parseLinkInput(text)).toEqual(expected);
    });
});

describe('explainVariables', () => {
    it('asks for nothing where nothing can be found', () => {
        for (const kind of ['typo', 'manage', 'unreadable'] as const)
            expect(explainVariables({ kind })).toBeUndefined();
    });

    it('asks by hash, number, slug or id', () => {
        expect(explainVariables({ kind: 'token', tokenHash: 'ab', origin: undefined })).toMatchObject({
            singleUse: { TokenHash__c: { eq: 'ab' } }
        });
        expect(explainVariables({ kind: 'number', name: 'SUL-1' })).toMatchObject({
            singleUse: { Name: { eq: 'SUL-1' } }
        });
        expect(explainVariables({ kind: 'slug', slug: 'intro', origin: undefined })).toMatchObject({
            original: { Slug__c: { eq: 'intro' } }
        });
        expect(explainVariables({ kind: 'id', id: 'a0X' })).toEqual({
            singleUse: { Id: { eq: 'a0X' } },
            original: { Id: { eq: 'a0X' } }
        });
    });
});

describe('toExplainedLink', () => {
    it('tells a single-use link from its original', () => {
        const link = toExplainedLink(explainData({ singleUse: singleUseNode() }));
        expect(link?.singleUse).toMatchObject({ record: { name: 'SUL-000042' }, madeBy: 'Julio Reyes' });
        expect(link?.original).toMatchObject({
            record: { name: 'Julio: intro' },
            meetingType: { title: 'Intro call' }
        });
        expect(toExplainedLink(explainData({ isOriginal: true }))?.singleUse).toBeUndefined();
        expect(toExplainedLink(explainData())).toBeUndefined();
    });

    it('says for whom it was made, whatever that is', () => {
        const madeFor = (fields: Record<string, unknown>) =>
            toExplainedLink(explainData({ singleUse: singleUseNode(fields) }))?.singleUse?.madeFor;
        expect(madeFor({ Lead__r: { Id: '1', Name: { value: 'Ada Byron' } } })).toBe('Ada Byron');
        expect(madeFor({ Case__r: { Subject: { value: 'Broken' } } })).toBe('Broken');
        expect(madeFor({ RecipientEmail__c: { value: 'ada@example.com' } })).toBe('ada@example.com');
        expect(madeFor({})).toBe('');
    });

    it('knows where the org’s own service is', () => {
        expect(serviceOriginOf(explainData())).toBe('https://book.nexora.example');
        expect(serviceOriginOf(explainData({ anyUrl: '/l/julio-intro' }))).toBeUndefined();
    });
});

describe('toExplainedHosts', () => {
    it('says who is there, and of a pool whether anybody is', () => {
        const hosts = hostsData([
            { role: 'Required Host', name: 'Julio Reyes', isActive: true },
            { role: 'Required Host', name: 'Gone Person', isActive: false },
            { role: 'Pool', name: 'Sales Engineering', poolId: 'p1', isActive: true },
            { role: 'Pool', name: 'Empty', poolId: 'p2', isActive: true },
            { role: 'Pool', name: 'Off', poolId: 'p1', isActive: false },
            { role: 'Additional Attendee', name: 'Priya', isActive: true }
        ]);
        const explained = toExplainedHosts(
            hosts,
            membersData([
                ['p1', true],
                ['p2', false]
            ])
        );
        expect(explained.map(({ name, kind, isThere }) => [name, kind, isThere])).toEqual([
            ['Julio Reyes', 'required', true],
            ['Gone Person', 'required', false],
            ['Sales Engineering', 'pool', true],
            ['Empty', 'pool', false],
            ['Off', 'pool', false],
            ['Priya', 'attendee', true]
        ]);
    });
});

describe('verdictOn', () => {
    const linkOf = (fields: Record<string, unknown> = {}) =>
        toExplainedLink(explainData({ singleUse: singleUseNode(fields) }))!;

    it.each([
        [{}, 'active', 'none'],
        [{ RevokedAt__c: { value: '2026-11-22T09:00:00Z' } }, 'revoked', 'revoked'],
        [{ ClaimedByUid__c: { value: 'uid' } }, 'used', 'used'],
        [{ UsedAt__c: { value: '2026-11-22T09:00:00Z' } }, 'used', 'used'],
        [{ ExpiresAt__c: { value: '2026-11-23T09:00:00Z' } }, 'expired', 'own_expiry'],
        [{ BookingLink__r: null }, 'hidden', 'hidden'],
        [{ BookingLink__r: null, RevokedAt__c: { value: '2026-11-22T09:00:00Z' } }, 'revoked', 'revoked']
    ])('judges %j', (fields, state, rule) => {
        expect(verdictOn(linkOf(fields), [REQUIRED], NOW)).toEqual({ state, rule });
    });

    it('closes a link whose hosts are gone, but not for an additional attendee', () => {
        const attendee = { ...REQUIRED, kind: 'attendee', isThere: false } as const;
        expect(verdictOn(linkOf(), [REQUIRED, attendee], NOW).state).toBe('active');
        expect(verdictOn(linkOf(), [{ ...REQUIRED, isThere: false }], NOW).rule).toBe('hosts_gone');
        expect(verdictOn(linkOf(), [attendee], NOW).rule).toBe('hosts_gone');
    });
});
