import AvailabilityHours from 'c/availabilityHours';
import { findById, mountComponent, textsById } from '../../../../../test/mount';

const WINDOW = { key: 'w', kind: 'Weekly', weekday: 'Monday', date: '', start: '09:00', end: '17:00' } as const;

function mount(props: object = {}): { element: HTMLElement; events: CustomEvent[] } {
    const element = mountComponent('c-availability-hours', AvailabilityHours, {
        ...{ window: WINDOW, dayName: 'Monday' },
        ...props
    });
    const events: CustomEvent[] = [];
    for (const name of ['windowchanged', 'windowremoved']) {
        element.addEventListener(name, (event) => events.push(event as CustomEvent));
    }
    return { element, events };
}

describe('c-availability-hours', () => {
    afterEach(() => document.body.replaceChildren());

    it('names each field with its day', async () => {
        const { element } = mount();
        expect(findById(element, 'start')).toMatchObject({ label: 'From, Monday', value: '09:00' });
        expect(findById(element, 'end')).toMatchObject({ label: 'Until, Monday', value: '17:00' });
        expect(findById(element, 'next-day')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('tells what was changed and removed', () => {
        const { element, events } = mount();
        findById(element, 'start')!.dispatchEvent(new CustomEvent('change', { detail: { value: '08:30:00.000' } }));
        findById(element, 'end')!.dispatchEvent(new CustomEvent('change', { detail: { value: null } }));
        findById(element, 'remove')!.click();
        expect(events.map(({ detail }: CustomEvent<unknown>) => detail)).toEqual([
            { key: 'w', fields: { start: '08:30' } },
            { key: 'w', fields: { end: '' } },
            { key: 'w' }
        ]);
    });

    it('says when hours run past midnight', () => {
        const { element } = mount({ window: { ...WINDOW, start: '22:00', end: '02:00' } });
        expect(textsById(element, 'next-day')).toEqual(['ends the next day']);
    });

    it.each([
        ['no_times', 'Enter both times.'],
        ['overlap', 'This overlaps other hours of the same day. Change or remove one of them.']
    ])('says what is wrong: %s', async (problem, text) => {
        const { element } = mount({ problem });
        expect(textsById(element, 'problem')).toEqual([text]);
        await expect(element).toBeAccessible();
    });
});
