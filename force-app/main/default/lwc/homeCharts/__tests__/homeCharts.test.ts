import HomeCharts from 'c/homeCharts';
import type { Series } from 'c/chart';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { navigation } from '../../../../../test/navigation';
import { graphqlWire } from '../../../../../test/wire';

type ChartElement = HTMLElement & { heading: string; labels: string[]; series: Series[] };
type LoadStateElement = HTMLElement & { isLoading: boolean; isEmpty: boolean; errors: unknown };

const countOf = (value: number): unknown => ({ edges: [{ node: { aggregate: { Id: { count: { value } } } } }] });
const groups = (field: string, counts: Record<string, number>): unknown => ({
    edges: Object.entries(counts).map(([value, count]) => ({
        node: { aggregate: { [field]: { value }, Id: { count: { value: count } } } }
    }))
});

function emit(name: string, aggregate: unknown, refresh?: () => Promise<void>): void {
    graphqlWire.emit({ uiapi: { aggregate } }, ({ query }) => String(query).includes(`query ${name}`), refresh);
}

async function mount(factor = 1, refresh?: () => Promise<void>): Promise<HTMLElement> {
    const element = mountComponent('c-home-charts', HomeCharts);
    await flush();
    const times = (counts: Record<string, number>): Record<string, number> =>
        Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count * factor]));
    emit('BookingsByWeek', { week7: groups('LinkType__c', times({ Standard: 2, 'Single-Use': 5 })) }, refresh);
    const links = { used: 3, active: 4, expired: 2, revoked: 1, inactive: 0 };
    const counts = Object.fromEntries(Object.entries(links).map(([name, count]) => [name, countOf(count * factor)]));
    const meetings = groups('Status__c', times({ Completed: 6, Scheduled: 2, 'No-Show': 2, Canceled: 5 }));
    emit('HomeFigures', { meetings, ...counts }, refresh);
    emit('HomeDelays', { span0: countOf(factor), span1: countOf(2 * factor) }, refresh);
    await flush();
    return element;
}

const loadState = (element: HTMLElement): LoadStateElement => element.shadowRoot!.querySelector('c-load-state')!;
const chartOf = (element: HTMLElement, heading: string): ChartElement =>
    [...element.shadowRoot!.querySelectorAll<ChartElement>('c-chart')].find((chart) =>
        chart.heading.startsWith(heading)
    )!;

describe('c-home-charts', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('loads until all three answers are there', async () => {
        const element = mountComponent('c-home-charts', HomeCharts);
        await flush();
        emit('HomeDelays', { span0: countOf(1) });
        await flush();
        expect(loadState(element)).toMatchObject({ isLoading: true, isEmpty: false });
        expect(findById(element, 'tile')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('shows what matters as figures', async () => {
        const element = await mount();
        expect(textsById(element, 'tile')).toEqual([
            'Booked in 8 weeks7',
            'Single-use links booked30%',
            'Unused links4',
            'Expired links2',
            // Canceled meetings were nobody's to miss.
            'No-show rate20%'
        ]);
        await expect(element).toBeAccessible();
    });

    it('shows bookings by week and link type', async () => {
        const { labels, series } = chartOf(await mount(), 'Bookings by week');
        expect(labels).toHaveLength(8);
        expect(series.map(({ label, values }) => [label, values.at(-1)])).toEqual([
            ['Single-Use', 5],
            ['Standard', 2],
            ['Managed', 0]
        ]);
    });

    it.each([
        ['Single-use links', [3, 4, 2, 1, 0]],
        ['Time from copy', [1, 2, 0, 0, 0]],
        ['Meetings of', [8, 2, 5]]
    ])('shows %s', async (heading, values) => {
        expect(chartOf(await mount(), heading).series[0]!.values).toEqual(values);
    });

    it('teaches what to do when there is nothing to count', async () => {
        const element = await mount(0);
        expect(loadState(element).isEmpty).toBe(true);
        expect(element.shadowRoot!.querySelector('c-chart')).toBeNull();
        findById(element, 'go-to-my-links')!.click();
        expect(navigation.navigate).toHaveBeenCalledWith(
            expect.objectContaining({ attributes: { apiName: 'MyLinks' } })
        );
        await expect(element).toBeAccessible();
    });

    it('shows why there are no figures, and asks for all of them again', async () => {
        const refresh = jest.fn().mockResolvedValue(undefined);
        const element = await mount(1, refresh);
        graphqlWire.emitErrors([{ message: 'No access' }], undefined, refresh);
        await flush();
        expect(loadState(element).errors).toEqual([{ message: 'No access' }]);
        await expect(element).toBeAccessible();
        loadState(element).dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(refresh).toHaveBeenCalledTimes(3);
        expect(loadState(element).errors).toBeUndefined();
    });
});
