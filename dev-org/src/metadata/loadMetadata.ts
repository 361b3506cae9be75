import type { FieldSchema } from '../schema/schema.ts';
import { buildSchema } from './buildSchema.ts';
import { readCustomMetadata } from './customMetadata.ts';
import { customObject, readObjectFolder } from './customObject.ts';
import type { ObjectSource } from './customObject.ts';
import { documentsOf } from './documents.ts';
import { readFlexiPage } from './flexipages.ts';
import { readGlobalValueSets } from './globalValueSets.ts';
import { assignKeyPrefixes } from './keyPrefixes.ts';
import { readApplication, readListView, readQuickAction, readTab } from './navigation.ts';
import type { ObjectDraft } from './objectDraft.ts';
import { readPermissionSet } from './permissionSets.ts';
import type { Problems } from './problems.ts';
import type { Project } from './project.ts';
import { deployProblems } from './rules/index.ts';
import { objectFolders } from './rules/objectFolders.ts';
import { readSharingRules } from './sharingRules.ts';
import { standardObjects } from './standard/index.ts';
import { readTranslations } from './translations.ts';
import { readTrustedSite } from './trustedSites.ts';
import { expectRoot } from './xml.ts';
import type { XmlNode } from './xml.ts';
import type { Documents } from './xmlElement.ts';

/** What metadata says, wherever it came from. */
export type LoadedMetadata = Omit<Project, 'dir' | 'apiVersion'>;

/** Reads metadata documents; what the dev org does not understand or an org would refuse goes to `problems`. */
export function loadMetadata(documents: Documents, problems: Problems): LoadedMetadata {
    const readAll = <T>(folder: string, suffix: string, root: string, read: (xml: XmlNode, name: string) => T): T[] =>
        [...documentsOf(documents, folder, suffix)].flatMap(([name, element]) => {
            const source = `${folder}/${name}${suffix}`;
            const result = problems.attempt(() => read(expectRoot(element, source, root), name));
            return result === undefined ? [] : [result];
        });

    const globalSets = readGlobalValueSets(documents, problems);
    const folders = [...objectFolders(documents).values()]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map((folder) => readObjectFolder(folder, problems, globalSets));
    const objects = declareObjects(folders, problems);
    problems.addAll(deployProblems(documents));
    const records = readAll('customMetadata', '.md-meta.xml', 'CustomMetadata', (xml, name) => {
        const [typeName = '', recordName = ''] = name.split('.');
        return { typeName, recordName, xml };
    });
    const customMetadata = readCustomMetadata(records, objects, problems);
    const staticResources = new Set(documentsOf(documents, 'staticresources', '.resource-meta.xml').keys());
    const labels = new Map(readAll('labels', '.labels-meta.xml', 'CustomLabels', readLabels).flat());
    const translations = readTranslations(documents, labels, problems);
    return {
        documents,
        applications: readAll('applications', '.app-meta.xml', 'CustomApplication', readApplication),
        tabs: readAll('tabs', '.tab-meta.xml', 'CustomTab', readTab),
        flexipages: readAll('flexipages', '.flexipage-meta.xml', 'FlexiPage', readFlexiPage),
        listViews: folders.flatMap(({ name, listViews }) =>
            listViews.flatMap((xml) => problems.attempt(() => readListView(xml, name)) ?? [])
        ),
        quickActions: readAll('quickActions', '.quickAction-meta.xml', 'QuickAction', readQuickAction),
        permissionSets: readAll('permissionsets', '.permissionset-meta.xml', 'PermissionSet', readPermissionSet),
        sharingRules: readAll('sharingRules', '.sharingRules-meta.xml', 'SharingRules', readSharingRules).flat(),
        trustedSites: readAll('cspTrustedSites', '.cspTrustedSite-meta.xml', 'CspTrustedSite', readTrustedSite),
        schema: buildSchema(objects, { labels, translations, customMetadata, staticResources })
    };
}

function declareObjects(folders: ObjectSource[], problems: Problems): ObjectDraft[] {
    const objects = standardObjects();
    const isCustom = ({ name }: ObjectSource): boolean => /__(c|mdt)$/.test(name);
    const prefixes = assignKeyPrefixes(folders.filter(isCustom).map(({ name }) => name));
    for (const folder of folders) {
        const xml = folder.object;
        if (!isCustom(folder)) extendStandard(folder, objects, problems);
        else if (!xml) problems.add(`objects/${folder.name}`, `${folder.name}.object-meta.xml is missing`);
        else {
            const object = problems.attempt(() => customObject(folder, xml, prefixes.get(folder.name) ?? ''));
            if (object) objects.push(object);
        }
    }
    return objects;
}

/** Adds a folder's fields and rules to a standard object; those of Activity to Event and Task. */
function extendStandard(folder: ObjectSource, objects: ObjectDraft[], problems: Problems): void {
    const names = folder.name === 'Activity' ? ['Event', 'Task'] : [folder.name];
    const extended = objects.filter((object) => names.includes(object.name));
    if (extended.length === 0) {
        problems.add(
            `objects/${folder.name}`,
            'the dev org does not know this object; add it to src/metadata/standard'
        );
    }
    for (const object of extended) {
        object.fields.push(...folder.fields.map((field): FieldSchema => ({ ...field })));
        object.validationRules.push(...folder.validationRules);
    }
}

function readLabels(xml: XmlNode): [string, string][] {
    return xml.children('labels').map((label) => [label.requireText('fullName'), label.requireText('value')]);
}
