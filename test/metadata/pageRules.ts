import { all, descendants, first, textOf } from '../support/xml.ts';
import type { XmlElement } from '../support/xml.ts';
import { documentsOf, isAlwaysGranted, isCustomObject } from './forceApp.ts';
import type { Documents, FieldFile, ObjectFolder } from './forceApp.ts';

/** Columns of list views and related lists that every object has. */
const STANDARD_COLUMNS = new Set([
    'NAME',
    'OWNER.ALIAS',
    'CREATED_DATE',
    'LAST_UPDATE',
    'CREATEDBY_USER',
    'UPDATEDBY_USER'
]);
const STANDARD_LAYOUT_FIELDS = new Set(['Name', 'OwnerId', 'CreatedById', 'LastModifiedById']);
const TARGETS: Record<string, string | undefined> = {
    AppPage: 'lightning__AppPage',
    RecordPage: 'lightning__RecordPage'
};

/** What a deploy refuses in list views, layouts, tabs, pages and the app. */
export function pageProblems(folders: Map<string, ObjectFolder>, documents: Documents): string[] {
    return [
        ...listViewProblems(folders),
        ...compactLayoutProblems(folders),
        ...layoutProblems(folders, documents),
        ...tabProblems(folders, documents),
        ...appProblems(documents),
        ...sharingProblems(folders, documents)
    ];
}

/** Components on pages that are no bundle, or no bundle for such a page. */
export function componentProblems(documents: Documents): string[] {
    return [...documentsOf(documents, 'flexipages', '.flexipage-meta.xml')].flatMap(([page, xml]) =>
        descendants(xml, 'componentName')
            .map(({ text }) => text)
            .filter((name) => name.startsWith('c:'))
            .flatMap((name) => {
                const bundle = name.slice('c:'.length);
                const meta = documents.get(`lwc/${bundle}/${bundle}.js-meta.xml`);
                if (!meta) return [`flexipages/${page}: component ${name} does not exist`];
                const target = TARGETS[textOf(xml, 'type') ?? ''];
                const targets = all(first(meta, 'targets'), 'target').map(({ text }) => text);
                return target !== undefined && targets.includes(target)
                    ? []
                    : [`flexipages/${page}: ${name} is not made for a page of type ${textOf(xml, 'type') ?? ''}`];
            })
    );
}

function listViewProblems(folders: Map<string, ObjectFolder>): string[] {
    return [...folders.values()].flatMap((folder) =>
        folder.listViews.flatMap(({ path, xml }) =>
            unknownColumns(all(xml, 'columns'), folder).map((column) => `${path}: column ${column} does not exist`)
        )
    );
}

function compactLayoutProblems(folders: Map<string, ObjectFolder>): string[] {
    return [...folders.values()].flatMap((folder) => {
        const assigned = textOf(folder.xml, 'compactLayoutAssignment') ?? 'SYSTEM';
        const names = ['SYSTEM', ...folder.compactLayouts.map(({ xml }) => textOf(xml, 'fullName'))];
        const missing = names.includes(assigned) ? [] : [`${folder.path}: compact layout ${assigned} does not exist`];
        const refused = folder.compactLayouts.flatMap(({ path, xml }) =>
            all(xml, 'fields')
                .map(({ text }) => text)
                .filter((name) => name !== 'Name' && !isShownInHighlights(folder.fields.get(name)))
                .map((name) => `${path}: field ${name} cannot stand in a compact layout`)
        );
        return [...missing, ...refused];
    });
}

const isShownInHighlights = (field: FieldFile | undefined): boolean =>
    field !== undefined && field.type !== 'LongTextArea';

