import { SalesforceError } from '../salesforceError.ts';
import type { Route } from './route.ts';

/** Calls of one resource on one day. */
interface Calls {
    /** `2026-11-21`, in UTC. */
    day: string;
    method: string;
    pattern: string;
    calls: number;
}

/** What the org's API calls were made for; days in UTC, the newest first, resources by their number of calls. */
export interface UsageReport {
    limit: number;
    used: number;
    days: { day: string; calls: number }[];
    endpoints: { method: string; pattern: string; calls: number }[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Older days are forgotten. */
const DAYS_KEPT = 30;

/** Counts API calls against the org's limit for any 24 hours, and remembers what they were for. */
export class ApiUsage {
    limit: number;
    readonly #now: () => number;
    /** Calls by hour since the epoch. */
    readonly #byHour = new Map<number, number>();
    readonly #byCall = new Map<string, Calls>();

    /** `now` gives milliseconds since the epoch. */
    constructor(limit: number, now: () => number) {
        this.limit = limit;
        this.#now = now;
    }

    /** Calls of the last 24 hours. */
    get used(): number {
        const hour = Math.floor(this.#now() / HOUR_MS);
        let used = 0;
        for (const [counted, calls] of this.#byHour) if (counted > hour - 24 && counted <= hour) used += calls;
        return used;
    }

    /** @throws SalesforceError REQUEST_LIMIT_EXCEEDED */
    count({ method, pattern }: Pick<Route, 'method' | 'pattern'>): void {
        const now = this.#now();
        const hour = Math.floor(now / HOUR_MS);
        if (!this.#byHour.has(hour)) this.#forget(now);
        this.#byHour.set(hour, (this.#byHour.get(hour) ?? 0) + 1);
        const day = dayOf(now);
        const key = `${day} ${method} ${pattern}`;
        const call = this.#byCall.get(key) ?? { day, method, pattern, calls: 0 };
        call.calls += 1;
        this.#byCall.set(key, call);
        if (this.used > this.limit) {
            throw new SalesforceError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
        }
    }

    /** `api-usage=18/5000` */
    header(): string {
        return `api-usage=${this.used}/${this.limit}`;
    }

    report(): UsageReport {
        const calls = [...this.#byCall.values()];
        const days = sumBy(calls, ({ day }) => day).map(([{ day }, sum]) => ({ day, calls: sum }));
        const endpoints = sumBy(calls, ({ method, pattern }) => `${method} ${pattern}`).map(
            ([{ method, pattern }, sum]) => ({ method, pattern, calls: sum })
        );
        return {
            ...{ limit: this.limit, used: this.used },
            days: days.sort((a, b) => (a.day < b.day ? 1 : -1)),
            endpoints: endpoints.sort((a, b) => b.calls - a.calls)
        };
    }

    #forget(now: number): void {
        const oldest = dayOf(now - DAYS_KEPT * DAY_MS);
        for (const [key, { day }] of this.#byCall) if (day < oldest) this.#byCall.delete(key);
        for (const hour of this.#byHour.keys()) if (hour * HOUR_MS < now - 2 * DAY_MS) this.#byHour.delete(hour);
    }
}

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

function sumBy(calls: Calls[], keyOf: (call: Calls) => string): [first: Calls, sum: number][] {
    return [...Map.groupBy(calls, keyOf).values()].flatMap((group): [Calls, number][] => {
        const [first] = group;
        return first ? [[first, group.reduce((sum, call) => sum + call.calls, 0)]] : [];
    });
}
