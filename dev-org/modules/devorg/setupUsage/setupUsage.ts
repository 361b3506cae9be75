import { devOrg } from '../../platform/http';
import { settings } from '../../platform/settings';
import { SetupElement } from '../../platform/setupElement';
import type { SetupColumn } from '../../platform/setupTable';

interface Usage {
    limit: number;
    used: number;
    days: { day: string; calls: number }[];
    endpoints: { method: string; pattern: string; calls: number }[];
}

/** How many API calls were made, on which days and of what. */
export default class SetupUsage extends SetupElement<Usage> {
    dayColumns: SetupColumn[] = [
        { label: 'Day (UTC)', name: 'day' },
        { label: 'API calls', name: 'calls', kind: 'number' }
    ];
    endpointColumns: SetupColumn[] = [
        { label: 'Resource', name: 'resource' },
        { label: 'Method', name: 'method' },
        { label: 'API calls', name: 'calls', kind: 'number' }
    ];

    get usedText(): string {
        const count = (value = 0): string => value.toLocaleString(settings.locale);
        return `${count(this.data?.used)} of ${count(this.data?.limit)} API calls in the last 24 hours`;
    }

    get usedPercent(): number {
        return this.data ? Math.min(100, (100 * this.data.used) / this.data.limit) : 0;
    }

    /** As every answer of the REST API says it. */
    get header(): string {
        return `Sforce-Limit-Info: api-usage=${this.data?.used}/${this.data?.limit}`;
    }

    get days(): Record<string, unknown>[] {
        return (this.data?.days ?? []).map((day) => ({ ...day, id: day.day }));
    }

    get endpoints(): Record<string, unknown>[] {
        return (this.data?.endpoints ?? []).map(({ method, pattern, calls }) => ({
            ...{ id: `${method} ${pattern}`, method, calls },
            resource: pattern.replace('/services/data/:version', '…')
        }));
    }

    protected load(): Promise<Usage> {
        return devOrg({ path: '/usage' });
    }
}
