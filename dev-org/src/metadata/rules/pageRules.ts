import { documentsOf } from '../documents.ts';
import type { Problem } from '../problems.ts';
import { standardFieldOf } from '../standard/index.ts';
import { all, descendants, first, textOf } from '../xmlElement.ts';
import type { Documents, XmlElement } from '../xmlElement.ts';
import { isCustomObject } from './objectFolders.ts';
import type { FieldFile, ObjectFolder } from './objectFolders.ts';

/** Columns of list views and related lists that every object has. */
const STANDARD_COLUMNS = new Set([
    'NAME',
    'OWNER.ALIAS',
    'CREATED_DATE',
    'LAST_UPDATE',
    'CREATEDBY_USER',
    'UPDATEDBY_USER'
]);
const TARGETS: Record<string, string | undefined> = {
    AppPage: 'lightning__AppPage',
    HomePage: 'lightning__HomePage',
    RecordPage: 'lightning__RecordPage'
};

/** What a deploy refuses in list views, compact layouts, tabs and the app. */
export function pageProblems(folders: Map<string, ObjectFolder>, documents: Documents): Problem[] {
    return [
        ...listViewProblems(folders),
        ...compactLayoutProblems(folders),
        ...tabProblems(folders, documents),
        ...appProblems(documents),
        ...sharingProblems(folders, documents)
    ];
}

/** Components on pages and behind actions that are no bundle, or no bundle for such a page. */
export function componentProblems(documents: Documents): Problem[] {
    return [...flexiPageProblems(documents), ...actionProblems(documents)];
}

function flexiPageProblems(documents: Documents): Problem[] {
    return [...documentsOf(documents, 'flexipages', '.flexipage-meta.xml')].flatMap(([page, xml]) =>
        descendants(xml, 'componentName').flatMap((element) => {
            // A bundle of the org's own needs no namespace.
            const [namespace, bundle] = element.text.includes(':') ? element.text.split(':') : ['c', element.text];
            if (namespace !== 'c' || bundle === undefined) return [];
            const message = placementProblem(documents.get(`lwc/${bundle}/${bundle}.js-meta.xml`), xml, element.text);
            return message === undefined
                ? []
                : [{ source: `flexipages/${page}.flexipage-meta.xml`, message, at: element }];
        })
    );
}

function actionProblems(documents: Documents): Problem[] {
    return [...documentsOf(documents, 'quickActions', '.quickAction-meta.xml')].flatMap(([name, xml]) => {
        const at = first(xml, 'lightningWebComponent');
        if (!at || documents.has(`lwc/${at.text}/${at.text}.js-meta.xml`)) return [];
        const message = `In field: lightningWebComponent - no LightningComponentBundle named ${at.text} found`;
        return [{ source: `quickActions/${name}.quickAction-meta.xml`, message, at }];
    });
}

function placementProblem(meta: XmlElement | undefined, page: XmlElement, name: string): string | undefined {
    if (!meta) return `We couldn't retrieve the design time component information for component ${name}.`;
    const type = textOf(page, 'type') ?? '';
    const targets = all(first(meta, 'targets'), 'target').map(({ text }) => text);
    return targets.includes(TARGETS[type] ?? '') ? undefined : `${name} is not made for a page of type ${type}`;
}

function listViewProblems(folders: Map<string, ObjectFolder>): Problem[] {
    return [...folders.values()].flatMap((folder) =>
        folder.listViews.flatMap(({ path, xml }) => [
            ...unknownColumns(all(xml, 'columns'), folder).map((at) => unresolvedColumn(path, at)),
            ...all(xml, 'filters')
                .flatMap((filter) => unknownColumns(all(filter, 'field'), folder))
                .map((at) => unresolvedColumn(path, at))
        ])
    );
}

const unresolvedColumn = (source: string, at: XmlElement): Problem => ({
    source,
    message: `Could not resolve list view column: ${at.text}`,
    at
});

/** Elements naming a column that the object does not have. */
export const unknownColumns = (columns: XmlElement[], folder: ObjectFolder | undefined): XmlElement[] =>
    columns.filter(({ text }) => !STANDARD_COLUMNS.has(text) && !hasColumn(text, folder));

function hasColumn(text: string, folder: ObjectFolder | undefined): boolean {
    // Fields of standard objects have column names of their own (`LEAD.EMAIL`), which nobody lists.
    return (
        folder?.fields.has(text) === true || (folder !== undefined && !isCustomObject(folder) && !text.endsWith('__c'))
    );
}

