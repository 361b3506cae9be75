import { documentsOf } from '../documents.ts';
import type { Problem } from '../problems.ts';
import { standardFieldOf, standardObjectNames } from '../standard/index.ts';
import { all, descendants, textOf } from '../xmlElement.ts';
import type { Documents, XmlElement } from '../xmlElement.ts';
import { isAlwaysGranted, isCustomObject } from './objectFolders.ts';
import type { ObjectFolder } from './objectFolders.ts';
import { unknownColumns } from './pageRules.ts';

const ALWAYS_PLACEABLE = new Set(['Name', 'OwnerId', 'CreatedById', 'LastModifiedById']);

/** What a deploy refuses in page layouts. */
export function layoutProblems(folders: Map<string, ObjectFolder>, documents: Documents): Problem[] {
    return [...documentsOf(documents, 'layouts', '.layout-meta.xml')].flatMap(([name, xml]) => {
        const source = `layouts/${name}.layout-meta.xml`;
        const objectName = name.split('-')[0] ?? '';
        const folder = folders.get(objectName);
        // Layouts of the platform's own objects hold fields the dev org does not know.
        if (standardObjectNames().includes(objectName)) return [];
        if (!folder || !isCustomObject(folder)) {
            return [{ source, message: `In field: layout - no CustomObject named ${objectName} found`, at: xml }];
        }
        const relatedLists = all(xml, 'relatedLists').flatMap((list) => relatedListProblems(list, objectName, folders));
        return [...itemProblems(xml, folder), ...relatedLists].map((problem) => ({ source, ...problem }));
    });
}

type Finding = Omit<Problem, 'source'>;

function itemProblems(layout: XmlElement, folder: ObjectFolder): Finding[] {
    const items = descendants(layout, 'layoutItems').filter((item) => textOf(item, 'field') !== undefined);
    const nameOf = (item: XmlElement): string => textOf(item, 'field') ?? '';
    const placed = new Set(items.map(nameOf));
    const missing = [...folder.fields.values()].filter((field) => isAlwaysGranted(field) && !placed.has(field.name));
    return [
        ...items
            .filter((item) => !isPlaceable(nameOf(item), folder))
            .map((at) => ({
                message: `In field: field - no CustomField named ${folder.name}.${nameOf(at)} found`,
                at
            })),
        ...missing.map((field) => ({
            message: `Layout must contain an item for required layout field: ${field.name}`,
            at: layout
        })),
        ...[...Map.groupBy(items, nameOf)].flatMap(([field, found]) =>
            found.slice(1).map((at) => ({ message: `field ${field} stands twice`, at }))
        )
    ];
}

const isPlaceable = (name: string, folder: ObjectFolder): boolean =>
    ALWAYS_PLACEABLE.has(name) || folder.fields.has(name) || standardFieldOf(`${folder.name}.${name}`) !== undefined;

function relatedListProblems(list: XmlElement, parent: string, folders: Map<string, ObjectFolder>): Finding[] {
    const relatedList = textOf(list, 'relatedList') ?? '';
    const [objectName = '', fieldName = ''] = relatedList.split('.');
    // The platform's own lists (`RelatedActivityList`) have no field in their name.
    if (fieldName === '') return [];
    const child = folders.get(objectName);
    if (child?.fields.get(fieldName)?.referenceTo !== parent) {
        return [{ message: `Cannot find related list: ${relatedList}`, at: list }];
    }
    return unknownColumns(all(list, 'fields'), child).map((at) => ({
        message: `related list ${relatedList}: column ${at.text} does not exist`,
        at
    }));
}
