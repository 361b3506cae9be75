import { viewFields } from '../../platform/fieldView';
import type { FieldView } from '../../platform/fieldView';
import type { ObjectInfo } from '../../platform/objectInfo';
import { RecordElement } from '../../platform/recordElement';
import { detailSections } from '../../platform/recordFields';

interface SectionView {
    label: string;
    fields: FieldView[];
}

/** Every field of a record, in the sections of its layout. */
export default class RecordDetail extends RecordElement {
    get sections(): SectionView[] {
        const { info, record } = this;
        if (!info || !record) return [];
        return detailSections(info).map(({ label, fields }) => ({ label, fields: viewFields(info, record, fields) }));
    }

    protected fieldNames(info: ObjectInfo): string[] {
        return detailSections(info).flatMap(({ fields }) => fields);
    }
}
