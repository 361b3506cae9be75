import LinkTable from 'c/linkTable';
import { aLink } from '../../../../../test/links';
import { mountComponent, textsById } from '../../../../../test/mount';

const LINKS = [aLink(), aLink({ id: 'a01000000000002AAA', name: 'Julio: paused', isActive: false, unusedCount: 2 })];

const mount = (isCopyOnly = false): HTMLElement =>
    mountComponent('c-link-table', LinkTable, { links: LINKS, place: 'My Links', isCopyOnly });
const all = (element: HTMLElement, selector: string): Element[] => [...element.shadowRoot!.querySelectorAll(selector)];

describe('c-link-table', () => {
    afterEach(() => document.body.replaceChildren());

    it('has a row for each link, with what it books and with whom', () => {
        const [first] = textsById(mount(), 'row');
        expect(first).toContain('Julio: deep dive');
        expect(first).toContain('Technical deep dive · 60 min');
        expect(first).toContain('Julio Reyes, Sales Engineering');
    });

    it('copies only what can be booked', () => {
        const element = mount();
        expect(all(element, 'c-copy-link-menu')).toHaveLength(1);
        expect(textsById(element, 'row')[1]).toContain('Cannot be booked now');
    });

    it('has actions for own links and owners for others', () => {
        expect(all(mount(), 'c-booking-link-menu')).toHaveLength(2);
        const library = mount(true);
        expect(all(library, 'c-booking-link-menu')).toEqual([]);
        expect(textsById(library, 'owner')).toEqual(['Julio Reyes', 'Julio Reyes']);
    });

    it('passes on that a link was copied or has changed', () => {
        const element = mount();
        const listener = jest.fn();
        for (const type of ['linkcopied', 'linkchanged'])
            element.addEventListener(type, ({ type: name }) => listener(name));
        const copied = new CustomEvent('linkcopied', { detail: { kind: 'single-use' } });
        all(element, 'c-copy-link-menu')[0]!.dispatchEvent(copied);
        all(element, 'c-booking-link-menu')[0]!.dispatchEvent(new CustomEvent('linkchanged'));
        expect(listener.mock.calls.flat()).toEqual(['linkcopied', 'linkchanged']);
    });

    it('lets rows be selected, and says which', async () => {
        const [first, second] = LINKS;
        const element = mountComponent('c-link-table', LinkTable, {
            links: LINKS,
            place: 'All Links',
            hasOwner: true,
            isSelectable: true,
            selectedIds: [second!.id]
        });
        const boxes = all(element, '[data-id="select"]') as HTMLInputElement[];
        expect(boxes.map(({ checked }) => checked)).toEqual([false, true]);
        expect(textsById(element, 'owner')).toHaveLength(2);
        const selections: string[][] = [];
        element.addEventListener('selectionchanged', (event) =>
            selections.push((event as CustomEvent<{ selectedIds: string[] }>).detail.selectedIds)
        );
        boxes[0]!.click();
        boxes[1]!.click();
        expect(selections).toEqual([[second!.id, first!.id], []]);
        await expect(element).toBeAccessible();
    });

    it.each([true, false])('is accessible, copy only: %s', async (isCopyOnly) => {
        await expect(mount(isCopyOnly)).toBeAccessible();
    });
});
