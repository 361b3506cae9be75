import SearchBox from 'c/searchBox';
import { findById, mountComponent } from '../../../../../test/mount';

function mount(): { element: HTMLElement; terms: string[]; type: (text: string) => void } {
    const element = mountComponent('c-search-box', SearchBox, { label: 'Search your links' });
    const terms: string[] = [];
    element.addEventListener('search', (event) => terms.push((event as CustomEvent<{ term: string }>).detail.term));
    const type = (value: string): void => {
        findById(element, 'field')!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    };
    return { element, terms, type };
}

describe('c-search-box', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => {
        jest.useRealTimers();
        document.body.replaceChildren();
    });

    it('says what is searched for once typing pauses', () => {
        const { terms, type } = mount();
        type('in');
        jest.advanceTimersByTime(100);
        type('intro ');
        jest.advanceTimersByTime(1_000);
        expect(terms).toEqual(['intro']);
    });

    it('says nothing when the term is the same', () => {
        const { terms, type } = mount();
        type('  ');
        jest.advanceTimersByTime(1_000);
        expect(terms).toEqual([]);
    });

    it('says nothing any more once it is gone', () => {
        const { element, terms, type } = mount();
        type('intro');
        element.remove();
        jest.advanceTimersByTime(1_000);
        expect(terms).toEqual([]);
    });

    it('is accessible', async () => {
        jest.useRealTimers();
        await expect(mount().element).toBeAccessible();
    });
});
