import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { fillLabel } from 'c/labelUtils';
import { setLinkActive, setLinkShared } from 'c/linkApi';
import LinkWizard from 'c/linkWizard';
import UnusedLinksModal from 'c/unusedLinksModal';
import type { ListedLink } from 'types/links';
import { LABELS } from './labels';

type Action = 'edit' | 'clone' | 'activate' | 'deactivate' | 'share' | 'unshare' | 'unused';

/** What the owner of a link can do with it, but copying. Fires `linkchanged` once something may have changed. */
export default class BookingLinkMenu extends LightningElement {
    @api link!: ListedLink;

    labels = LABELS;
    error: unknown = undefined;

    private isBusy = false;
    private readonly actions: Record<Action, () => Promise<unknown>> = {
        edit: () => this.openWizard(fillLabel(LABELS.editOf, this.link.name), false),
        clone: () => this.openWizard(fillLabel(LABELS.cloneOf, this.link.name), true),
        activate: () => this.change(setLinkActive(this.link.id, true), LABELS.activated),
        deactivate: () => this.change(setLinkActive(this.link.id, false), LABELS.deactivated),
        share: () => this.change(setLinkShared(this.link.id, true), LABELS.shared),
        unshare: () => this.change(setLinkShared(this.link.id, false), LABELS.unshared),
        unused: () => this.openUnused()
    };

    get menuName(): string {
        return fillLabel(LABELS.menu, this.link.name);
    }

    get items(): { value: Action; label: string }[] {
        const { isManaged, isSwitchedOn, isInLibrary } = this.link;
        const unused = { value: 'unused', label: LABELS.unused } as const;
        if (isManaged) return [unused];
        return [
            { value: 'edit', label: LABELS.edit },
            { value: 'clone', label: LABELS.clone },
            isSwitchedOn
                ? { value: 'deactivate', label: LABELS.deactivate }
                : { value: 'activate', label: LABELS.activate },
            isInLibrary ? { value: 'unshare', label: LABELS.unshare } : { value: 'share', label: LABELS.share },
            unused
        ];
    }

    async handleSelect(event: CustomEvent<{ value: Action }>): Promise<void> {
        if (this.isBusy) return;
        this.isBusy = true;
        this.error = undefined;
        try {
            await this.actions[event.detail.value]();
            // Modals too: closed by their own cross, they cannot say whether anything was saved.
            this.dispatchEvent(new CustomEvent('linkchanged'));
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }

    private async change(done: Promise<void>, message: string): Promise<void> {
        await done;
        const title = fillLabel(message, this.link.name);
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    }

    private openWizard(label: string, isClone: boolean): Promise<unknown> {
        return LinkWizard.open({ label, size: 'medium', linkId: this.link.id, isClone });
    }

    private openUnused(): Promise<unknown> {
        const { id, name } = this.link;
        return UnusedLinksModal.open({ label: fillLabel(LABELS.unusedOf, name), size: 'medium', linkId: id });
    }
}
