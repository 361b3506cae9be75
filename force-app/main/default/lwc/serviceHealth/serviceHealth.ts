import { LightningElement, api } from 'lwc';
import { formatAge, formatMoment } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import type { ServiceStatus } from 'types/health';
import { figuresOf, isStale, type Figure } from './figures';
import { LABELS } from './labels';

/** What one installation of the booking service said of itself, and how old that is. */
export default class ServiceHealth extends LightningElement {
    @api status!: ServiceStatus;
    /** What ages are counted from. */
    @api now = new Date();

    labels = LABELS;

    get isStale(): boolean {
        return isStale(this.status, this.now);
    }

    get heardText(): string {
        const { writtenAt } = this.status;
        return fillLabel(LABELS.heard, formatAge(writtenAt, this.now), formatMoment(writtenAt));
    }

    get figures(): Figure[] {
        return figuresOf(this.status, this.now);
    }

    get replicas(): { name: string; text: string }[] {
        return this.status.replicas.map(({ name, startedAt, seenAt }) => ({
            name,
            text: fillLabel(LABELS.replica, name, formatAge(seenAt, this.now), formatAge(startedAt, this.now))
        }));
    }

    get hasNoReplica(): boolean {
        return this.status.replicas.length === 0;
    }
}
