import LightningModal from 'lightning/modal';
import { LABELS } from './labels';

type Kind = 'standard' | 'managed';

/** Asks an admin what kind of link to make. Closes with `standard` or `managed`. */
export default class NewLinkModal extends LightningModal {
    labels = LABELS;
    kinds: { value: Kind; label: string; hint: string; iconName: string }[] = [
        { value: 'standard', label: LABELS.standard, hint: LABELS.standardHint, iconName: 'utility:user' },
        { value: 'managed', label: LABELS.managed, hint: LABELS.managedHint, iconName: 'utility:groups' }
    ];

    handleChoose(event: Event): void {
        this.close((event.currentTarget as HTMLElement).dataset.kind);
    }

    handleCancelClick(): void {
        this.close();
    }
}