function compactLayoutProblems(folders: Map<string, ObjectFolder>): Problem[] {
    return [...folders.values()].flatMap((folder) => {
        const assigned = textOf(folder.xml, 'compactLayoutAssignment') ?? 'SYSTEM';
        const names = ['SYSTEM', ...folder.compactLayouts.map(({ xml }) => textOf(xml, 'fullName'))];
        const at = first(folder.xml, 'compactLayoutAssignment');
        const message = `In field: compactLayoutAssignment - no CompactLayout named ${folder.name}.${assigned} found`;
        const missing = names.includes(assigned) ? [] : [{ source: folder.path, message, ...(at && { at }) }];
        const refused = folder.compactLayouts.flatMap(({ path, xml }) =>
            all(xml, 'fields')
                .filter(({ text }) => !isShownInHighlights(text, folder))
                .map((field) => ({
                    source: path,
                    message: `field ${field.text} cannot stand in a compact layout`,
                    at: field
                }))
        );
        return [...missing, ...refused];
    });
}

function isShownInHighlights(name: string, folder: ObjectFolder): boolean {
    if (name === 'Name' || standardFieldOf(`${folder.name}.${name}`)) return true;
    const field: FieldFile | undefined = folder.fields.get(name);
    return field !== undefined && field.type !== 'LongTextArea';
}

function tabProblems(folders: Map<string, ObjectFolder>, documents: Documents): Problem[] {
    return [...documentsOf(documents, 'tabs', '.tab-meta.xml')].flatMap(([name, xml]) => {
        const message = tabProblem(name, xml, folders, documents);
        return message === undefined ? [] : [{ source: `tabs/${name}.tab-meta.xml`, message, at: xml }];
    });
}

function tabProblem(
    name: string,
    xml: XmlElement,
    folders: Map<string, ObjectFolder>,
    documents: Documents
): string | undefined {
    const page = textOf(xml, 'flexiPage');
    const bundle = textOf(xml, 'lwcComponent');
    if (page !== undefined) {
        const exists = documents.has(`flexipages/${page}.flexipage-meta.xml`);
        return exists ? undefined : `In field: flexiPage - no FlexiPage named ${page} found`;
    }
    if (bundle !== undefined) {
        const exists = documents.has(`lwc/${bundle}/${bundle}.js-meta.xml`);
        return exists ? undefined : `In field: lwcComponent - no LightningComponentBundle named ${bundle} found`;
    }
    const folder = folders.get(name);
    return folder && isCustomObject(folder)
        ? undefined
        : `In field: customObject - no CustomObject named ${name} found`;
}

function appProblems(documents: Documents): Problem[] {
    return [...documentsOf(documents, 'applications', '.app-meta.xml')].flatMap(([name, xml]) => {
        const source = `applications/${name}.app-meta.xml`;
        const tabs = all(xml, 'tabs').filter(
            ({ text }) => !text.startsWith('standard-') && !documents.has(`tabs/${text}.tab-meta.xml`)
        );
        const overrides = all(xml, 'actionOverrides').filter((override) => {
            const page = documents.get(`flexipages/${textOf(override, 'content') ?? ''}.flexipage-meta.xml`);
            return (
                textOf(override, 'type') === 'Flexipage' &&
                textOf(page, 'sobjectType') !== textOf(override, 'pageOrSobjectType')
            );
        });
        return [
            ...tabs.map((at) => ({ source, message: `In field: tab - no CustomTab named ${at.text} found`, at })),
            ...overrides.map((at) => ({
                source,
                message: `${textOf(at, 'content') ?? ''} is no record page of ${textOf(at, 'pageOrSobjectType') ?? ''}`,
                at
            }))
        ];
    });
}

function sharingProblems(folders: Map<string, ObjectFolder>, documents: Documents): Problem[] {
    return [...documentsOf(documents, 'sharingRules', '.sharingRules-meta.xml')].flatMap(([name, xml]) => {
        const source = `sharingRules/${name}.sharingRules-meta.xml`;
        const model = textOf(folders.get(name)?.xml, 'sharingModel');
        const isOpen = model !== 'Private' && model !== 'Read';
        const unknown = descendants(xml, 'criteriaItems').filter(
            (item) => !folders.get(name)?.fields.has(textOf(item, 'field') ?? '')
        );
        return [
            ...(isOpen ? [{ source, message: 'only a private or read-only object is shared', at: xml }] : []),
            ...unknown.map((at) => ({
                source,
                message: `In field: field - no CustomField named ${name}.${textOf(at, 'field') ?? ''} found`,
                at
            }))
        ];
    });
}
