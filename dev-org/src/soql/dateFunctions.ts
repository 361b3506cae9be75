/** A date function of SOQL: what it gives for a moment, whose UTC parts are those of the wanted zone. */
export interface DateFunction {
    type: 'int' | 'date';
    /** Whether it needs a time of day, so that plain dates are refused. */
    needsTime?: true;
    compute: (moment: Date) => number | string;
}

const DAY_MS = 86_400_000;
const quarter = (moment: Date): number => Math.floor(moment.getUTCMonth() / 3) + 1;
const month = (moment: Date): number => moment.getUTCMonth() + 1;
const year = (moment: Date): number => moment.getUTCFullYear();
const dayOfYear = (moment: Date): number =>
    Math.floor((moment.getTime() - Date.UTC(moment.getUTCFullYear(), 0, 1)) / DAY_MS) + 1;

/** By name. The fiscal year is the calendar year. */
export const DATE_FUNCTIONS: Record<string, DateFunction> = {
    CALENDAR_MONTH: { type: 'int', compute: month },
    CALENDAR_QUARTER: { type: 'int', compute: quarter },
    CALENDAR_YEAR: { type: 'int', compute: year },
    DAY_IN_MONTH: { type: 'int', compute: (moment) => moment.getUTCDate() },
    DAY_IN_WEEK: { type: 'int', compute: (moment) => moment.getUTCDay() + 1 },
    DAY_IN_YEAR: { type: 'int', compute: dayOfYear },
    DAY_ONLY: { type: 'date', needsTime: true, compute: (moment) => moment.toISOString().slice(0, 10) },
    FISCAL_MONTH: { type: 'int', compute: month },
    FISCAL_QUARTER: { type: 'int', compute: quarter },
    FISCAL_YEAR: { type: 'int', compute: year },
    HOUR_IN_DAY: { type: 'int', needsTime: true, compute: (moment) => moment.getUTCHours() },
    WEEK_IN_MONTH: { type: 'int', compute: (moment) => Math.ceil(moment.getUTCDate() / 7) },
    WEEK_IN_YEAR: { type: 'int', compute: (moment) => Math.ceil(dayOfYear(moment) / 7) }
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date whose UTC parts are what a clock in the zone shows; the zones of users are checked nowhere, so UTC for none. */
export function inZone(milliseconds: number, timeZone: string): Date {
    const format = formats.get(timeZone) ?? zoneFormat(timeZone);
    formats.set(timeZone, format);
    const parts = Object.fromEntries(
        format.formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)])
    );
    const { year: y = 0, month: m = 1, day: d = 1, hour = 0, minute = 0, second = 0 } = parts;
    return new Date(Date.UTC(y, m - 1, d, hour, minute, second));
}

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
    const options: Intl.DateTimeFormatOptions = {
        ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
        ...{ hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' }
    };
    try {
        return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
    } catch {
        // An unknown zone is read as the platform reads one: as GMT.
        return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
    }
}
