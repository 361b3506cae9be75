import { devOrg } from '../../platform/http';
import { settings } from '../../platform/settings';
import { SetupElement } from '../../platform/setupElement';
import type { SetupColumn } from '../../platform/setupTable';

interface Fault {
    kind: string;
    method?: string;
    path?: string;
    body?: string;
    code?: string;
    times: number;
}

interface State {
    faults: Fault[];
    clock: { now: string; isSet: boolean };
}

/** What is about to go wrong on demand, and what time it is in the org. */
export default class SetupFaults extends SetupElement<State> {
    columns: SetupColumn[] = [
        { label: 'Kind', name: 'kind' },
        { label: 'Method', name: 'method' },
        { label: 'Path', name: 'path' },
        { label: 'Body', name: 'body' },
        { label: 'Times', name: 'times', kind: 'number' }
    ];
    timeZone = settings.timeZone;
    newTime = '';

    get faults(): Record<string, unknown>[] {
        return (this.data?.faults ?? []).map((fault, index) => ({
            ...{ id: String(index), method: 'any', path: 'any', body: 'any', ...fault },
            kind: fault.code ? `${fault.kind}: ${fault.code}` : fault.kind
        }));
    }

    get hasNoFaults(): boolean {
        return this.faults.length === 0;
    }

    get clockText(): string {
        return this.data?.clock.isSet ? 'It was set by hand and runs on from there.' : 'It shows the real time.';
    }

    get isReal(): boolean {
        return !this.data?.clock.isSet;
    }

    get hasNoTime(): boolean {
        return this.newTime === '';
    }

    handleClearClick(): Promise<void> {
        return this.change(() => devOrg({ method: 'DELETE', path: '/faults' }));
    }

    handleTimeChange(event: CustomEvent<{ value: string }>): void {
        this.newTime = event.detail.value;
    }

    handleSetClick(): Promise<void> {
        return this.change(() => devOrg({ method: 'POST', path: '/clock', body: { now: this.newTime } }));
    }

    handleResetClick(): Promise<void> {
        return this.change(() => devOrg({ method: 'DELETE', path: '/clock' }));
    }

    protected async load(): Promise<State> {
        const [{ faults }, clock] = await Promise.all([
            devOrg<Pick<State, 'faults'>>({ path: '/faults' }),
            devOrg<State['clock']>({ path: '/clock' })
        ]);
        return { faults, clock };
    }
}
