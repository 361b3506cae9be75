import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import ownTimeZone from '@salesforce/i18n/timeZone';
import userId from '@salesforce/user/Id';
import {
    SCHEDULE_QUERY,
    WEEKDAYS,
    WORKDAYS,
    copyToWorkdays,
    findProblems,
    newWindow,
    saveSchedule,
    scheduleVariables,
    toSchedule,
    usualWeek,
    weeklyMinutes,
    type ScheduleData,
    type WindowProblem
} from 'c/availabilityApi';
import { formatHours, formatWeekday } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import { StepsError } from 'c/recordSteps';
import type { AvailabilitySchedule, AvailabilityWindow, Weekday } from 'types/availability';
import { LABELS } from './labels';

interface DayRow {
    weekday: Weekday;
    name: string;
    windows: { window: AvailabilityWindow; problem: WindowProblem | undefined }[];
    isFree: boolean;
    canBeCopied: boolean;
    addName: string;
    copyName: string;
}

/** Page *My Availability*: when prospects can book the running user. */
export default class MyAvailability extends LightningElement {
    labels = LABELS;
    query = SCHEDULE_QUERY;
    variables = scheduleVariables(userId);
    loadErrors: unknown = undefined;
    saveErrors: unknown = undefined;
    saveMessage = '';
    isLoading = true;
    isSaving = false;
    /** What stands on the page; undefined until there is a schedule. */
    draft: AvailabilitySchedule | undefined = undefined;
    problems = new Map<string, WindowProblem>();

    private original: AvailabilitySchedule | undefined = undefined;
    private refreshSchedule: (() => Promise<void>) | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredSchedule({ data, errors, refresh }: GraphQLResult<ScheduleData>): void {
        this.refreshSchedule = refresh;
        this.loadErrors = errors;
        if (!data && !errors) return;
        this.isLoading = false;
        if (data) this.show(toSchedule(data));
    }

    get isEmpty(): boolean {
        return !this.isLoading && this.loadErrors === undefined && this.draft === undefined;
    }

    get days(): DayRow[] {
        const windows = this.draft?.windows ?? [];
        return WEEKDAYS.map((weekday, index) => {
            const name = formatWeekday(index);
            const own = windows.filter((window) => window.kind === 'Weekly' && window.weekday === weekday);
            return {
                weekday,
                name,
                windows: own.map((window) => ({ window, problem: this.problems.get(window.key) })),
                isFree: own.length === 0,
                canBeCopied: own.length > 0 && WORKDAYS.includes(weekday),
                addName: fillLabel(LABELS.addHoursOn, name),
                copyName: fillLabel(LABELS.copyOf, name)
            };
        });
    }

    get dateWindows(): AvailabilityWindow[] {
        return (this.draft?.windows ?? []).filter(({ kind }) => kind !== 'Weekly');
    }

    get summary(): string {
        return fillLabel(LABELS.summary, formatHours(weeklyMinutes(this.draft?.windows ?? [])));
    }

    get timeZones(): { label: string; value: string }[] {
        const zones = new Set([...Intl.supportedValuesOf('timeZone'), this.draft?.timeZone ?? ownTimeZone]);
        return [...zones].sort().map((value) => ({ label: value.replaceAll('_', ' '), value }));
    }

    get isChanged(): boolean {
        return this.draft !== undefined && this.draft !== this.original;
    }

    handleStartClick(): void {
        this.draft = { timeZone: ownTimeZone, windows: usualWeek() };
    }

    handleZoneChange(event: CustomEvent<{ value: string }>): void {
        if (this.draft) this.draft = { ...this.draft, timeZone: event.detail.value };
    }

    handleAddClick(event: Event): void {
        const weekday = weekdayOf(event);
        this.edit((windows) => [...windows, newWindow({ kind: 'Weekly', weekday, start: '', end: '' })]);
    }

    handleCopyClick(event: Event): void {
        const weekday = weekdayOf(event);
        this.edit((windows) => copyToWorkdays(windows, weekday));
    }

    handleWindowAdded(event: CustomEvent<{ window: AvailabilityWindow }>): void {
        this.edit((windows) => [...windows, event.detail.window]);
    }

    handleWindowChanged(event: CustomEvent<{ key: string; fields: Partial<AvailabilityWindow> }>): void {
        const { key, fields } = event.detail;
        this.edit((windows) => windows.map((window) => (window.key === key ? { ...window, ...fields } : window)));
    }

    handleWindowRemoved(event: CustomEvent<{ key: string }>): void {
        this.edit((windows) => windows.filter(({ key }) => key !== event.detail.key));
    }

    handleDiscardClick(): void {
        this.show(this.original);
    }

    async handleSaveClick(): Promise<void> {
        if (!this.draft) return;
        this.problems = findProblems(this.draft.windows);
        if (this.problems.size > 0) return;
        this.isSaving = true;
        this.saveErrors = undefined;
        try {
            await saveSchedule(this.draft, this.original, { userId, name: LABELS.scheduleName });
            this.dispatchEvent(new ShowToastEvent({ title: LABELS.saved, variant: 'success' }));
            await this.refreshSchedule?.();
        } catch (error) {
            await this.reportFailure(error);
        } finally {
            this.isSaving = false;
        }
    }

    async handleRetry(): Promise<void> {
        try {
            await this.refreshSchedule?.();
        } catch (error) {
            this.loadErrors = error;
        }
    }

    private show(schedule: AvailabilitySchedule | undefined): void {
        this.original = schedule;
        this.draft = schedule;
        this.problems = new Map();
        this.saveErrors = undefined;
    }

    private edit(change: (windows: AvailabilityWindow[]) => AvailabilityWindow[]): void {
        if (!this.draft) return;
        this.draft = { ...this.draft, windows: change(this.draft.windows) };
        // Once told what is wrong, people watch it go away.
        if (this.problems.size > 0) this.problems = findProblems(this.draft.windows);
    }

    /** What is half saved is shown as it is; what was taken back stays on the page to be saved again. */
    private async reportFailure(error: unknown): Promise<void> {
        const isUndone = error instanceof StepsError && error.isUndone;
        if (!isUndone) await this.refreshSchedule?.();
        this.saveErrors = error instanceof StepsError ? error.cause : error;
        this.saveMessage = isUndone ? LABELS.saveError : LABELS.partlySaved;
    }
}

function weekdayOf(event: Event): Weekday {
    const { weekday } = (event.currentTarget as HTMLElement).dataset;
    return weekday as Weekday;
}
