import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { formatAge } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import type { UnusedLink } from 'types/links';
import { LABELS } from './labels';

/** Asks what to do with links that a person has and has not used, before another one is made. */
export default class UnusedLinkDialog extends LightningModal {
    @api links: UnusedLink[] = [];
    /** Called within the click, since browsers let us copy only there: true when the old links are to be revoked. */
    @api choose: (revokes: boolean) => void = () => undefined;

    labels = LABELS;

    get question(): string {
        const [newest] = this.links;
        const age = newest ? formatAge(newest.madeAt, new Date()) : '';
        return this.links.length === 1 ? fillLabel(LABELS.one, age) : fillLabel(LABELS.several, this.links.length, age);
    }

    get isOpened(): boolean {
        return this.links.some(({ isOpened }) => isOpened);
    }

    handleReplaceClick(): void {
        this.choose(true);
        this.close();
    }

    handleKeepClick(): void {
        this.choose(false);
        this.close();
    }

    handleCancelClick(): void {
        this.close();
    }
}
