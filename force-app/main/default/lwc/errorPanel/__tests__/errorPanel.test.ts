import ErrorPanel from 'c/errorPanel';
import { flush } from '../../../../../test/flush';
import { findById as find, mountComponent, textsById, type Props } from '../../../../../test/mount';

const mount = (props?: Props<ErrorPanel>): HTMLElement => mountComponent('c-error-panel', ErrorPanel, props);
const detailsOf = (element: HTMLElement): string[] => textsById(element, 'detail');

describe('c-error-panel', () => {
    afterEach(() => document.body.replaceChildren());

    it('announces what failed and what to do next', () => {
        const element = mount({ errors: new Error('boom') });
        expect(element.shadowRoot!.querySelector('[role="alert"]')).not.toBeNull();
        expect(find(element, 'message')!.textContent).toBe('Something went wrong.');
        expect(find(element, 'next-step')!.textContent).toContain('Try again');
    });

    it('says what its parent says', () => {
        const element = mount({ message: 'No link was made.', nextStep: 'Ask your admin.' });
        expect(find(element, 'message')!.textContent).toBe('No link was made.');
        expect(find(element, 'next-step')!.textContent).toBe('Ask your admin.');
    });

    it('opens and closes the details with a button', async () => {
        const element = mount({ errors: [{ message: 'First' }, { message: 'Second' }] });
        const button = find(element, 'details')!;
        expect(detailsOf(element)).toEqual([]);
        expect(button.ariaExpanded).toBe('false');
        button.click();
        await flush();
        expect(detailsOf(element)).toEqual(['First', 'Second']);
        expect(button.ariaExpanded).toBe('true');
        button.click();
        await flush();
        expect(detailsOf(element)).toEqual([]);
    });

    it('offers no details when the error has no message', () => {
        expect(find(mount({ errors: {} }), 'details')).toBeNull();
    });

    it('fires retry only where trying again makes sense', () => {
        const handleRetry = jest.fn();
        const element = mount({ isRetryable: true });
        element.addEventListener('retry', handleRetry);
        find(element, 'retry')!.click();
        expect(handleRetry).toHaveBeenCalledTimes(1);
        expect(find(mount(), 'retry')).toBeNull();
    });

    it('is accessible with the details open', async () => {
        const element = mount({ errors: 'boom', isRetryable: true });
        find(element, 'details')!.click();
        await flush();
        await expect(element).toBeAccessible();
    });
});
