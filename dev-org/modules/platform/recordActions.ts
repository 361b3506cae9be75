import RecordForm from 'devorg/recordForm';
import LightningConfirm from 'lightning/confirm';
import Toast from 'lightning/toast';
import { deleteRecord } from 'lightning/uiRecordApi';
import { errorText } from './errorText';
import { recordUrl } from './fieldView';
import { goTo } from './router';
import type { ShellObject } from '../shellSettings';

/** Asks for a new record and opens it once it is saved. @returns whether one was saved */
export async function openNewForm(object: ShellObject): Promise<boolean> {
    const id = await RecordForm.open({ label: `New ${object.label}`, size: 'medium', objectApiName: object.name });
    if (typeof id !== 'string') return false;
    Toast.show({ label: `${object.label} was created.`, variant: 'success' });
    goTo(recordUrl(id));
    return true;
}

/** Lets the user change a record. */
export async function openEditForm(object: ShellObject, recordId: string): Promise<void> {
    const label = `Edit ${object.label}`;
    const id = await RecordForm.open({ label, size: 'medium', objectApiName: object.name, recordId });
    if (typeof id === 'string') Toast.show({ label: `${object.label} was saved.`, variant: 'success' });
}

/** Deletes a record after asking, and goes back to its object's list. */
export async function askAndDelete(object: ShellObject, recordId: string): Promise<void> {
    const message = `Are you sure you want to delete this ${object.label}?`;
    const isSure = await LightningConfirm.open({ label: `Delete ${object.label}`, message });
    if (!isSure) return;
    try {
        await deleteRecord(recordId);
        Toast.show({ label: `${object.label} was deleted.`, variant: 'success' });
        goTo(`/lightning/o/${object.name}/list`);
    } catch (error) {
        Toast.show({
            label: `${object.label} was not deleted.`,
            message: errorText(error),
            variant: 'error',
            mode: 'sticky'
        });
    }
}
