import WorkProgress from 'c/workProgress';
import { findById, mountComponent, textsById, type Props } from '../../../../../test/mount';

const mount = (props: Props<WorkProgress>): HTMLElement =>
    mountComponent('c-work-progress', WorkProgress, { total: 4, doneMessage: 'All done', ...props });

/** What a press of a button fires. */
function firedBy(element: HTMLElement, id: string, type: string): boolean {
    const listener = jest.fn();
    element.addEventListener(type, listener);
    findById(element, id)!.click();
    return listener.mock.calls.length === 1;
}

describe('c-work-progress', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows how far the work is, and stops it', async () => {
        const element = mount({ done: 1, isRunning: true, heading: 'Links are being made' });
        expect(textsById(element, 'progress')).toEqual(['1 of 4 done']);
        expect(findById(element, 'bar')!.getAttribute('aria-valuenow')).toBe('25');
        expect(firedBy(element, 'stop', 'stop')).toBe(true);
        await expect(element).toBeAccessible();
    });

    it('says that everything is done', async () => {
        const element = mount({ done: 4 });
        expect(textsById(element, 'done')).toEqual([expect.stringContaining('All done')]);
        await expect(element).toBeAccessible();
    });

    it('goes on where it was stopped', async () => {
        const element = mount({ done: 2 });
        expect(textsById(element, 'stopped')).toEqual([expect.stringContaining('2 of 4')]);
        expect(firedBy(element, 'proceed', 'proceed')).toBe(true);
        expect(findById(element, 'retry')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('names what failed and why, and tries it again', async () => {
        const failures = [{ name: 'Ana Ito', error: { body: { message: 'No access' } } }];
        const element = mount({ done: 4, failures });
        expect(textsById(element, 'failure')).toEqual(['Ana ItoNo access']);
        expect(textsById(element, 'failed')).toEqual([expect.stringContaining('1 of 4')]);
        expect(firedBy(element, 'retry', 'retry')).toBe(true);
        expect(findById(element, 'done')).toBeNull();
        await expect(element).toBeAccessible();
    });
});
