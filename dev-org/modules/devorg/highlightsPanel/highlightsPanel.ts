import { viewFields } from '../../platform/fieldView';
import type { FieldView } from '../../platform/fieldView';
import type { ObjectInfo } from '../../platform/objectInfo';
import { askAndDelete, openEditForm } from '../../platform/recordActions';
import { RecordElement } from '../../platform/recordElement';
import { highlightFields } from '../../platform/recordFields';
import { findObject } from '../../platform/settings';
import { setTitle } from '../../platform/title';
import type { ShellAction, ShellObject } from '../../shellSettings';

/** The head of a record page: what it is, its name, its actions and the few fields that matter most. */
export default class HighlightsPanel extends RecordElement {
    get object(): ShellObject | undefined {
        return findObject(this.objectApiName);
    }

    get actions(): ShellAction[] {
        return this.object?.actions ?? [];
    }

    get recordName(): string {
        const value = this.record?.fields[this.nameField]?.value;
        return typeof value === 'string' && value !== '' ? value : (this.object?.label ?? '');
    }

    get fields(): FieldView[] {
        return this.info && this.record ? viewFields(this.info, this.record, highlightFields(this.info)) : [];
    }

    get canEdit(): boolean {
        return this.info?.updateable ?? false;
    }

    get canDelete(): boolean {
        return this.info?.deletable ?? false;
    }

    async handleEditClick(): Promise<void> {
        if (this.object) await openEditForm(this.object, this.recordId);
    }

    async handleDeleteClick(): Promise<void> {
        if (this.object) await askAndDelete(this.object, this.recordId);
    }

    protected fieldNames(info: ObjectInfo): string[] {
        return [this.nameField, ...highlightFields(info)];
    }

    protected handleRecord(): void {
        setTitle(`${this.recordName} | ${this.object?.label ?? this.objectApiName}`);
    }

    private get nameField(): string {
        return this.object?.nameField ?? 'Name';
    }
}
