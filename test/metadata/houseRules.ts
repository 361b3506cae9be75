import type { Problem } from '../../dev-org/src/metadata/problems.ts';
import { first, flag, textOf } from '../support/xml.ts';
import { documentsOf, isCustomObject, picklistValues } from './forceApp.ts';
import type { Documents, FieldFile, ObjectFolder } from './forceApp.ts';

/** What an org would take and we do not. */
export function houseProblems(folders: Map<string, ObjectFolder>, documents: Documents): Problem[] {
    return [
        ...[...folders.values()].flatMap((folder) =>
            [...folder.fields.values()].flatMap((field) =>
                fieldMessages(field).map((message) => ({ source: field.path, message }))
            )
        ),
        ...tabProblems(folders, documents)
    ];
}

function fieldMessages(field: FieldFile): string[] {
    const { xml, type, formula } = field;
    return [
        // An upsert by a non-unique external id needs View All Data, and case-blind keys would collide.
        ...((flag(xml, 'unique') || flag(xml, 'externalId')) &&
        !['unique', 'externalId', 'caseSensitive'].every((trait) => flag(xml, trait))
            ? ['a key is unique, an external id and case-sensitive, all three']
            : []),
        ...(type === 'Picklist' && formula === undefined ? picklistMessages(field) : []),
        ...(type === 'Lookup' && textOf(xml, 'deleteConstraint') === undefined
            ? ['a lookup says what a delete does: <deleteConstraint>']
            : []),
        ...(type === 'Lookup' && textOf(xml, 'relationshipName') === undefined ? ['<relationshipName> is missing'] : [])
    ];
}

const picklistMessages = (field: FieldFile): string[] => [
    ...(picklistValues(field).length === 0 ? ['a picklist lists its own values; global value sets are not used'] : []),
    ...(flag(first(field.xml, 'valueSet'), 'restricted') ? [] : ['a picklist is restricted to its values'])
];

/** Without it, the tab opens on nothing. */
function tabProblems(folders: Map<string, ObjectFolder>, documents: Documents): Problem[] {
    return [...documentsOf(documents, 'tabs', '.tab-meta.xml').keys()].flatMap((name) => {
        const folder = folders.get(name);
        if (!folder || !isCustomObject(folder)) return [];
        const hasAll = folder.listViews.some(({ path }) => path.endsWith('/All.listView-meta.xml'));
        return hasAll ? [] : [{ source: `tabs/${name}`, message: 'the object has no list view All' }];
    });
}
