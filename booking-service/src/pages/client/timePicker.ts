import { endOfMonth, startOfMonth, zoneName } from './days.ts';
import { part } from './pickerElements.ts';
import { PickerView } from './pickerView.ts';
import type { Shown } from './pickerView.ts';
import { LinkClosedError, fetchSlots } from './slotsApi.ts';

/** Changes dates and zone without leaving the page, so that nothing typed or chosen is lost. */
export class TimePicker {
    private readonly root: HTMLElement;
    private readonly view: PickerView;
    private readonly locale: string;
    private shown: Shown;
    private loading = new AbortController();

    constructor(root: HTMLElement) {
        this.root = root;
        this.locale = visitorLocale();
        this.view = new PickerView(root, this.locale);
        this.shown = this.view.initial;
    }

    /** Takes over the links and the zone form, and shows the visitor's own zone unless they chose one. */
    start(): void {
        this.root.addEventListener('click', (event) => this.handleClick(event));
        this.root.addEventListener('change', (event) => this.handleChange(event));
        // Toggling does not bubble, so it is caught on its way down.
        this.root.addEventListener('toggle', () => this.view.markOpenDay(), true);
        part(document, '[data-zone-form]').addEventListener('submit', (event) => this.handleZoneSubmit(event));
        if (this.locale !== document.documentElement.lang) this.view.write(this.shown, { slots: this.view.slots });
        this.view.markOpenDay();
        const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
        const isChosen = 'timeZoneChosen' in this.root.dataset;
        if (timeZone && timeZone !== this.shown.timeZone && !isChosen) void this.show({ ...this.shown, timeZone });
    }

    private handleClick(event: Event): void {
        const link = event.target instanceof Element ? event.target.closest('a') : null;
        if (!link?.hasAttribute('href') || isForNewTab(event)) return;
        const { turn } = link.dataset;
        if (turn && this.canLoad) {
            event.preventDefault();
            const from = startOfMonth(this.shown.from, turn === 'next' ? 1 : -1);
            void this.showChosen({ ...this.shown, from, to: endOfMonth(from) });
        } else if (link.hash.startsWith('#times-')) {
            event.preventDefault();
            openDay(link.hash.slice(1));
        }
    }

    private handleChange(event: Event): void {
        const { target } = event;
        if (target instanceof HTMLInputElement) this.view.showSelection(this.shown.timeZone);
        else if (target instanceof HTMLSelectElement) void this.showChosen({ ...this.shown, timeZone: target.value });
    }

    private handleZoneSubmit(event: Event): void {
        if (!this.canLoad) return;
        event.preventDefault();
        void this.showChosen({ ...this.shown, timeZone: this.zoneSelect.value });
    }

    /** As `show`, for a wish of the visitor: the address keeps it, so that a reload shows the same. */
    private async showChosen(wanted: Shown): Promise<void> {
        const isShown = await this.show(wanted);
        if (isShown) history.replaceState(null, '', this.view.href(wanted.from, wanted.timeZone));
    }

    /** Loads and shows other times; false when they could not be had or are no longer wanted. */
    private async show(wanted: Shown): Promise<boolean> {
        const { link, durationMinutes } = this.root.dataset;
        if (!link) return false;
        this.loading.abort();
        const loading = new AbortController();
        this.loading = loading;
        this.root.setAttribute('aria-busy', 'true');
        try {
            const answer = await fetchSlots({ ...wanted, link, durationMinutes }, loading.signal);
            this.view.write(wanted, answer);
            this.announceChange(wanted);
            this.shown = wanted;
            return true;
        } catch (error) {
            if (!loading.signal.aborted) this.reportFailure(error);
            return false;
        } finally {
            if (loading === this.loading) this.root.removeAttribute('aria-busy');
        }
    }

    private reportFailure(error: unknown): void {
        // The server says better than we could why a link is closed.
        if (error instanceof LinkClosedError) location.reload();
        const { timeZone } = this.shown;
        this.zoneSelect.value = timeZone;
        this.announce(this.view.words.notLoaded.replace('{timeZone}', zoneName(timeZone)), true);
    }

    private announceChange({ timeZone }: Shown): void {
        const { shownIn, shownFor } = this.view.words;
        const range = part(this.root, '[data-range]').textContent;
        const isOtherZone = timeZone !== this.shown.timeZone;
        this.announce(
            isOtherZone ? shownIn.replace('{timeZone}', zoneName(timeZone)) : shownFor.replace('{range}', range)
        );
    }

    private announce(text: string, isVisible = false): void {
        const status = part(this.root, '[data-status]');
        status.textContent = text;
        status.classList.toggle('visually-hidden', !isVisible);
    }

    private get zoneSelect(): HTMLSelectElement {
        return part(this.root, '[data-zone-select]', HTMLSelectElement);
    }

    private get canLoad(): boolean {
        return 'link' in this.root.dataset;
    }
}

function openDay(id: string): void {
    const details = document.getElementById(id)?.closest('details');
    if (!details) return;
    details.open = true;
    details.querySelector('summary')?.focus();
}

/** The visitor's own variant of the page's language, for their clock and their order of day and month. */
function visitorLocale(): string {
    const pageLocale = document.documentElement.lang;
    const language = pageLocale.split('-')[0];
    return navigator.languages.find((locale) => locale.split('-')[0] === language) ?? pageLocale;
}

function isForNewTab(event: Event): boolean {
    return event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0);
}
