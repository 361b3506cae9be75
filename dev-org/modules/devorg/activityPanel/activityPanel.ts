import { LightningElement, api } from 'lwc';
import { errorText } from '../../platform/errorText';
import { onRecordChange } from '../../platform/recordChanges';
import { literal, query } from '../../platform/soql';
import type { QueryRow } from '../../platform/soql';
import { objectOfId, settings } from '../../platform/settings';

/** Of more, the latest are shown. */
const MOST = 200;

interface Activity {
    id: string;
    subject: string;
    startsAt: string;
    place: string;
    owner: string;
    url: string;
}

/** Events of a person or record: what is to come, and what has been. */
export default class ActivityPanel extends LightningElement {
    @api recordId = '';

    activities: Activity[] | undefined = undefined;
    error = '';
    timeZone = settings.timeZone;

    private stopWatching: () => void = () => undefined;

    connectedCallback(): void {
        this.stopWatching = onRecordChange(this.recordId, () => {
            void this.load();
        });
        void this.load();
    }

    disconnectedCallback(): void {
        this.stopWatching();
    }

    get sections(): { label: string; activities: Activity[]; isEmpty: boolean }[] {
        const now = new Date(Date.now() + settings.clockOffset).toISOString();
        const all = this.activities ?? [];
        const upcoming = all.filter(({ startsAt }) => startsAt >= now);
        const past = all.filter(({ startsAt }) => startsAt < now).reverse();
        return [
            { label: 'Upcoming', activities: upcoming, isEmpty: upcoming.length === 0 },
            { label: 'Past', activities: past, isEmpty: past.length === 0 }
        ];
    }

    get isLoading(): boolean {
        return !this.activities && !this.error;
    }

    handleRefreshClick(): Promise<void> {
        return this.load();
    }

    private async load(): Promise<void> {
        const id = literal(this.recordId);
        const soql =
            'SELECT Id, Subject, StartDateTime, Location, Owner.Name FROM Event ' +
            `WHERE ${conditionOf(this.recordId, id)} ORDER BY StartDateTime DESC LIMIT ${MOST}`;
        this.error = '';
        try {
            this.activities = (await query(soql)).map(toActivity).reverse();
        } catch (error) {
            this.error = errorText(error);
        }
    }
}

/** An account shows what its contacts have to do with, too. */
function conditionOf(recordId: string, id: string): string {
    const own = `WhoId = ${id} OR WhatId = ${id}`;
    const isAccount = objectOfId(recordId)?.name === 'Account';
    return isAccount ? `${own} OR WhoId IN (SELECT Id FROM Contact WHERE AccountId = ${id})` : own;
}

function toActivity(row: QueryRow): Activity {
    const owner = row.Owner as { Name?: string } | null;
    return {
        id: row.Id,
        subject: text(row.Subject) || 'Event',
        startsAt: new Date(text(row.StartDateTime)).toISOString(),
        place: text(row.Location),
        owner: owner?.Name ?? '',
        url: `/lightning/r/Event/${row.Id}/view`
    };
}

function text(value: unknown): string {
    return typeof value === 'string' ? value : '';
}
