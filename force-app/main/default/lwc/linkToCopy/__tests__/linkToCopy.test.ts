import LinkToCopy from 'c/linkToCopy';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent } from '../../../../../test/mount';

const URL_TO_COPY = 'https://book.nexora.example/s/abc';

const mount = (url: string): HTMLElement & { url: string } =>
    mountComponent('c-link-to-copy', LinkToCopy, { url }) as HTMLElement & { url: string };

describe('c-link-to-copy', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows nothing without a URL', async () => {
        const element = mount('');
        expect(findById(element, 'uncopied-url')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('shows the URL selected in a field that cannot be changed', async () => {
        const element = mount('');
        element.url = URL_TO_COPY;
        await flush();
        const field = findById<HTMLInputElement>(element, 'uncopied-url')!;
        expect(field.value).toBe(URL_TO_COPY);
        expect(field.readOnly).toBe(true);
        expect(element.shadowRoot!.activeElement).toBe(field);
        expect([field.selectionStart, field.selectionEnd]).toEqual([0, URL_TO_COPY.length]);
        await expect(element).toBeAccessible();
    });
});
