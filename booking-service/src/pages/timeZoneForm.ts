import { raw } from 'hono/html';
import { zoneName } from './client/days.ts';
import { languageField } from './visit.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Texts } from './locales/texts.ts';
import type { TimePickerView } from './views.ts';

/** Which page the zone is changed on, and what of the page's address stays. */
export interface TimeZoneFormProps {
    picker: TimePickerView;
    /** The page's own path. */
    pagePath: string;
    /** Set when the length is the visitor's choice. */
    durationMinutes?: string | undefined;
    /** Set when the visitor chose the language. */
    lang?: string | undefined;
}

/** Id of the GET form that changes the zone; its controls stand inside the booking form and point at it. */
const ZONE_FORM_ID = 'zone-form';

const optionLists = new WeakMap<readonly string[], Map<string, Html>>();
let knownZones: readonly string[] | undefined;

/** The empty form itself. Forms cannot nest, so it stands before the one that books. */
export function timeZoneFormTarget({ picker, pagePath, durationMinutes, lang }: TimeZoneFormProps): Html {
    return html`<form id="${ZONE_FORM_ID}" method="get" action="${pagePath}" data-zone-form>
        <input type="hidden" name="from" value="${picker.days[0].date}" data-zone-from />
        ${durationMinutes !== undefined && html`<input type="hidden" name="durationMinutes" value="${durationMinutes}" />`}
        ${languageField(lang)}
    </form>`;
}

/** The zone in use, and a list to choose another. */
export function timeZoneForm(t: Texts, { picker }: Pick<TimeZoneFormProps, 'picker'>): Html {
    const { timeZone, timeZones = allTimeZones() } = picker;
    return html`<details class="zone">
        <summary>${t.times.zone}: <span data-zone-name>${zoneName(timeZone)}</span></summary>
        <div class="zone-controls">
            <label class="visually-hidden" for="time-zone">${t.times.zone}</label>
            <select id="time-zone" name="timeZone" form="${ZONE_FORM_ID}" autocomplete="off" data-zone-select>
                ${zoneOptions(timeZone, timeZones)}
            </select>
            <button class="button-secondary" form="${ZONE_FORM_ID}">${t.times.zoneSubmit}</button>
        </div>
    </details>`;
}

/** The zone in use comes first and once; the rest, some four hundred, is put together once per list. */
function zoneOptions(timeZone: string, timeZones: readonly string[]): Html {
    const options = optionsOf(timeZones);
    const others = [...options].filter(([zone]) => zone !== timeZone).map(([, option]) => option.toString());
    return html`<option value="${timeZone}" selected>${zoneName(timeZone)}</option>
        ${raw(others.join(''))}`;
}

function optionsOf(timeZones: readonly string[]): Map<string, Html> {
    const known = optionLists.get(timeZones);
    if (known) return known;
    // End tags are optional, and so is a value that equals the text: this list is the biggest part of the page.
    const made = new Map(
        timeZones.map((zone) => [
            zone,
            zone.includes('_')
                ? html`<option value="${zone}">${zoneName(zone)}</option>`
                : html`<option>${zone}</option>`
        ])
    );
    optionLists.set(timeZones, made);
    return made;
}

function allTimeZones(): readonly string[] {
    knownZones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
    return knownZones;
}
