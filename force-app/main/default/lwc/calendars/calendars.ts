import userId from '@salesforce/user/Id';
import { fillLabel } from 'c/labelUtils';
import { calendarFilter } from 'c/linkApi';
import LinkPages from 'c/linkPages';
import { meetingTypeSummary } from 'c/linkUtils';
import ShareLinkModal from 'c/shareLinkModal';
import type { ListedLink } from 'types/links';
import { LABELS } from './labels';

interface Row {
    link: ListedLink;
    summary: string;
    whose: string;
    menuName: string;
    isBookable: boolean;
}

/** Page *Calendars*: what prospects can book, whose calendar that opens, and a way to share it. */
export default class Calendars extends LinkPages {
    labels = LABELS;
    filters = [calendarFilter(userId)];
    isOwnerSearched = true;

    get rows(): Row[] {
        return this.links.map((link) => ({
            link,
            summary: meetingTypeSummary(link),
            whose: fillLabel(kindOf(link), link.hostNames.join(', ')),
            menuName: fillLabel(LABELS.menu, link.name),
            isBookable: link.isActive && !link.isExpired
        }));
    }

    async handleShareSelect(event: Event): Promise<void> {
        const { link: linkId } = (event.currentTarget as HTMLElement).dataset;
        const link = this.links.find(({ id }) => id === linkId);
        if (link) await ShareLinkModal.open({ label: fillLabel(LABELS.shareOf, link.name), size: 'small', link });
    }
}

function kindOf({ hasPool, hostNames }: ListedLink): string {
    if (hasPool) return LABELS.pool;
    if (hostNames.length > 1) return LABELS.group;
    return hostNames.length === 1 ? LABELS.personal : LABELS.nobody;
}
