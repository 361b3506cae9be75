import { LightningElement, api } from 'lwc';
import Toast from 'lightning/toast';
import QuickActionModal from 'devorg/quickActionModal';
import { errorText } from '../../platform/errorText';
import { announceRecordChange } from '../../platform/recordChanges';
import type { ShellAction } from '../../shellSettings';

/** The button of a quick action: opens its component in a dialog, or runs it when it has nothing to show. */
export default class QuickAction extends LightningElement {
    @api action!: ShellAction;
    @api recordId = '';
    @api objectApiName = '';

    /** The run of a headless action: each has a component of its own. */
    runs: { key: number }[] = [];

    private invoked = 0;

    async handleClick(): Promise<void> {
        const { label, component, kind } = this.action;
        if (kind === 'headless') {
            this.runs = [{ key: this.invoked + 1 }];
            return;
        }
        const { recordId, objectApiName } = this;
        await QuickActionModal.open({ label, size: 'medium', component, recordId, objectApiName });
        announceRecordChange(recordId);
    }

    async handleReady(event: Event): Promise<void> {
        const [run] = this.runs;
        if (!run || run.key === this.invoked) return;
        this.invoked = run.key;
        try {
            await (event.currentTarget as HTMLElement & { invoke(): unknown }).invoke();
        } catch (error) {
            Toast.show({ label: `${this.action.label} failed.`, message: errorText(error), variant: 'error' });
        }
    }
}
