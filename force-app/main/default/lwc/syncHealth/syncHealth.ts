import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { SERVICE_STATUS_QUERY, toServiceStatuses, type ServiceStatusData } from 'c/healthApi';
import { sendHint } from 'c/meetingActionApi';
import { pause } from 'c/timing';
import type { ServiceStatus } from 'types/health';
import { LABELS } from './labels';

/** How long a service that was hinted at takes to write its figures anew. */
const ANSWER_MS = 1200;
/** A page left open grows old by itself. */
const TICK_MS = 60_000;

/** Page *Sync Health*: how each installation of the booking service does, as it last said itself. */
export default class SyncHealth extends LightningElement {
    labels = LABELS;
    query = SERVICE_STATUS_QUERY;
    /** Undefined until Salesforce has answered. */
    statuses: ServiceStatus[] | undefined = undefined;
    errors: unknown = undefined;
    isRefreshing = false;
    /** What ages are counted from. */
    now = new Date();

    private refreshStatuses: (() => Promise<void>) | undefined = undefined;
    private ticking: number | undefined = undefined;

    @wire(graphql, { query: '$query' })
    wiredStatuses({ data, errors, refresh }: GraphQLResult<ServiceStatusData>): void {
        this.refreshStatuses = refresh;
        this.errors = errors;
        this.now = new Date();
        if (data) this.statuses = toServiceStatuses(data);
    }

    connectedCallback(): void {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- stopped in disconnectedCallback
        this.ticking = window.setInterval(() => {
            void this.load();
        }, TICK_MS);
    }

    disconnectedCallback(): void {
        window.clearInterval(this.ticking);
    }

    get isBusy(): boolean {
        return this.isRefreshing || (this.statuses === undefined && this.errors === undefined);
    }

    get shownStatuses(): ServiceStatus[] {
        return this.statuses ?? [];
    }

    get isEmpty(): boolean {
        return this.statuses?.length === 0;
    }

    /** Has each service write its figures anew, as far as it can be reached from here, and shows them. */
    async handleRefreshClick(): Promise<void> {
        this.isRefreshing = true;
        const hints = (this.statuses ?? []).map(({ hintUrl, id }) => sendHint(hintUrl, id));
        const isTaken = (await Promise.all(hints)).includes(true);
        if (isTaken) await pause(ANSWER_MS);
        await this.load();
        this.isRefreshing = false;
    }

    private async load(): Promise<void> {
        try {
            await this.refreshStatuses?.();
        } catch (error) {
            this.errors = error;
        }
        // An unchanged answer may not reach the wire again.
        this.now = new Date();
    }
}
