import ShareLinkModal from 'c/shareLinkModal';
import type { ListedLink } from 'types/links';
import { aLink } from '../../../../../test/links';
import { findById, mountComponent, textsById } from '../../../../../test/mount';

type ModalElement = HTMLElement & { close: jest.Mock };

const mount = (fields: Partial<ListedLink> = {}): ModalElement =>
    mountComponent('c-share-link-modal', ShareLinkModal, { link: aLink(fields) }) as ModalElement;

describe('c-share-link-modal', () => {
    afterEach(() => document.body.replaceChildren());

    it('copies the scheduling link and a single-use link', async () => {
        const element = mount();
        expect(findById(element, 'scheduling')).toMatchObject({ kind: 'reusable', label: 'Copy', place: 'Calendars' });
        expect(findById(element, 'single-use')).toMatchObject({
            kind: 'single-use',
            label: 'Copy',
            place: 'Calendars'
        });
        await expect(element).toBeAccessible();
    });

    it('warns of sharing a single-use link with a group', () => {
        expect(textsById(mount(), 'group-warning')).toEqual([expect.stringContaining('closes after the first person')]);
    });

    it('offers lines to embed the scheduling link', () => {
        expect(findById(mount({ slug: 'intro' }), 'embed')).toMatchObject({ link: aLink({ slug: 'intro' }) });
    });

    it('offers neither scheduling link nor lines to embed it where single use is required', async () => {
        const element = mount({ singleUsePolicy: 'Required' });
        expect(findById(element, 'scheduling')).toBeNull();
        expect(findById(element, 'embed')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('closes', () => {
        const element = mount();
        findById(element, 'close')!.click();
        expect(element.close).toHaveBeenCalledTimes(1);
    });
});
