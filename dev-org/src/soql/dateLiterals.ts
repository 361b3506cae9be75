import { inZone } from './dateFunctions.ts';

/** A span of time, `to` excluded. Milliseconds since the epoch. */
export interface Span {
    from: number;
    to: number;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const FIXED: Record<string, [Unit, offset: number]> = {
    YESTERDAY: ['DAY', -1],
    TODAY: ['DAY', 0],
    TOMORROW: ['DAY', 1]
};
const OFFSETS: Record<string, number> = { LAST: -1, THIS: 0, NEXT: 1 };
const MONTHS: Record<'MONTH' | 'QUARTER' | 'YEAR', number> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** What a date literal stands for: moments for a field with a time, days for one without. */
export interface LiteralSpan {
    moments: Span;
    /** `2026-11-21`, `to` excluded. */
    days: { from: string; to: string };
}

/**
 * The span a SOQL date literal stands for, such as `TODAY` or `LAST_N_DAYS:7`; undefined for one that does not exist.
 * Days are those of the zone, weeks begin on Sunday, the fiscal year is the calendar year.
 */
export function dateLiteralSpan(literal: string, now: number, timeZone: string): LiteralSpan | undefined {
    const [name = '', count] = literal.toUpperCase().replace('FISCAL_', '').split(':');
    const today = inZone(now, timeZone).getTime();
    const span = count === undefined ? namedSpan(name, today) : countedSpan(name, Number(count), today);
    if (!span) return undefined;
    const day = (wall: number): string => new Date(wall).toISOString().slice(0, 10);
    return {
        moments: { from: startOfDay(span.from, timeZone), to: startOfDay(span.to, timeZone) },
        days: { from: day(span.from), to: day(span.to) }
    };
}

/** When the day begins whose midnight a clock in the zone shows as `wall`, in milliseconds since the epoch. */
function startOfDay(wall: number, timeZone: string): number {
    const offsetAt = (moment: number): number => inZone(moment, timeZone).getTime() - moment;
    const guess = wall - offsetAt(wall);
    return wall - offsetAt(guess);
}

function namedSpan(name: string, now: number): Span | undefined {
    if (name === 'LAST_90_DAYS') return countedSpan('LAST_N_DAYS', 90, now);
    if (name === 'NEXT_90_DAYS') return countedSpan('NEXT_N_DAYS', 90, now);
    const [, which = '', unitName = ''] = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(name) ?? [];
    const [unit, offset] = FIXED[name] ?? [unitName as Unit, OFFSETS[which]];
    return offset === undefined ? undefined : { from: start(unit, now, offset), to: start(unit, now, offset + 1) };
}

function countedSpan(name: string, count: number, now: number): Span | undefined {
    const [, ago] = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO$/.exec(name) ?? [];
    if (ago !== undefined) return { from: start(ago as Unit, now, -count), to: start(ago as Unit, now, 1 - count) };
    const [, which, unitName] = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S$/.exec(name) ?? [];
    if (unitName === undefined) return undefined;
    const unit = unitName as Unit;
    if (which === 'NEXT') return { from: start(unit, now, 1), to: start(unit, now, count + 1) };
    // LAST_N_DAYS includes today; the longer units end before the current one.
    return { from: start(unit, now, -count), to: start(unit, now, unit === 'DAY' ? 1 : 0) };
}

/** Where the unit that holds `now` begins, moved by whole units. */
function start(unit: Unit, now: number, offset: number): number {
    const date = new Date(now);
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
    if (unit === 'DAY') return Date.UTC(year, month, day + offset);
    if (unit === 'WEEK') return Date.UTC(year, month, day - date.getUTCDay() + 7 * offset);
    const months = MONTHS[unit];
    return Date.UTC(year, Math.floor(month / months) * months + months * offset, 1);
}