function layoutProblems(folders: Map<string, ObjectFolder>, documents: Documents): string[] {
    const layouts = documentsOf(documents, 'layouts', '.layout-meta.xml');
    return [...layouts].flatMap(([name, xml]) => {
        const folder = folders.get(name.split('-')[0] ?? '');
        if (!folder) return [`layouts/${name}: there is no such object`];
        const placed = descendants(xml, 'layoutItems').map((item) => textOf(item, 'field') ?? '');
        const unknown = placed.filter((field) => !STANDARD_LAYOUT_FIELDS.has(field) && !folder.fields.has(field));
        const missing = [...folder.fields.values()].filter(
            (field) => isAlwaysGranted(field) && !placed.includes(field.name)
        );
        return [
            ...unknown.map((field) => `layouts/${name}: field ${field} does not exist`),
            ...missing.map((field) => `layouts/${name}: required field ${field.name} is missing`),
            ...placed
                .filter((field, index) => placed.indexOf(field) !== index)
                .map((field) => `layouts/${name}: field ${field} stands twice`),
            ...all(xml, 'relatedLists').flatMap((list) => relatedListProblems(list, name, folders))
        ];
    });
}

function relatedListProblems(list: XmlElement, layout: string, folders: Map<string, ObjectFolder>): string[] {
    const [objectName = '', fieldName = ''] = (textOf(list, 'relatedList') ?? '').split('.');
    const child = folders.get(objectName);
    const parentName = layout.split('-')[0];
    if (child?.fields.get(fieldName)?.referenceTo !== parentName) {
        return [`layouts/${layout}: related list ${objectName}.${fieldName} does not exist`];
    }
    return unknownColumns(all(list, 'fields'), child).map(
        (column) => `layouts/${layout}: column ${column} of ${objectName}.${fieldName} does not exist`
    );
}

const unknownColumns = (columns: XmlElement[], folder: ObjectFolder | undefined): string[] =>
    columns.map(({ text }) => text).filter((column) => !STANDARD_COLUMNS.has(column) && !folder?.fields.has(column));

function tabProblems(folders: Map<string, ObjectFolder>, documents: Documents): string[] {
    return [...documentsOf(documents, 'tabs', '.tab-meta.xml')].flatMap(([name, xml]) => {
        const page = textOf(xml, 'flexiPage');
        const bundle = textOf(xml, 'lwcComponent');
        if (page !== undefined) {
            return documents.has(`flexipages/${page}.flexipage-meta.xml`)
                ? []
                : [`tabs/${name}: page ${page} does not exist`];
        }
        if (bundle !== undefined) {
            return documents.has(`lwc/${bundle}/${bundle}.js-meta.xml`)
                ? []
                : [`tabs/${name}: component ${bundle} does not exist`];
        }
        const folder = folders.get(name);
        if (!folder || !isCustomObject(folder)) return [`tabs/${name}: there is no such object`];
        const hasAll = folder.listViews.some(({ path }) => path.endsWith('/All.listView-meta.xml'));
        return hasAll ? [] : [`tabs/${name}: the object has no list view All`];
    });
}

function appProblems(documents: Documents): string[] {
    return [...documentsOf(documents, 'applications', '.app-meta.xml')].flatMap(([name, xml]) => [
        ...all(xml, 'tabs')
            .map(({ text }) => text)
            .filter((tab) => !tab.startsWith('standard-') && !documents.has(`tabs/${tab}.tab-meta.xml`))
            .map((tab) => `applications/${name}: tab ${tab} does not exist`),
        ...all(xml, 'actionOverrides').flatMap((override) => {
            const page = textOf(override, 'content') ?? '';
            const target = textOf(override, 'pageOrSobjectType');
            const declared = textOf(documents.get(`flexipages/${page}.flexipage-meta.xml`), 'sobjectType');
            return declared === target ? [] : [`applications/${name}: ${page} is no record page of ${target ?? ''}`];
        })
    ]);
}

function sharingProblems(folders: Map<string, ObjectFolder>, documents: Documents): string[] {
    return [...documentsOf(documents, 'sharingRules', '.sharingRules-meta.xml')].flatMap(([name, xml]) => {
        const model = textOf(folders.get(name)?.xml, 'sharingModel');
        const unknown = descendants(xml, 'criteriaItems')
            .map((item) => textOf(item, 'field') ?? '')
            .filter((field) => !folders.get(name)?.fields.has(field));
        return [
            ...(model === 'Private' || model === 'Read'
                ? []
                : [`sharingRules/${name}: only a private or read-only object is shared`]),
            ...unknown.map((field) => `sharingRules/${name}: field ${field} does not exist`)
        ];
    });
}
