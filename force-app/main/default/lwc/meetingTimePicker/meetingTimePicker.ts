import { LightningElement, api } from 'lwc';
import { dayOf, formatShortDay, startOfDay } from 'c/userTime';
import { fillLabel } from 'c/labelUtils';
import type { Meeting } from 'types/meetings';
import { findFreeTimes, type FreeDay } from './freeTimes';
import { LABELS } from './labels';

/** Days looked at together. */
const SPAN_DAYS = 7;

/**
 * A new time for a meeting: one that all hosts have free, or any other, which the booking service checks.
 * Fires `timechosen` with `{ startsAt }`, ISO 8601 or empty.
 */
export default class MeetingTimePicker extends LightningElement {
    @api meeting!: Meeting;

    labels = LABELS;
    /** ISO 8601; empty until chosen. */
    startsAt = '';
    days: FreeDay[] = [];
    isLoading = true;
    isUnknown = false;
    /** Weeks from today. */
    week = 0;

    private askedCount = 0;

    connectedCallback(): void {
        void this.load();
    }

    get weekLabel(): string {
        return fillLabel(LABELS.week, formatShortDay(this.firstMoment), formatShortDay(startOfDay(this.lastDay)));
    }

    get isFirstWeek(): boolean {
        return this.week === 0;
    }

    get isWithoutTimes(): boolean {
        return !this.isLoading && !this.isUnknown && this.days.length === 0;
    }

    get rows(): { label: string; times: { startsAt: string; label: string; variant: string; name: string }[] }[] {
        return this.days.map(({ label, times }) => ({
            label,
            times: times.map((time) => ({
                ...time,
                name: fillLabel(LABELS.timeOfDay, label, time.label),
                variant: time.startsAt === this.startsAt ? 'brand' : 'neutral'
            }))
        }));
    }

    handleTimeClick(event: Event): void {
        this.choose((event.currentTarget as HTMLElement).dataset.start ?? '');
    }

    handleTimeChange(event: CustomEvent<{ value: string | null }>): void {
        this.choose(event.detail.value ?? '');
    }

    handleEarlierClick(): void {
        this.week -= 1;
        void this.load();
    }

    handleLaterClick(): void {
        this.week += 1;
        void this.load();
    }

    private get firstMoment(): string {
        return startOfDay(dayOf(new Date()), this.week * SPAN_DAYS);
    }

    private get lastDay(): string {
        return dayOf(new Date(startOfDay(dayOf(new Date(this.firstMoment)), SPAN_DAYS - 1)));
    }

    private choose(startsAt: string): void {
        this.startsAt = startsAt && new Date(startsAt).toISOString();
        this.dispatchEvent(new CustomEvent('timechosen', { detail: { startsAt: this.startsAt } }));
    }

    private async load(): Promise<void> {
        this.askedCount += 1;
        const asked = this.askedCount;
        this.isLoading = true;
        const found = await findFreeTimes(this.meeting, dayOf(new Date(this.firstMoment)), this.lastDay).catch(
            // The service checks whatever time is entered, so not knowing the free ones is no failure.
            () => undefined
        );
        if (asked !== this.askedCount) return;
        this.days = found ?? [];
        this.isUnknown = found === undefined;
        this.isLoading = false;
    }
}
