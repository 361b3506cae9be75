import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FieldSchema } from '../schema/schema.ts';
import { buildSchema } from './buildSchema.ts';
import { readCustomMetadata } from './customMetadata.ts';
import { customObject, filesOf, readObjectFolder } from './customObject.ts';
import type { ObjectFolder } from './customObject.ts';
import { readFlexiPage } from './flexipages.ts';
import { assignKeyPrefixes } from './keyPrefixes.ts';
import { lintObjects, lintPermissionSet } from './lint.ts';
import { readApplication, readListView, readTab } from './navigation.ts';
import type { ObjectDraft } from './objectDraft.ts';
import { readPermissionSet } from './permissionSets.ts';
import { Problems } from './problems.ts';
import type { Project } from './project.ts';
import { readSharingRules } from './sharingRules.ts';
import { standardObjects } from './standard/index.ts';
import { readXml } from './xml.ts';
import type { XmlNode } from './xml.ts';

/** Folders of force-app that say nothing about what the dev org models; the shell reads bundles itself. */
const NOT_READ_HERE = [
    ...['lwc', 'messageChannels', 'staticresources', 'layouts', 'quickActions', 'translations', 'externalClientApps'],
    ...['extlClntAppOauthSettings', 'extlClntAppOauthPolicies', 'extlClntAppGlobalOauthSets', 'cspTrustedSites']
];
const READ_HERE = [
    ...['objects', 'labels', 'customMetadata', 'permissionsets', 'sharingRules', 'applications', 'tabs', 'flexipages']
];

/**
 * Reads what force-app says: the schema, and the pages, tabs and permissions around it.
 * @throws Error naming every file that the dev org does not understand or that a deploy would refuse
 */
export function loadProject(projectDir: string): Project {
    const source = join(projectDir, 'force-app', 'main', 'default');
    const problems = new Problems();
    refuseUnknownFolders(source, problems);
    const readAll = <T>(folder: string, suffix: string, root: string, read: (xml: XmlNode, name: string) => T): T[] =>
        filesOf(join(source, folder), suffix).flatMap((file) => {
            const result = problems.attempt(() =>
                read(readXml(join(source, folder, file), `${folder}/${file}`, root), basename(file, suffix))
            );
            return result === undefined ? [] : [result];
        });

    const folders = objectFolders(source, problems);
    const objects = declareObjects(folders, problems);
    const permissionSets = readAll('permissionsets', '.permissionset-meta.xml', 'PermissionSet', readPermissionSet);
    lintObjects(objects, problems);
    for (const set of permissionSets) lintPermissionSet(set, objects, problems);
    const records = readAll('customMetadata', '.md-meta.xml', 'CustomMetadata', (xml, name) => {
        const [typeName = '', recordName = ''] = name.split('.');
        return { typeName, recordName, xml };
    });
    const customMetadata = problems.attempt(() => readCustomMetadata(records, objects)) ?? new Map<string, never>();
    const labels = new Map(readAll('labels', '.labels-meta.xml', 'CustomLabels', readLabels).flat());
    const project = {
        dir: projectDir,
        apiVersion: readApiVersion(projectDir),
        applications: readAll('applications', '.app-meta.xml', 'CustomApplication', readApplication),
        tabs: readAll('tabs', '.tab-meta.xml', 'CustomTab', readTab),
        flexipages: readAll('flexipages', '.flexipage-meta.xml', 'FlexiPage', readFlexiPage),
        listViews: folders.flatMap(({ name, listViews }) =>
            listViews.flatMap((xml) => problems.attempt(() => readListView(xml, name)) ?? [])
        ),
        permissionSets,
        sharingRules: readAll('sharingRules', '.sharingRules-meta.xml', 'SharingRules', readSharingRules).flat()
    };
    problems.throwIfAny();
    return { ...project, schema: buildSchema(objects, { labels, customMetadata }) };
}

function refuseUnknownFolders(source: string, problems: Problems): void {
    if (!existsSync(source)) return;
    const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) {
        if (READ_HERE.includes(name) || NOT_READ_HERE.includes(name)) continue;
        problems.add(
            name,
            'the dev org does not know this folder; read it in src/metadata/loadProject.ts or list it there'
        );
    }
}

function objectFolders(source: string, problems: Problems): ObjectFolder[] {
    const dir = join(source, 'objects');
    if (!existsSync(dir)) return [];
    return readdirSync(dir)
        .sort()
        .map((name) => readObjectFolder(dir, name, problems));
}

function declareObjects(folders: ObjectFolder[], problems: Problems): ObjectDraft[] {
    const objects = standardObjects();
    const isCustom = ({ name }: ObjectFolder): boolean => /__(c|mdt)$/.test(name);
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
function extendStandard(folder: ObjectFolder, objects: ObjectDraft[], problems: Problems): void {
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

function readApiVersion(projectDir: string): string {
    const path = join(projectDir, 'sfdx-project.json');
    if (!existsSync(path)) throw new Error(`${path} does not exist; start the dev org in a Salesforce project`);
    const { sourceApiVersion } = JSON.parse(readFileSync(path, 'utf8')) as { sourceApiVersion?: string };
    if (!sourceApiVersion) throw new Error(`${path} has no sourceApiVersion`);
    return sourceApiVersion;
}
