import ExplainLink from 'c/explainLink';
import type LinkVerdict from 'c/linkVerdict';
import { hashToken, newToken } from 'c/linkToken';
import { explainData, hostsData, membersData, singleUseNode } from '../../../../../test/explanations';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

const JULIO = { role: 'Required Host', name: 'Julio Reyes', isActive: true };
const refresh = jest.fn<Promise<void>, []>();

const asks =
    (name: string) =>
    ({ query }: { query?: unknown }): boolean =>
        String(query).includes(`query ${name}`);
const answer = (name: string, data: unknown): void => graphqlWire.emit(data, asks(name), refresh);

async function explain(text: string): Promise<HTMLElement> {
    const element = mountComponent('c-explain-link', ExplainLink);
    findById(element, 'input')!.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
    findById(element, 'explain')!.click();
    await flush();
    return element;
}

async function explainFound(data: unknown, hosts = [JULIO]): Promise<HTMLElement> {
    const element = await explain('SUL-000042');
    answer('ExplainLink', data);
    await flush();
    answer('LinkHosts', hostsData(hosts));
    await flush();
    return element;
}

/** Salesforce answers with an error. */
async function explainInVain(): Promise<HTMLElement> {
    const element = await explain('SUL-000042');
    graphqlWire.emitErrors([{ message: 'offline' }], undefined, refresh);
    await flush();
    return element;
}

const verdictOf = (element: HTMLElement) =>
    element.shadowRoot!.querySelector<HTMLElement & LinkVerdict>('c-link-verdict');
const loadState = (element: HTMLElement) =>
    element.shadowRoot!.querySelector('c-load-state') as HTMLElement & Record<string, unknown>;

describe('c-explain-link', () => {
    beforeEach(() => refresh.mockReset().mockResolvedValue(undefined));
    afterEach(() => {
        document.body.replaceChildren();
    });

    it('asks for the hash of a token, and keeps the token nowhere', async () => {
        const token = newToken();
        const element = await explain(`https://book.nexora.example/s/${token}`);
        const { variables } = graphqlWire.getLastConfig();
        expect(variables).toMatchObject({ singleUse: { TokenHash__c: { eq: await hashToken(token) } } });
        expect(JSON.stringify(variables)).not.toContain(token);
        expect(findById<HTMLInputElement>(element, 'input')!.value).toBe('');
        expect(element.shadowRoot!.textContent).not.toContain(token);
        expect(loadState(element).isLoading).toBe(true);
    });

    it('shows the verdict once the hosts are known', async () => {
        const element = await explain('SUL-000042');
        answer('ExplainLink', explainData({ singleUse: singleUseNode() }));
        await flush();
        expect(verdictOf(element)).toBeNull();
        answer('LinkHosts', hostsData([JULIO]));
        await flush();
        expect(verdictOf(element)?.verdict).toEqual({ state: 'active', rule: 'none' });
        expect(verdictOf(element)?.hosts).toHaveLength(1);
    });

    it('waits for the members where there is a pool', async () => {
        const pool = { role: 'Pool', name: 'Sales Engineering', isActive: true, poolId: 'p1' };
        const element = await explainFound(explainData({ singleUse: singleUseNode() }), [JULIO, pool]);
        expect(verdictOf(element)).toBeNull();
        expect(graphqlWire.getLastConfig().variables).toMatchObject({
            where: { and: [{ HostPool__c: { in: ['p1'] } }, { IsActive__c: { eq: true } }] }
        });
        answer('PoolMembers', membersData([['p1', true]]));
        await flush();
        expect(verdictOf(element)?.verdict.state).toBe('active');
    });

    it('explains the reusable link by its slug', async () => {
        const element = await explainFound(explainData({ isOriginal: true }));
        expect(verdictOf(element)?.link.singleUse).toBeUndefined();
        expect(verdictOf(element)?.verdict.state).toBe('active');
    });

    it('needs no hosts where the original may not be seen', async () => {
        const element = await explain('SUL-000042');
        answer('ExplainLink', explainData({ singleUse: singleUseNode({ BookingLink__r: null }) }));
        await flush();
        expect(verdictOf(element)?.verdict.state).toBe('hidden');
    });

    it.each([
        ['https://book.nexora.example/s/cut-off', 'A character of this link is wrong or missing.'],
        ['https://book.nexora.example/m/abc', 'This is the link of a meeting that is already booked.'],
        ['hello there', 'This is no booking link.']
    ])('says of %s what it is without asking Salesforce', async (text, heading) => {
        const element = await explain(text);
        expect(textsById(element, 'heading')).toEqual([heading]);
        expect(textsById(element, 'next-step')[0]).not.toBe('');
        expect(graphqlWire.getLastConfig().query).toBeUndefined();
    });

    it('says that nobody may see a link that is not there', async () => {
        const element = await explain('https://book.nexora.example/l/other');
        answer('ExplainLink', explainData());
        await flush();
        expect(textsById(element, 'heading')).toEqual(['There is no such link that you may see.']);
    });

    it('says that a link belongs elsewhere', async () => {
        const element = await explain('https://book.other.example/l/other');
        answer('ExplainLink', explainData());
        await flush();
        expect(textsById(element, 'heading')[0]).toContain('belongs to https://book.other.example');
        expect(textsById(element, 'next-step')[0]).toContain('https://book.nexora.example');
    });

    it('does nothing with an empty field', async () => {
        const element = await explain('  ');
        expect(loadState(element).isLoading).toBe(false);
        expect(findById(element, 'notice')).toBeNull();
    });

    it('explains by Enter too', async () => {
        const element = mountComponent('c-explain-link', ExplainLink);
        findById(element, 'input')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'hello there' } }));
        const submit = new CustomEvent('submit', { cancelable: true });
        findById(element, 'form')!.dispatchEvent(submit);
        await flush();
        expect(submit.defaultPrevented).toBe(true);
        expect(textsById(element, 'heading')).toEqual(['This is no booking link.']);
    });

    it('shows an error and asks again', async () => {
        const element = await explainInVain();
        expect(loadState(element).errors).toHaveLength(1);
        expect(loadState(element).isLoading).toBe(false);
        loadState(element).dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(refresh).toHaveBeenCalled();
        expect(loadState(element).errors).toBeUndefined();
    });

    it.each([
        ['at first', async () => mountComponent('c-explain-link', ExplainLink)],
        ['with a notice', () => explain('hello there')],
        ['while it loads', () => explain('SUL-000042')],
        ['with a verdict', () => explainFound(explainData({ singleUse: singleUseNode() }))],
        ['when it fails', explainInVain]
    ])('is accessible %s', async (_state, make) => {
        await expect(await make()).toBeAccessible();
    });
});
