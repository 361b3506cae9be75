import { LightningElement, api } from 'lwc';
import { formatMoment } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import type { ManagedLinkDraft, ManagedUser } from 'types/managedLinks';
import { LABELS } from './labels';

/** As many names as one reads. */
const NAMES = 10;

/** Step of the wizard: everything at a glance before links are made. */
export default class ManagedLinkReview extends LightningElement {
    @api draft!: ManagedLinkDraft;
    @api users: ManagedUser[] = [];

    get facts(): { label: string; value: string }[] {
        const { meetingType, pool, name, namePattern, slugPattern, expiresAt, isInLibrary } = this.draft;
        return [
            { label: LABELS.type, value: meetingType?.title ?? '' },
            { label: LABELS.users, value: this.usersText },
            { label: LABELS.pool, value: pool?.name ?? '' },
            { label: LABELS.name, value: name },
            { label: LABELS.namePattern, value: namePattern },
            { label: LABELS.slugPattern, value: slugPattern },
            { label: LABELS.expiry, value: expiresAt === '' ? LABELS.never : formatMoment(expiresAt) },
            { label: LABELS.library, value: isInLibrary ? LABELS.yes : LABELS.no }
        ];
    }

    private get usersText(): string {
        const { users } = this;
        const names = users
            .slice(0, NAMES)
            .map(({ name }) => name)
            .join(', ');
        return users.length > NAMES
            ? fillLabel(LABELS.usersMore, users.length, names, users.length - NAMES)
            : fillLabel(LABELS.usersValue, users.length, names);
    }
}
