import type { Interval, UtcMinute } from './intervals.ts';
import type { LocalDay } from './localDay.ts';
import { MINUTES_PER_DAY } from './localDay.ts';
import type { BlockOffsets } from './offsetChanges.ts';
import { blockOf, offsetReader, startOfBlock } from './offsetChanges.ts';
import { ZoneTable } from './zoneTable.ts';
import type { Fold } from './zoneTable.ts';

const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
const FIRST_MINUTE = Date.UTC(FIRST_YEAR, 0) / 60_000;
const LAST_MINUTE = Date.UTC(LAST_YEAR + 1, 0) / 60_000;

/** A local time is at most a day from UTC, and a window that starts the day before may run into the range. */
const MARGIN_MINUTES = 4 * MINUTES_PER_DAY;

interface KnownZone {
    readonly blocks: Map<number, BlockOffsets>;
    /** Holds a formatter, which takes longer to make than to use a hundred times. */
    readonly readBlock: (block: number) => BlockOffsets;
    readonly table: ZoneTable;
}

/** By lower-cased name: Intl ignores case, and the callers' spellings must not fill the memory. */
const knownZones = new Map<string, KnownZone>();

/** Keeps out offsets, which Intl takes for zones as well, and whatever is too long to be a name. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+\-/]{1,59}$/;

/** Whether the text names an IANA zone, such as `Europe/Berlin`. Bare offsets such as `+02:00` are no zones. */
export function isTimeZone(text: string): boolean {
    if (knownZones.has(text.toLowerCase())) return true;
    if (!ZONE_NAME.test(text)) return false;
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
    const covers = known?.table.covers ?? { start: from, end: to };
    const wider = buildTable(key, known, { start: Math.min(from, covers.start), end: Math.max(to, covers.end - 1) });
    knownZones.set(key, wider);
    return wider.table;
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

function readerOf(zone: string): (block: number) => BlockOffsets {
    try {
        if (ZONE_NAME.test(zone)) return offsetReader(zone);
    } catch {
        // Said below.
    }
    throw new RangeError(`"${zone}" is not a time zone.`);
}

function buildTable(zone: string, known: KnownZone | undefined, range: Interval): KnownZone {
    // The margin may reach out of the years. NaN fails as well.
    if (!(range.start >= FIRST_MINUTE - MARGIN_MINUTES && range.end <= LAST_MINUTE + MARGIN_MINUTES)) {
        throw new RangeError(`Times must lie in the years ${FIRST_YEAR} to ${LAST_YEAR}.`);
    }
    const readBlock = known?.readBlock ?? readerOf(zone);
    const blocks = known?.blocks ?? new Map<number, BlockOffsets>();
    const [first, last] = [blockOf(range.start), blockOf(range.end)];
    const wanted: BlockOffsets[] = [];
    for (let block = first; block <= last; block++) {
        const offsets = blocks.get(block) ?? readBlock(block);
        blocks.set(block, offsets);
        wanted.push(offsets);
    }
    const table = new ZoneTable({ start: startOfBlock(first), end: startOfBlock(last + 1) }, wanted);
    return { blocks, readBlock, table };
}
