import MeetingFilters, { NO_FILTERS, isFiltered } from 'c/meetingFilters';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, type Props } from '../../../../../test/mount';
import { picklistWire } from '../../../../../test/wire';

type Field = HTMLElement & { options: { value: string; label: string }[]; value: string; max: string; min: string };

async function mount(props?: Props<MeetingFilters>): Promise<HTMLElement> {
    const element = mountComponent('c-meeting-filters', MeetingFilters, { filters: NO_FILTERS, ...props });
    await flush();
    picklistWire.emit({ values: [{ value: 'Canceled', label: 'Abgesagt' }] }, ({ fieldApiName }) =>
        JSON.stringify(fieldApiName).includes('Status__c')
    );
    picklistWire.emit({ values: [{ value: 'Managed', label: 'Verwaltet' }] }, ({ fieldApiName }) =>
        JSON.stringify(fieldApiName).includes('LinkType__c')
    );
    await flush();
    return element;
}

function changesOf(element: HTMLElement): jest.Mock {
    const handleChange = jest.fn();
    element.addEventListener('filterchanged', ({ detail }: CustomEventInit) => handleChange(detail));
    return handleChange;
}

describe('c-meeting-filters', () => {
    afterEach(() => document.body.replaceChildren());

    it('offers statuses and link types in the user’s language', async () => {
        const element = await mount();
        expect(findById<Field>(element, 'status')!.options).toEqual([
            { value: '', label: 'All statuses' },
            { value: 'Canceled', label: 'Abgesagt' }
        ]);
        expect(findById<Field>(element, 'link-type')!.options.map(({ label }) => label)).toEqual([
            'All link types',
            'Verwaltet'
        ]);
    });

    it.each([
        ['status', 'Canceled', { status: 'Canceled' }],
        ['link-type', 'Managed', { linkType: 'Managed' }],
        ['host', 'Priya', { host: 'Priya' }]
    ])('tells what %s is narrowed to', async (id, value, change) => {
        const element = await mount();
        const handleChange = changesOf(element);
        findById(element, id)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
        expect(handleChange).toHaveBeenCalledWith(change);
    });

    it.each([
        ['from', '2026-11-23'],
        ['to', '']
    ])('tells what day meetings are %s', async (id, value) => {
        const element = await mount({ filters: { ...NO_FILTERS, to: '2026-11-27' } });
        const handleChange = changesOf(element);
        const input = findById<HTMLInputElement>(element, id)!;
        input.value = value;
        input.dispatchEvent(new CustomEvent('change'));
        expect(handleChange).toHaveBeenCalledWith({ [id]: value });
    });

    it('takes all filters back at once, when there are any', async () => {
        expect(findById(await mount(), 'clear')).toBeNull();
        const element = await mount({ filters: { ...NO_FILTERS, host: 'Priya' } });
        const handleChange = changesOf(element);
        findById(element, 'clear')!.click();
        expect(handleChange).toHaveBeenCalledWith(NO_FILTERS);
    });

    it('lets no period end before it begins', async () => {
        const element = await mount({ filters: { ...NO_FILTERS, from: '2026-11-23', to: '2026-11-27' } });
        expect(findById<Field>(element, 'to')!.min).toBe('2026-11-23');
        expect(findById<Field>(element, 'from')!.max).toBe('2026-11-27');
    });

    it('knows when nothing is narrowed', () => {
        expect(isFiltered(NO_FILTERS)).toBe(false);
        expect(isFiltered({ ...NO_FILTERS, search: 'a' })).toBe(true);
    });

    it('is accessible', async () => {
        await expect(await mount({ filters: { ...NO_FILTERS, host: 'Priya' } })).toBeAccessible();
    });
});
