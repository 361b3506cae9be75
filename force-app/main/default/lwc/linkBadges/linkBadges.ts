import { LightningElement, api } from 'lwc';
import type { ListedLink } from 'types/links';
import { LABELS } from './labels';

interface Badge {
    label: string;
    iconName: string;
}

/** What is special about a link, in words with icons. */
export default class LinkBadges extends LightningElement {
    @api link!: ListedLink;

    get badges(): Badge[] {
        const { isActive, isExpired, isInLibrary, isManaged } = this.link;
        return [
            ...(isActive ? [] : [{ label: LABELS.inactive, iconName: 'utility:ban' }]),
            ...(isExpired ? [{ label: LABELS.expired, iconName: 'utility:clock' }] : []),
            ...(isManaged ? [{ label: LABELS.managed, iconName: 'utility:lock' }] : []),
            ...(isInLibrary ? [{ label: LABELS.inLibrary, iconName: 'utility:groups' }] : [])
        ];
    }
}
