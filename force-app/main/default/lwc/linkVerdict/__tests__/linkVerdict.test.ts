import { toExplainedLink } from 'c/linkExplanation';
import LinkVerdict from 'c/linkVerdict';
import type { ExplainedHost, LinkVerdict as Verdict } from 'types/explanations';
import { explainData, singleUseNode } from '../../../../../test/explanations';
import { flush } from '../../../../../test/flush';
import { mountComponent, textsById } from '../../../../../test/mount';
import { navigation } from '../../../../../test/navigation';

const HOSTS: ExplainedHost[] = [
    { id: 'h1', name: 'Julio Reyes', kind: 'required', isThere: true },
    { id: 'h2', name: 'Sales Engineering', kind: 'pool', isThere: false },
    { id: 'h3', name: '', kind: 'required', isThere: false }
];
const NAMED = { Id: 'a0B000000000001AAA', Name: { value: 'M-000001' } };

async function mount(verdict: Verdict, fields: Record<string, unknown> = {}): Promise<HTMLElement> {
    navigation.generateUrl.mockImplementation(async ({ attributes }) => {
        const { recordId } = attributes ?? {};
        return `/r/${String(recordId)}`;
    });
    const link = toExplainedLink(explainData({ singleUse: singleUseNode(fields) }))!;
    const element = mountComponent('c-link-verdict', LinkVerdict, { link, hosts: HOSTS, verdict });
    await flush();
    return element;
}

const facts = (element: HTMLElement): string[] =>
    [...element.shadowRoot!.querySelectorAll('dt')].map(
        (name) => `${name.textContent ?? ''}: ${name.nextElementSibling?.textContent ?? ''}`
    );

describe('c-link-verdict', () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it.each<[Verdict['state'], Verdict['rule'], string, RegExp]>([
        ['active', 'none', 'No rule closes it.', /Nothing to do/],
        ['revoked', 'revoked', 'Somebody withdrew it.', /new single-use link/],
        ['revoked', 'deleted', 'Its record was deleted.', /new single-use link/],
        ['used', 'used', 'It admits one booking, and somebody has made it.', /latest mail/],
        ['inactive', 'original_off', 'Its original link is switched off or gone.', /Activate the original/],
        ['inactive', 'meeting_type_off', 'Its meeting type is switched off or gone.', /meeting type activated/],
        ['inactive', 'hosts_gone', 'A required host is not active any more', /active person/],
        ['inactive', 'single_use_required', 'Its meeting type is booked by single-use links only', /single-use link/],
        ['expired', 'own_expiry', 'Its own time is over.', /new single-use link/],
        ['expired', 'original_expiry', 'Its original link has expired.', /Move the expiry of the original/],
        ['expired', 'meeting_type_expiry', 'Its meeting type has expired.', /expiry of the meeting type/],
        ['hidden', 'hidden', 'The link is neither revoked nor used', /Ask who made/]
    ])('says of %s by %s why, and what to do next', async (state, rule, why, nextStep) => {
        const element = await mount({ state, rule });
        expect(textsById(element, 'state')[0]).not.toBe('');
        expect(textsById(element, 'rule')[0]).toContain(why);
        expect(textsById(element, 'next-step')[0]).toMatch(nextStep);
    });

    it('tells what the link belongs to, with who is missing, and leads there', async () => {
        const element = await mount(
            { state: 'used', rule: 'used' },
            { Meetings__r: { edges: [{ node: NAMED }] }, Replaces__r: { Id: 'a02', Name: { value: 'SUL-000007' } } }
        );
        expect(facts(element)).toEqual(
            expect.arrayContaining([
                'Single-use link: SUL-000042',
                'Meeting: M-000001',
                'Replaces: SUL-000007',
                'Original link: Julio: intro',
                'Meeting type: Intro call',
                'Hosts: Julio Reyes, Sales Engineering (pool without anybody who can be met), ' +
                    'Somebody you may not see (not active any more)'
            ])
        );
        const links = [...element.shadowRoot!.querySelectorAll('a')].map((link) => link.getAttribute('href'));
        expect(links).toEqual(['/r/a02000000000001AAA', `/r/${NAMED.Id}`, '/r/a02', '/r/a01000000000001AAA']);
    });

    it('tells who has opened it, as far as can be told', async () => {
        const opened = {
            FirstScannedAt__c: { value: '2026-11-20T09:00:05Z' },
            FirstOpenedAt__c: { value: '2026-11-20T10:00:00Z' }
        };
        expect(facts(await mount({ state: 'active', rule: 'none' }, opened))).toEqual(
            expect.arrayContaining([
                expect.stringMatching(/^First opened by a mail scanner \(probably\): Fri, Nov 20/),
                expect.stringMatching(/^First opened by a person: Fri, Nov 20/)
            ])
        );
    });

    it('leaves out what nobody knows, and says that the original is hidden', async () => {
        const shown = facts(await mount({ state: 'hidden', rule: 'hidden' }, { BookingLink__r: null }));
        expect(shown).toContain('Original link: You may not see it');
        expect(shown.some((fact) => /^(Used|Revoked|Meeting|Expires|First opened.*):/.test(fact))).toBe(false);
    });

    it.each<[Verdict['state'], Verdict['rule']]>([
        ['active', 'none'],
        ['used', 'used'],
        ['hidden', 'hidden']
    ])('is accessible when %s', async (state, rule) => {
        await expect(await mount({ state, rule })).toBeAccessible();
    });
});
