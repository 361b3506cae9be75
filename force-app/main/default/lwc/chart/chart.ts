import { LightningElement, api } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import CHART_JS from '@salesforce/resourceUrl/ChartJs';
import { fillLabel } from 'c/labelUtils';
import { LABELS } from './labels';

/** One colour of bars. */
export interface Series {
    label: string;
    /** One for each of the chart's labels. */
    values: number[];
}

/** As much of Chart.js as is used here. */
interface BarChart {
    data: unknown;
    update(): void;
    destroy(): void;
}
type ChartClass = new (canvas: HTMLCanvasElement, config: object) => BarChart;

/** Each at least 4.5 : 1 on white, and told apart without red and green. */
const COLOURS = ['#0b5cab', '#9a3a00', '#3d5a2a'];

/** Bars over labels; the same as a table for those who cannot see or do not want bars. */
export default class Chart extends LightningElement {
    @api heading = '';
    /** What the first column of the table holds. */
    @api labelHeading = '';
    @api
    get labels(): string[] {
        return this.names;
    }
    set labels(labels: string[]) {
        this.names = labels;
        this.isDrawingDue = true;
    }
    @api
    get series(): Series[] {
        return this.bars;
    }
    set series(series: Series[]) {
        this.bars = series;
        this.isDrawingDue = true;
    }

    names: string[] = [];
    bars: Series[] = [];
    isTableShown = false;
    isWithoutLibrary = false;

    private isDrawingDue = true;
    private drawn: BarChart | undefined = undefined;

    async renderedCallback(): Promise<void> {
        if (!this.isDrawingDue || this.isTableVisible) return;
        this.isDrawingDue = false;
        try {
            await loadScript(this, CHART_JS);
            this.draw();
        } catch {
            // The table says the same.
            this.isWithoutLibrary = true;
        }
    }

    disconnectedCallback(): void {
        this.erase();
    }

    get isTableVisible(): boolean {
        return this.isTableShown || this.isWithoutLibrary;
    }

    get isChartVisible(): boolean {
        return !this.isTableVisible;
    }

    get isChartToggled(): boolean {
        return !this.isWithoutLibrary;
    }

    get toggleName(): string {
        return fillLabel(LABELS.named, this.toggleLabel, this.heading);
    }

    get tableClass(): string {
        return this.isTableVisible ? 'slds-table slds-table_cell-buffer slds-table_bordered' : 'slds-assistive-text';
    }

    /** A table wider than its place scrolls in it, by keyboard too: what scrolls has a name and takes the focus. */
    get regionClass(): string {
        return this.isTableVisible ? 'slds-scrollable_x' : '';
    }

    get regionRole(): string | null {
        return this.isTableVisible ? 'region' : null;
    }

    get regionName(): string | null {
        return this.isTableVisible ? this.heading : null;
    }

    get regionTabIndex(): string | null {
        return this.isTableVisible ? '0' : null;
    }

    get toggleLabel(): string {
        return this.isTableShown ? LABELS.showChart : LABELS.showTable;
    }

    get rows(): { label: string; cells: { key: string; value: string }[] }[] {
        return this.names.map((label, index) => ({
            label,
            cells: this.bars.map((series) => ({
                key: series.label,
                value: (series.values[index] ?? 0).toLocaleString()
            }))
        }));
    }

    handleToggleClick(): void {
        this.isTableShown = !this.isTableShown;
        this.isDrawingDue = true;
        this.erase();
    }

    private draw(): void {
        const frame = this.refs?.frame;
        const { Chart: Library } = window as unknown as { Chart?: ChartClass };
        if (!frame || !Library) return;
        this.erase();
        const canvas = document.createElement('canvas');
        frame.replaceChildren(canvas);
        this.drawn = new Library(canvas, barChart(this.names, this.bars));
    }

    private erase(): void {
        this.drawn?.destroy();
        this.drawn = undefined;
    }
}

function barChart(labels: string[], series: Series[]): object {
    const datasets = series.map(({ label, values }, index) => ({
        label,
        data: [...values],
        backgroundColor: COLOURS[index % COLOURS.length],
        // Where two colours meet, a line parts them.
        borderColor: '#ffffff',
        borderWidth: 1,
        maxBarThickness: 48
    }));
    const ticks = { color: '#3e3e3c', precision: 0 };
    return {
        type: 'bar',
        data: { labels: [...labels], datasets },
        options: {
            animation: false,
            maintainAspectRatio: false,
            plugins: { legend: { display: series.length > 1, labels: { color: '#3e3e3c' } } },
            scales: {
                x: { stacked: true, ticks, grid: { display: false } },
                y: { stacked: true, beginAtZero: true, ticks }
            }
        }
    };
}
