import NewLinkModal from 'c/newLinkModal';
import { findById, mountComponent } from '../../../../../test/mount';

const mount = (): HTMLElement & { close: jest.Mock } =>
    mountComponent('c-new-link-modal', NewLinkModal) as HTMLElement & { close: jest.Mock };

describe('c-new-link-modal', () => {
    afterEach(() => document.body.replaceChildren());

    it.each(['standard', 'managed'])('closes with the kind that is chosen: %s', (kind) => {
        const element = mount();
        findById(element, kind)!.click();
        expect(element.close).toHaveBeenCalledWith(kind);
    });

    it('closes without a choice', async () => {
        const element = mount();
        await expect(element).toBeAccessible();
        findById(element, 'cancel')!.click();
        expect(element.close).toHaveBeenCalledWith();
    });
});
