import type { CustomMetadataRecords, FieldSchema, FieldValue } from '../schema/schema.ts';
import type { ObjectDraft } from './objectDraft.ts';
import type { Problems } from './problems.ts';
import type { XmlNode } from './xml.ts';

/** A record of a custom metadata type, as its file says it: `AdmitOneSetting.Default.md-meta.xml`. */
export interface CustomMetadataFile {
    typeName: string;
    recordName: string;
    xml: XmlNode;
}

/** Reads records of custom metadata types; values left out take the field's default. What is wrong goes to `problems`. */
export function readCustomMetadata(
    files: CustomMetadataFile[],
    objects: ObjectDraft[],
    problems: Problems
): CustomMetadataRecords {
    const records: CustomMetadataRecords = new Map();
    for (const { typeName, recordName, xml } of files) {
        const record = problems.attempt(() => {
            const type = objects.find((object) => object.name === `${typeName}__mdt`);
            if (!type) throw xml.error(`custom metadata type ${typeName}__mdt does not exist`);
            return { type, values: readRecord(xml, type, recordName) };
        });
        if (!record) continue;
        const ofType = records.get(record.type.name) ?? new Map<string, Record<string, FieldValue>>();
        records.set(record.type.name, ofType.set(recordName, record.values));
    }
    return records;
}

function readRecord(xml: XmlNode, type: ObjectDraft, recordName: string): Record<string, FieldValue> {
    const label = xml.requireText('label');
    const record: Record<string, FieldValue> = {
        DeveloperName: recordName,
        QualifiedApiName: recordName,
        MasterLabel: label,
        Label: label
    };
    for (const field of type.fields.filter((candidate) => candidate.isCustom)) {
        record[field.name] = field.defaultValue ?? null;
    }
    for (const value of xml.children('values')) {
        const name = value.requireText('field');
        const field = type.fields.find((candidate) => candidate.name === name);
        if (!field) throw value.error(`${type.name} has no field ${name}`);
        record[name] = parseValue(value.text('value'), field);
    }
    return record;
}

function parseValue(text: string | undefined, field: FieldSchema): FieldValue {
    if (field.type === 'boolean') return text === 'true';
    if (text === undefined) return null;
    return field.type === 'double' || field.type === 'int' ? Number(text) : text;
}
