import { all, first, flag, textOf } from '../xmlElement.ts';
import type { Documents, XmlElement } from '../xmlElement.ts';

/** One custom field, with what rules ask about most. */
export interface FieldFile {
    path: string;
    name: string;
    /** `Text`, `Lookup`, …; a formula has the type of its result. */
    type: string;
    isRequired: boolean;
    formula: string | undefined;
    referenceTo: string | undefined;
    xml: XmlElement;
}

/** One folder of `objects/`. */
export interface ObjectFolder {
    name: string;
    /** Path of the object's own file, also when a standard object has none. */
    path: string;
    /** Absent for a standard object that only gains fields. */
    xml: XmlElement | undefined;
    fields: Map<string, FieldFile>;
    validationRules: { path: string; xml: XmlElement }[];
    listViews: { path: string; xml: XmlElement }[];
    compactLayouts: { path: string; xml: XmlElement }[];
}

/** Gathers the folders of `objects/`. */
export function objectFolders(documents: Documents): Map<string, ObjectFolder> {
    const folders = new Map<string, ObjectFolder>();
    for (const [file, xml] of documents) {
        const [root, name, kind] = file.split('/');
        if (root !== 'objects' || name === undefined) continue;
        const folder = folders.get(name) ?? emptyFolder(name);
        folders.set(name, folder);
        if (kind === 'fields') addField(folder, file, xml);
        else if (kind === 'validationRules') folder.validationRules.push({ path: file, xml });
        else if (kind === 'listViews') folder.listViews.push({ path: file, xml });
        else if (kind === 'compactLayouts') folder.compactLayouts.push({ path: file, xml });
        else folder.xml = xml;
    }
    return folders;
}

/** The field that makes an object a detail of its master. */
export const masterDetailOf = (folder: ObjectFolder): FieldFile | undefined =>
    [...folder.fields.values()].find((field) => field.type === 'MasterDetail');

/** Whether the object is one of records that users work with, not settings and not a standard object. */
export const isCustomObject = (folder: ObjectFolder): boolean => folder.name.endsWith('__c');

/** Whether everybody who sees the object may use the field, so that a permission set must not list it. */
export const isAlwaysGranted = (field: FieldFile): boolean => field.isRequired || field.type === 'MasterDetail';

function emptyFolder(name: string): ObjectFolder {
    return {
        name,
        path: `objects/${name}/${name}.object-meta.xml`,
        xml: undefined,
        fields: new Map(),
        validationRules: [],
        listViews: [],
        compactLayouts: []
    };
}

function addField(folder: ObjectFolder, file: string, xml: XmlElement): void {
    const name = textOf(xml, 'fullName') ?? '';
    folder.fields.set(name, {
        path: file,
        name,
        type: textOf(xml, 'type') ?? '',
        isRequired: flag(xml, 'required'),
        formula: textOf(xml, 'formula'),
        referenceTo: textOf(xml, 'referenceTo'),
        xml
    });
}

/** Picklist values of a field. */
export const picklistValues = (field: FieldFile): XmlElement[] =>
    all(first(first(field.xml, 'valueSet'), 'valueSetDefinition'), 'value');
