import { loadScript } from 'lightning/platformResourceLoader';
import Chart, { type Series } from 'c/chart';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent } from '../../../../../test/mount';

const SERIES: Series[] = [
    { label: 'Single-Use', values: [3, 1200] },
    { label: 'Standard', values: [1, 0] }
];

type ChartElement = HTMLElement & { series: Series[] };

/** Draws nothing in jsdom, which has no canvas; what it is told to draw is what we decide. */
class Library {
    static readonly drawn: { canvas: HTMLCanvasElement; config: { data: unknown } }[] = [];
    static destroyed = 0;
    constructor(canvas: HTMLCanvasElement, config: { data: unknown }) {
        Library.drawn.push({ canvas, config });
    }
    destroy(): void {
        Library.destroyed += 1;
    }
}

async function mount(): Promise<ChartElement> {
    const element = mountComponent('c-chart', Chart, {
        heading: 'Bookings by week',
        labelHeading: 'Week from',
        labels: ['Nov 9', 'Nov 16'],
        series: SERIES
    }) as ChartElement;
    await flush();
    return element;
}

const tableText = (element: HTMLElement): string[] =>
    [...element.shadowRoot!.querySelectorAll('tr')].map((row) =>
        [...row.children].map(({ textContent }) => textContent).join(' | ')
    );

describe('c-chart', () => {
    beforeEach(() => {
        jest.mocked(loadScript).mockResolvedValue(undefined);
        Object.assign(window, { Chart: Library });
    });

    afterEach(() => {
        document.body.replaceChildren();
        Library.drawn.length = 0;
        Library.destroyed = 0;
    });

    it('draws its series over its labels', async () => {
        const element = await mount();
        expect(Library.drawn).toHaveLength(1);
        expect(Library.drawn[0]!.config.data).toMatchObject({
            labels: ['Nov 9', 'Nov 16'],
            datasets: [
                { label: 'Single-Use', data: [3, 1200] },
                { label: 'Standard', data: [1, 0] }
            ]
        });
        await expect(element).toBeAccessible();
    });

    it('says the same to screen readers as a table', async () => {
        const element = await mount();
        expect(tableText(element)).toEqual([
            'Week from | Single-Use | Standard',
            'Nov 9 | 3 | 1',
            'Nov 16 | 1,200 | 0'
        ]);
        expect(findById(element, 'table')!.className).toBe('slds-assistive-text');
        expect(findById(element, 'region')!.hasAttribute('tabindex')).toBe(false);
    });

    it('draws anew when the figures change', async () => {
        const element = await mount();
        element.series = [{ label: 'Single-Use', values: [4, 5] }];
        await flush();
        expect(Library.drawn).toHaveLength(2);
        expect(Library.destroyed).toBe(1);
    });

    it('shows the table instead on demand, and the chart again', async () => {
        const element = await mount();
        findById(element, 'toggle')!.click();
        await flush();
        expect(findById(element, 'table')!.className).toContain('slds-table');
        expect(Library.destroyed).toBe(1);
        const region = findById(element, 'region')!;
        expect([region.className, region.tabIndex]).toEqual(['slds-scrollable_x', 0]);
        expect(region.getAttribute('aria-label')).toBe('Bookings by week');
        await expect(element).toBeAccessible();
        findById(element, 'toggle')!.click();
        await flush();
        expect(Library.drawn).toHaveLength(2);
    });

    it('shows the table when the library cannot be loaded', async () => {
        jest.mocked(loadScript).mockRejectedValue(new Error('blocked'));
        const element = await mount();
        expect(findById(element, 'table')!.className).toContain('slds-table');
        expect(findById(element, 'toggle')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('leaves nothing behind', async () => {
        (await mount()).remove();
        expect(Library.destroyed).toBe(1);
    });
});
