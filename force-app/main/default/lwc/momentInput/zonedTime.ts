const MINUTE_MS = 60_000;

/** Formatters by zone: making one costs more than a hundred uses. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What the clock of a zone shows at a moment, as `2026-12-24T09:30`. `instant` is ISO 8601. */
export function toWallTime(instant: string, timeZone: string): string {
    const parts = formatterOf(timeZone).formatToParts(new Date(instant));
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The moment at which the clock of a zone shows `wallTime`, in ISO 8601. Of a time that comes twice the first is
 * meant; a time that is skipped is moved on by as much as the clock is.
 */
export function toInstant(wallTime: string, timeZone: string): string {
    const asIfUtc = Date.parse(`${wallTime}:00Z`);
    const offsetAt = (at: number): number =>
        Date.parse(`${toWallTime(new Date(at).toISOString(), timeZone)}:00Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
    const candidates = [offsetAt(asIfUtc - 1440 * MINUTE_MS), offsetAt(asIfUtc + 1440 * MINUTE_MS)].map(
        (offset) => asIfUtc - offset
    );
    const exact = candidates.filter((at) => at + offsetAt(at) === asIfUtc);
    const [earliest = candidates[0] ?? asIfUtc] = exact.sort((a, b) => a - b);
    return new Date(earliest).toISOString();
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
    const known = formatters.get(timeZone);
    if (known) return known;
    const made = new Intl.DateTimeFormat('en-CA', {
        ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
        ...{ hour: '2-digit', minute: '2-digit' }
    });
    formatters.set(timeZone, made);
    return made;
}
