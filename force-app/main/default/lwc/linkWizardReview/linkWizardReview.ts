import { LightningElement, api } from 'lwc';
import { formatMoment } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import type { HostRole, LinkDraft } from 'types/links';
import { LABELS } from './labels';

const ROLES: Record<HostRole, string> = {
    'Required Host': LABELS.required,
    Pool: LABELS.pool,
    'Additional Attendee': LABELS.attendee
};

/** Step of the wizard: everything at a glance before it is saved. */
export default class LinkWizardReview extends LightningElement {
    @api draft!: LinkDraft;

    get facts(): { label: string; value: string }[] {
        const { meetingType, hosts, name, slug, description, expiresAt, isInLibrary } = this.draft;
        return [
            { label: LABELS.type, value: meetingType?.title ?? '' },
            {
                label: LABELS.hosts,
                value: hosts.map((host) => fillLabel(LABELS.hostAndRole, host.name, ROLES[host.role])).join(', ')
            },
            { label: LABELS.name, value: name },
            { label: LABELS.slug, value: slug },
            { label: LABELS.description, value: description },
            { label: LABELS.expiry, value: expiresAt === '' ? LABELS.never : formatMoment(expiresAt) },
            { label: LABELS.library, value: isInLibrary ? LABELS.yes : LABELS.no }
        ];
    }
}
