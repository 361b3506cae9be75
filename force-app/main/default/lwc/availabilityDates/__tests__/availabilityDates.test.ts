import AvailabilityDates from 'c/availabilityDates';
import type { WindowProblem } from 'c/availabilityApi';
import type { AvailabilityWindow } from 'types/availability';
import { findById, mountComponent, textsById } from '../../../../../test/mount';

const OFF: AvailabilityWindow = { key: 'off', kind: 'Unavailable', date: '2026-12-24', start: '', end: '' };
const SHORT: AvailabilityWindow = { key: 'short', kind: 'Override', date: '2026-12-31', start: '09:00', end: '12:00' };

function mount(windows: AvailabilityWindow[], problems: [string, WindowProblem][] = []) {
    const element = mountComponent('c-availability-dates', AvailabilityDates, { windows, problems: new Map(problems) });
    const events: [string, unknown][] = [];
    for (const name of ['windowadded', 'windowchanged', 'windowremoved']) {
        element.addEventListener(name, (event) => events.push([name, (event as CustomEvent<unknown>).detail]));
    }
    return { element, events };
}

describe('c-availability-dates', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows days off and days with other hours', async () => {
        const { element } = mount([OFF, SHORT]);
        expect(element.shadowRoot!.querySelectorAll('[data-id="date-row"]')).toHaveLength(2);
        expect(findById(element, 'remove')).toMatchObject({ alternativeText: 'Remove Thursday, December 24, 2026' });
        expect(element.shadowRoot!.querySelectorAll('c-availability-hours')).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('adds a day off', async () => {
        const { element, events } = mount([]);
        findById(element, 'add-date')!.click();
        expect(events).toEqual([
            ['windowadded', { window: expect.objectContaining({ kind: 'Unavailable', date: '' }) }]
        ]);
        await expect(element).toBeAccessible();
    });

    it('turns a day off into one with hours, and back', () => {
        const { element, events } = mount([OFF]);
        const box = findById(element, 'all-day')!;
        box.dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
        box.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
        expect(events).toEqual([
            ['windowchanged', { key: 'off', fields: { kind: 'Override', start: '09:00', end: '17:00' } }],
            ['windowchanged', { key: 'off', fields: { kind: 'Unavailable', start: '', end: '' } }]
        ]);
    });

    it('tells of changed dates and removed rows, those of the hours included', () => {
        const { element, events } = mount([OFF, SHORT]);
        const date = findById<HTMLInputElement>(element, 'date')!;
        date.value = '2026-12-23';
        date.dispatchEvent(new CustomEvent('change'));
        findById(element, 'remove')!.click();
        const hours = element.shadowRoot!.querySelector('c-availability-hours')!;
        hours.dispatchEvent(new CustomEvent('windowremoved', { detail: { key: 'short' } }));
        expect(events).toEqual([
            ['windowchanged', { key: 'off', fields: { date: '2026-12-23' } }],
            ['windowremoved', { key: 'off' }],
            ['windowremoved', { key: 'short' }]
        ]);
    });

    it('says what is wrong at the date', async () => {
        const { element } = mount([{ ...OFF, date: '' }], [['off', 'no_date']]);
        expect(textsById(element, 'problem')).toEqual(['Enter a date.']);
        await expect(element).toBeAccessible();
    });
});
