import EmptyState from 'c/emptyState';
import { mountComponent } from '../../../../../test/mount';

const mount = (): HTMLElement =>
    mountComponent('c-empty-state', EmptyState, {
        heading: 'No meetings yet',
        message: 'Copy a link and send it.',
        iconName: 'utility:event'
    });

describe('c-empty-state', () => {
    afterEach(() => document.body.replaceChildren());

    it('says why there is nothing and how to change that', () => {
        const texts = [...mount().shadowRoot!.querySelectorAll('p')].map((paragraph) => paragraph.textContent);
        expect(texts).toEqual(['No meetings yet', 'Copy a link and send it.']);
    });

    it('is accessible', async () => {
        await expect(mount()).toBeAccessible();
    });
});
