import HostPicker from 'c/hostPicker';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

type Radio = HTMLElement & { options: { label: string; value: string }[] };

const answer = (names: string[]): unknown => {
    const edges = names.map((name, index) => ({ node: { Id: `005${index}`, Name: { value: name } } }));
    const pool = { node: { Id: 'a06', Name: { value: 'A pool' } } };
    return { uiapi: { query: { User: { edges }, HostPool__c: { edges: [pool] } } } };
};

async function search(value: string): Promise<HTMLElement> {
    const element = mountComponent('c-host-picker', HostPicker, { exceptId: '0050' });
    await flush();
    findById(element, 'search')!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await flush();
    return element;
}

describe('c-host-picker', () => {
    afterEach(() => document.body.replaceChildren());

    it('asks for nobody until two letters are there', async () => {
        const element = await search('p');
        expect(graphqlWire.getLastConfig().query).toBeUndefined();
        expect(findById(element, 'hosts')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('offers people, not pools, and not the present host', async () => {
        const element = await search('pri');
        expect(findById<HTMLElement & { isLoading: boolean }>(element, 'search')!.isLoading).toBe(true);
        graphqlWire.emit(answer(['Julio Reyes', 'Priya Nair']));
        await flush();
        expect(findById<Radio>(element, 'hosts')!.options).toEqual([{ label: 'Priya Nair', value: '0051' }]);
        await expect(element).toBeAccessible();
    });

    it('tells who was chosen', async () => {
        const element = await search('pri');
        graphqlWire.emit(answer(['Julio Reyes', 'Priya Nair']));
        await flush();
        const handleChoice = jest.fn();
        element.addEventListener('hostchosen', ({ detail }: CustomEventInit) => handleChoice(detail));
        findById(element, 'hosts')!.dispatchEvent(new CustomEvent('change', { detail: { value: '0051' } }));
        expect(handleChoice).toHaveBeenCalledWith({ hostId: '0051', name: 'Priya Nair' });
    });

    it('says so when nobody is found', async () => {
        const element = await search('zzz');
        graphqlWire.emit(answer([]));
        await flush();
        expect(findById(element, 'no-match')!.textContent).toContain('Nobody of that name');
        await expect(element).toBeAccessible();
    });

    it('shows why people cannot be looked up', async () => {
        const element = await search('pri');
        graphqlWire.emitErrors([{ message: 'No access' }]);
        await flush();
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ errors: [{ message: 'No access' }] });
        await expect(element).toBeAccessible();
    });
});
