import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocuments, sourceFolder } from './documents.ts';
import { loadMetadata } from './loadMetadata.ts';
import { Problems } from './problems.ts';
import type { Project } from './project.ts';

/** Folders that say nothing about what the dev org models; the shell reads bundles itself. */
const NOT_READ_HERE = [
    ...['lwc', 'messageChannels', 'staticresources', 'externalClientApps'],
    ...['extlClntAppOauthSettings', 'extlClntAppOauthPolicies', 'extlClntAppGlobalOauthSets']
];
const READ_HERE = [
    ...['objects', 'labels', 'customMetadata', 'permissionsets', 'sharingRules', 'applications', 'tabs', 'flexipages'],
    ...['translations', 'layouts', 'quickActions', 'cspTrustedSites', 'globalValueSets']
];

/**
 * Reads what force-app says: the schema, and the pages, tabs and permissions around it.
 * @throws Error naming every file that the dev org does not understand or that a deploy would refuse
 */
export function loadProject(projectDir: string): Project {
    const folder = sourceFolder(projectDir);
    const problems = new Problems();
    refuseUnknownFolders(folder, problems);
    const documents = readDocuments(folder, problems);
    const metadata = loadMetadata(documents, problems);
    problems.throwIfAny();
    return { dir: projectDir, apiVersion: readApiVersion(projectDir), ...metadata };
}

function refuseUnknownFolders(folder: string, problems: Problems): void {
    if (!existsSync(folder)) return;
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of folders) {
        if (READ_HERE.includes(name) || NOT_READ_HERE.includes(name)) continue;
        problems.add(
            name,
            'the dev org does not know this folder; read it in src/metadata/loadMetadata.ts or list it in loadProject.ts'
        );
    }
}

function readApiVersion(projectDir: string): string {
    const path = join(projectDir, 'sfdx-project.json');
    if (!existsSync(path)) throw new Error(`${path} does not exist; start the dev org in a Salesforce project`);
    const { sourceApiVersion } = JSON.parse(readFileSync(path, 'utf8')) as { sourceApiVersion?: string };
    if (!sourceApiVersion) throw new Error(`${path} has no sourceApiVersion`);
    return sourceApiVersion;
}
