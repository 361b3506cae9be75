import LoadState from 'c/loadState';
import { mountComponent } from '../../../../../test/mount';

const WORDS = {
    errorMessage: 'The links could not be loaded.',
    emptyHeading: 'No links yet',
    emptyMessage: 'Make your first link.',
    iconName: 'utility:link'
};

const mount = (state: Record<string, unknown>): HTMLElement =>
    mountComponent('c-load-state', LoadState, { ...WORDS, ...state });

const query = (element: HTMLElement, selector: string): Element | null => element.shadowRoot!.querySelector(selector);

describe('c-load-state', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows nothing where there is data', async () => {
        const element = mount({});
        expect(element.shadowRoot!.children).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('says that it loads', async () => {
        const element = mount({ isLoading: true });
        expect(query(element, 'lightning-spinner')).toMatchObject({ alternativeText: 'Loading' });
        await expect(element).toBeAccessible();
    });

    it('says what could not be loaded and passes on the wish to try again', async () => {
        const errors = [{ message: 'Read timed out' }];
        const element = mount({ errors });
        const retried = jest.fn();
        element.addEventListener('retry', retried);
        const panel = query(element, 'c-error-panel')!;
        expect(panel).toMatchObject({ errors, message: WORDS.errorMessage, isRetryable: true });
        panel.dispatchEvent(new CustomEvent('retry'));
        expect(retried).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('says why there is nothing and how to change that', async () => {
        const element = mount({ isEmpty: true });
        expect(query(element, 'c-empty-state')).toMatchObject({
            heading: WORDS.emptyHeading,
            message: WORDS.emptyMessage,
            iconName: WORDS.iconName
        });
        await expect(element).toBeAccessible();
    });
});
