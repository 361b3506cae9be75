import type { FieldSchema, SharingModel, ValidationRule } from '../schema/schema.ts';
import { readCustomField } from './customField.ts';
import type { GlobalValueSets } from './globalValueSets.ts';
import { lookup, systemFields, text, READ_ONLY } from './fieldBuilders.ts';
import type { ObjectDraft } from './objectDraft.ts';
import type { Problems } from './problems.ts';
import type { ObjectFolder } from './rules/objectFolders.ts';
import { expectRoot } from './xml.ts';
import type { XmlNode } from './xml.ts';
import type { XmlElement } from './xmlElement.ts';

const OBJECT_ELEMENTS = [
    ...['fullName', 'label', 'pluralLabel', 'description', 'nameField', 'sharingModel', 'externalSharingModel'],
    ...['deploymentStatus', 'visibility', 'startsWith', 'gender', 'customHelp', 'actionOverrides', 'searchLayouts'],
    ...['compactLayoutAssignment', 'allowInChatterGroups', 'enableActivities', 'enableBulkApi', 'enableFeeds'],
    ...['enableHistory', 'enableLicensing', 'enableReports', 'enableSearch', 'enableSharing', 'enableStreamingApi']
];

/** What a folder of `objects/` declares. */
export interface ObjectSource {
    name: string;
    /** The object's own file; absent for a standard object that only gains fields. */
    object: XmlNode | undefined;
    fields: FieldSchema[];
    validationRules: ValidationRule[];
    listViews: XmlNode[];
}

/** Reads one folder of `objects/`; what is wrong goes to `problems`. */
export function readObjectFolder(folder: ObjectFolder, problems: Problems, globalSets: GlobalValueSets): ObjectSource {
    const { name, path, xml } = folder;
    const readAll = <T>(
        files: Iterable<{ path: string; xml: XmlElement }>,
        root: string,
        read: (node: XmlNode) => T
    ): T[] =>
        [...files].flatMap((file) => {
            const result = problems.attempt(() => read(expectRoot(file.xml, file.path, root)));
            return result === undefined ? [] : [result];
        });
    return {
        name,
        object: xml && problems.attempt(() => expectRoot(xml, path, 'CustomObject')),
        fields: readAll(folder.fields.values(), 'CustomField', (node) => readCustomField(node, globalSets)),
        validationRules: readAll(folder.validationRules, 'ValidationRule', readRule).flat(),
        listViews: readAll(folder.listViews, 'ListView', (node) => node)
    };
}

/** Builds the object that a folder with its own `.object-meta.xml` declares. */
export function customObject(folder: ObjectSource, xml: XmlNode, keyPrefix: string): ObjectDraft {
    xml.expectOnly(OBJECT_ELEMENTS);
    const isType = folder.name.endsWith('__mdt');
    const isDetail = folder.fields.some((field) => field.reference?.isMasterDetail);
    const owner = isType || isDetail ? [] : [lookup('OwnerId', ['User', 'Group'])];
    return {
        name: folder.name,
        label: xml.requireText('label'),
        pluralLabel: xml.requireText('pluralLabel'),
        keyPrefix,
        isCustom: true,
        nameField: isType ? 'DeveloperName' : 'Name',
        sharingModel: isType ? 'Read' : readSharing(xml),
        hasActivities: xml.flag('enableActivities'),
        fields: [...systemFields(), ...owner, ...(isType ? recordTypeNames() : [nameField(xml)]), ...folder.fields],
        validationRules: folder.validationRules,
        source: xml.source
    };
}

function nameField(xml: XmlNode): FieldSchema {
    const node = xml.child('nameField');
    if (!node) throw xml.error('<nameField> is missing');
    node.expectOnly(['label', 'type', 'displayFormat', 'trackHistory', 'trackFeedHistory', 'startingNumber']);
    const label = node.requireText('label');
    if (node.text('type') === 'Text') return text('Name', 80, { label });
    if (node.text('type') !== 'AutoNumber')
        throw xml.error(`a name field cannot be ${node.text('type') ?? 'without type'}`);
    const autoNumberFormat = node.requireText('displayFormat');
    if (!/^[^{}]*\{0+\}[^{}]*$/.test(autoNumberFormat)) {
        throw xml.error(`the dev org does not support the auto number format ${autoNumberFormat}; use M-{0000}`);
    }
    return text('Name', 80, { label, autoNumberFormat, ...READ_ONLY });
}

function readSharing(xml: XmlNode): SharingModel {
    const model = xml.requireText('sharingModel');
    if (model === 'Private' || model === 'Read' || model === 'ReadWrite' || model === 'ControlledByParent')
        return model;
    throw xml.error(`the dev org does not support the sharing model ${model}`);
}

/** What names a custom metadata record. */
function recordTypeNames(): FieldSchema[] {
    return ['DeveloperName', 'MasterLabel', 'QualifiedApiName', 'Label'].map((name) => text(name, 80, READ_ONLY));
}

function readRule(xml: XmlNode): ValidationRule[] {
    xml.expectOnly([
        ...['fullName', 'active', 'description', 'errorConditionFormula', 'errorDisplayField', 'errorMessage']
    ]);
    if (!xml.flag('active')) return [];
    const errorField = xml.text('errorDisplayField');
    return [
        {
            name: xml.requireText('fullName'),
            condition: xml.requireText('errorConditionFormula'),
            message: xml.requireText('errorMessage'),
            ...(errorField !== undefined && { errorField }),
            source: xml.source
        }
    ];
}
