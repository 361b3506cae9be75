import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import type { Series } from 'c/chart';
import {
    DELAYS_QUERY,
    FIGURES_QUERY,
    WEEKS_QUERY,
    delaysVariables,
    figuresVariables,
    toDelays,
    toFigures,
    toWeeks,
    weeksVariables,
    type DelaysData,
    type Figures,
    type FiguresData,
    type Week,
    type WeeksData
} from 'c/homeApi';
import { formatShortDay } from 'c/userTime';
import { LABELS } from './labels';

/** Days that all but the weeks look back. */
const DAYS = 90;
const DAY_MS = 86_400_000;

const PERCENT = { style: 'percent', maximumFractionDigits: 0 } as const;

/** How links and meetings are doing, as far as the user may see them. */
export default class HomeCharts extends NavigationMixin(LightningElement) {
    labels = LABELS;
    weeksQuery = WEEKS_QUERY;
    figuresQuery = FIGURES_QUERY;
    delaysQuery = DELAYS_QUERY;
    /** When the page was opened: what it shows holds for this moment. */
    now = new Date();
    weeks: Week[] | undefined = undefined;
    figures: Figures | undefined = undefined;
    delays: number[] | undefined = undefined;
    errors: unknown = undefined;

    private readonly refreshers = new Map<string, (() => Promise<void>) | undefined>();

    @wire(graphql, { query: '$weeksQuery', variables: '$weeksVariables' })
    wiredWeeks({ data, errors, refresh }: GraphQLResult<WeeksData>): void {
        this.take('weeks', errors, refresh);
        if (data) this.weeks = toWeeks(data, this.now);
    }

    @wire(graphql, { query: '$figuresQuery', variables: '$figuresVariables' })
    wiredFigures({ data, errors, refresh }: GraphQLResult<FiguresData>): void {
        this.take('figures', errors, refresh);
        if (data) this.figures = toFigures(data);
    }

    @wire(graphql, { query: '$delaysQuery', variables: '$delaysVariables' })
    wiredDelays({ data, errors, refresh }: GraphQLResult<DelaysData>): void {
        this.take('delays', errors, refresh);
        if (data) this.delays = toDelays(data);
    }

    get weeksVariables(): Record<string, unknown> {
        return weeksVariables(this.now);
    }

    get figuresVariables(): Record<string, unknown> {
        return figuresVariables(this.now);
    }

    get delaysVariables(): Record<string, unknown> {
        return delaysVariables(new Date(this.now.getTime() - DAYS * DAY_MS).toISOString());
    }

    get isLoading(): boolean {
        return !this.errors && !(this.weeks && this.figures && this.delays);
    }

    get isEmpty(): boolean {
        return this.isComplete && this.bookedCount + this.madeCount + this.heldCount === 0;
    }

    get isShown(): boolean {
        return this.isComplete && !this.isEmpty;
    }

    get tiles(): { label: string; value: string }[] {
        const { links } = this;
        return [
            { label: LABELS.booked, value: this.bookedCount.toLocaleString() },
            { label: LABELS.conversion, value: share(links.used, this.madeCount) },
            { label: LABELS.unused, value: links.active.toLocaleString() },
            { label: LABELS.expired, value: links.expired.toLocaleString() },
            { label: LABELS.noShowRate, value: share(this.held['No-Show'] ?? 0, this.heldCount) }
        ];
    }

    get weekLabels(): string[] {
        return (this.weeks ?? []).map(({ startsAt }) => formatShortDay(startsAt));
    }

    get weekSeries(): Series[] {
        const kinds = [
            ['Single-Use', LABELS.singleUse],
            ['Standard', LABELS.standard],
            ['Managed', LABELS.managed]
        ] as const;
        return kinds.map(([kind, label]) => ({
            label,
            values: (this.weeks ?? []).map(({ counts }) => counts[kind] ?? 0)
        }));
    }

    get stateLabels(): string[] {
        return [LABELS.used, LABELS.active, LABELS.expiredState, LABELS.revoked, LABELS.inactive];
    }

    get stateSeries(): Series[] {
        const { used, active, expired, revoked, inactive } = this.links;
        return [{ label: LABELS.links, values: [used, active, expired, revoked, inactive] }];
    }

    get delayLabels(): string[] {
        return [LABELS.withinHour, LABELS.withinDay, LABELS.withinThreeDays, LABELS.withinWeek, LABELS.later];
    }

    get delaySeries(): Series[] {
        return [{ label: LABELS.bookings, values: this.delays ?? [] }];
    }

    get outcomeLabels(): string[] {
        return [LABELS.held, LABELS.noShows, LABELS.canceled];
    }

    get outcomeSeries(): Series[] {
        const noShows = this.held['No-Show'] ?? 0;
        const values = [this.heldCount - noShows, noShows, this.figures?.meetings.Canceled ?? 0];
        return [{ label: LABELS.meetings, values }];
    }

    handleGoToMyLinksClick(): void {
        this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'MyLinks' } });
    }

    async handleRefresh(): Promise<void> {
        this.errors = undefined;
        try {
            await Promise.all([...this.refreshers.values()].map((refresh) => refresh?.()));
        } catch (error) {
            this.errors = error;
        }
    }

    private get isComplete(): boolean {
        return !this.errors && !this.isLoading;
    }

    private get links(): Figures['links'] {
        return this.figures?.links ?? { used: 0, active: 0, expired: 0, revoked: 0, inactive: 0 };
    }

    private get madeCount(): number {
        return sum(Object.values(this.links));
    }

    private get bookedCount(): number {
        return sum((this.weeks ?? []).flatMap(({ counts }) => Object.values(counts)));
    }

    /** Meetings that took place or should have, by status. */
    private get held(): Record<string, number> {
        const statuses = Object.entries(this.figures?.meetings ?? {});
        return Object.fromEntries(statuses.filter(([status]) => status !== 'Canceled'));
    }

    private get heldCount(): number {
        return sum(Object.values(this.held));
    }

    private take(name: string, errors: unknown, refresh: (() => Promise<void>) | undefined): void {
        this.refreshers.set(name, refresh);
        if (errors) this.errors = errors;
    }
}

function sum(values: number[]): number {
    return values.reduce((total, value) => total + value, 0);
}

function share(part: number, whole: number): string {
    return whole === 0 ? '–' : (part / whole).toLocaleString(undefined, PERCENT);
}
