import type { Interval, UtcMinute } from './intervals.ts';
import type { LocalDay } from './localDay.ts';
import { MINUTES_PER_DAY } from './localDay.ts';
import type { YearOffsets } from './offsetChanges.ts';
import { offsetReader, startOfYear } from './offsetChanges.ts';
import { ZoneTable } from './zoneTable.ts';
import type { Fold } from './zoneTable.ts';

const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/** A local time is at most a day from UTC, and a window that starts the day before may run into the range. */
const MARGIN_MINUTES = 4 * MINUTES_PER_DAY;

interface KnownZone {
    readonly years: Map<number, YearOffsets>;
    readonly table: ZoneTable;
}

/** By lower-cased name: Intl ignores case, and the callers' spellings must not fill the memory. */
const knownZones = new Map<string, KnownZone>();

/** Whether the text names an IANA zone, such as `Europe/Berlin`. Bare offsets such as `+02:00` are no zones. */
export function isTimeZone(text: string): boolean {
    if (knownZones.has(text.toLowerCase())) return true;
    if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,59}$/.test(text)) return false;
    try {
        new Intl.DateTimeFormat('en-US', { timeZone: text });
        return true;
    } catch {
        return false;
    }
}

/**
 * The zone's offsets for all of `range` and four days around it; built once, then kept.
 *
 * @throws RangeError when the zone is unknown, or the range leaves the years 1970 to 2199
 */
export function zoneTable(zone: string, range: Interval): ZoneTable {
    const key = zone.toLowerCase();
    const from = range.start - MARGIN_MINUTES;
    const to = range.end + MARGIN_MINUTES;
    const known = knownZones.get(key);
    if (known && known.table.covers.start <= from && to <= known.table.covers.end) return known.table;
    if (!isTimeZone(zone)) throw new RangeError(`"${zone}" is not a time zone.`);
    const years = known?.years ?? new Map<number, YearOffsets>();
    const covers = known?.table.covers ?? { start: from, end: to };
    const table = buildTable(key, years, { start: Math.min(from, covers.start), end: Math.max(to, covers.end - 1) });
    knownZones.set(key, { years, table });
    return table;
}

/**
 * The moment at which the clock in `zone` shows `minuteOfDay` on `localDay`.
 *
 * @param minuteOfDay minutes after local midnight; 1440 is the next midnight
 * @param fold which moment is meant when the clock shows that time twice: `earlier` for the start of a window,
 * `later` for its end. A time that the clock skips becomes the moment of the skip, whichever is asked.
 * @throws RangeError as `zoneTable`
 */
export function toUtcMinutes(zone: string, localDay: LocalDay, minuteOfDay: number, fold: Fold = 'earlier'): UtcMinute {
    const localMinute = localDay * MINUTES_PER_DAY + minuteOfDay;
    return zoneTable(zone, { start: localMinute, end: localMinute + 1 }).toUtc(localMinute, fold);
}

/**
 * The date that the calendar in `zone` shows at a moment.
 *
 * @throws RangeError as `zoneTable`
 */
export function localDayOf(zone: string, minute: UtcMinute): LocalDay {
    return zoneTable(zone, { start: minute, end: minute + 1 }).dayOf(minute);
}

function buildTable(zone: string, years: Map<number, YearOffsets>, range: Interval): ZoneTable {
    const firstYear = yearOf(range.start);
    const lastYear = yearOf(range.end);
    // The margin may reach into the neighbouring year. NaN fails as well.
    if (!(firstYear >= FIRST_YEAR - 1 && lastYear <= LAST_YEAR + 1)) {
        throw new RangeError(`Times must lie in the years ${FIRST_YEAR} to ${LAST_YEAR}.`);
    }
    const readYear = offsetReader(zone);
    const wanted: YearOffsets[] = [];
    for (let year = firstYear; year <= lastYear; year++) {
        const offsets = years.get(year) ?? readYear(year);
        years.set(year, offsets);
        wanted.push(offsets);
    }
    return new ZoneTable({ start: startOfYear(firstYear), end: startOfYear(lastYear + 1) }, wanted);
}

const yearOf = (minute: UtcMinute): number => new Date(minute * 60_000).getUTCFullYear();
