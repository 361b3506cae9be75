import WizardFooter from 'c/wizardFooter';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, type Props } from '../../../../../test/mount';

const EVENTS = ['back', 'next', 'leave', 'close'];

function mount(props: Props<WizardFooter> = {}): { element: HTMLElement; fired: string[] } {
    const element = mountComponent('c-wizard-footer', WizardFooter, { nextLabel: 'Next', ...props });
    const fired: string[] = [];
    for (const type of EVENTS) element.addEventListener(type, () => fired.push(type));
    return { element, fired };
}

async function click(element: HTMLElement, id: string): Promise<void> {
    findById(element, id)!.click();
    await flush();
}

describe('c-wizard-footer', () => {
    afterEach(() => document.body.replaceChildren());

    it('goes on and back', async () => {
        const { element, fired } = mount();
        await click(element, 'next');
        await click(element, 'back');
        expect(fired).toEqual(['next', 'back']);
        await expect(element).toBeAccessible();
    });

    it('has no way back from the first step, and leaves at once while nothing is entered', async () => {
        const { element, fired } = mount({ isFirst: true });
        expect(findById(element, 'back')).toBeNull();
        await click(element, 'cancel');
        expect(fired).toEqual(['leave']);
    });

    it('asks before it leaves what was entered', async () => {
        const { element, fired } = mount({ isChanged: true });
        await click(element, 'cancel');
        expect(fired).toEqual([]);
        await expect(element).toBeAccessible();
        await click(element, 'stay');
        expect(findById(element, 'leave-question')).toBeNull();
        await click(element, 'cancel');
        await click(element, 'leave');
        expect(fired).toEqual(['leave']);
    });

    it('only closes once nothing is entered any more', async () => {
        const { element, fired } = mount({ isOver: true });
        expect(findById(element, 'next')).toBeNull();
        await click(element, 'close');
        expect(fired).toEqual(['close']);
        await expect(element).toBeAccessible();
    });
});
