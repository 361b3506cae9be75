import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { copyTextWhenReady } from 'c/clipboard';
import { fillLabel } from 'c/labelUtils';
import { mintSingleUseLink, reusableUrl, revokeLinks } from 'c/linkApi';
import UnusedLinkDialog from 'c/unusedLinkDialog';
import type { CopyableLink, CopyPlace, UnusedLink } from 'types/links';
import { LABELS } from './labels';

type CopyKind = 'reusable' | 'single-use';

const ACTIONS: Record<CopyKind, { value: CopyKind; label: string }> = {
    reusable: { value: 'reusable', label: LABELS.copy },
    'single-use': { value: 'single-use', label: LABELS.copySingleUse }
};

const CONFIRMATIONS: Record<CopyKind, { title: string; message: string }> = {
    reusable: { title: LABELS.doneTitle, message: LABELS.doneMessage },
    'single-use': { title: LABELS.singleUseDoneTitle, message: LABELS.singleUseDoneMessage }
};

/**
 * Copies a link: a button for what is usual, a menu for the rest. Every single-use copy is a new link.
 * Fires `linksrevoked` once old links are revoked, and `linkcopied` with `{ kind: 'reusable' | 'single-use' }` once the clipboard holds the URL.
 */
export default class CopyLinkMenu extends LightningElement {
    /** The original link. */
    @api link!: CopyableLink;
    /** Where this menu stands, kept on each single-use link made here. */
    @api place!: CopyPlace;
    /** Record that a single-use link made here belongs to. */
    @api recordId = '';
    /** Lead, Contact, Account, Opportunity or Case: what `recordId` is. */
    @api objectApiName = '';
    /** What the record's person has and has not used: asked about before another single-use link is made. */
    @api unusedLinks: UnusedLink[] = [];
    /** Shows *Copy single-use link* as a text action as well, as meeting type cards do. */
    @api hasTextAction = false;
    /** Shows one button, for this kind alone, instead of the button with its dropdown. */
    @api kind: CopyKind | undefined = undefined;
    /** What that button says; the usual words unless told otherwise. */
    @api label = '';

    labels = LABELS;
    /** Shown selected when the clipboard refuses. */
    uncopiedUrl = '';
    error: unknown = undefined;
    errorMessage = LABELS.copyError;
    isBusy = false;

    get mainAction(): { value: CopyKind; label: string } {
        if (this.kind) return { ...ACTIONS[this.kind], ...(this.label && { label: this.label }) };
        return this.isSingleUseUsual ? ACTIONS['single-use'] : ACTIONS.reusable;
    }

    get mainActionName(): string {
        return this.withName(this.kind ? ACTIONS[this.kind].label : this.mainAction.label);
    }

    get hasMenu(): boolean {
        return this.kind === undefined;
    }

    get menuActions(): { value: CopyKind; label: string }[] {
        // Where single use is required the reusable URL opens nothing, so it is not offered.
        return this.link.singleUsePolicy === 'Required'
            ? [ACTIONS['single-use']]
            : [ACTIONS.reusable, ACTIONS['single-use']];
    }

    get menuName(): string {
        return fillLabel(LABELS.menu, this.link.name);
    }

    get textActionName(): string {
        return this.withName(LABELS.copySingleUseAction);
    }

    get mainIconName(): string {
        return this.isBusy ? 'utility:spinner' : 'utility:copy';
    }

    get busyText(): string {
        return this.isBusy ? LABELS.busy : '';
    }

    get ariaBusyText(): string {
        return String(this.isBusy);
    }

    handleMainClick(): Promise<void> {
        return this.copy(this.mainAction.value, this.place);
    }

    handleMenuSelect(event: CustomEvent<{ value: CopyKind }>): Promise<void> {
        return this.copy(event.detail.value, this.place);
    }

    handleTextActionClick(): Promise<void> {
        return this.copy('single-use', 'Meeting Type Card');
    }

    private get isSingleUseUsual(): boolean {
        return this.link.singleUsePolicy === 'Default Action' || this.link.singleUsePolicy === 'Required';
    }

    private withName(action: string): string {
        return fillLabel(LABELS.named, action, this.link.name);
    }

    /** Asks first where the person has an unused link. */
    private async copy(kind: CopyKind, place: CopyPlace): Promise<void> {
        const { unusedLinks } = this;
        if (kind === 'reusable' || unusedLinks.length === 0) return this.copyNow(kind, place);
        await UnusedLinkDialog.open({
            label: LABELS.unusedTitle,
            size: 'small',
            links: unusedLinks,
            choose: (revokes: boolean) => {
                this.copyNow(kind, place, revokes ? unusedLinks : []).catch(() => undefined);
            }
        });
        return undefined;
    }

    private async copyNow(kind: CopyKind, place: CopyPlace, toRevoke: readonly UnusedLink[] = []): Promise<void> {
        // Not the disabled attribute: a disabled button would lose the keyboard's focus.
        if (this.isBusy) return;
        this.isBusy = true;
        this.error = undefined;
        this.uncopiedUrl = '';
        try {
            // No await before the copy starts: browsers grant the clipboard to the click itself.
            const url = this.findUrl(kind, place);
            const isCopied = copyTextWhenReady(url);
            this.finish(kind, await url, await isCopied);
            await this.revoke(toRevoke);
        } catch (error) {
            this.errorMessage = LABELS.copyError;
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }

    private async revoke(links: readonly UnusedLink[]): Promise<void> {
        if (links.length === 0) return;
        const failures = await revokeLinks(links, new Date());
        if (failures.length > 0) {
            this.errorMessage = LABELS.revokeError;
            this.error = failures.map(({ error }) => error);
        }
        this.dispatchEvent(new CustomEvent('linksrevoked'));
    }

    private async findUrl(kind: CopyKind, place: CopyPlace): Promise<string> {
        const { link, recordId, objectApiName } = this;
        return kind === 'reusable' ? reusableUrl(link) : mintSingleUseLink({ link, place, recordId, objectApiName });
    }

    private finish(kind: CopyKind, url: string, isCopied: boolean): void {
        if (!isCopied) {
            this.uncopiedUrl = url;
            return;
        }
        const { title, message } = CONFIRMATIONS[kind];
        this.dispatchEvent(
            new ShowToastEvent({ title, message: fillLabel(message, this.link.name), variant: 'success' })
        );
        this.dispatchEvent(new CustomEvent('linkcopied', { detail: { kind } }));
    }
}
