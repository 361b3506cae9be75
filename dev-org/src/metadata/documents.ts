import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Problems } from './problems.ts';
import { parseSource } from './xml.ts';
import type { Documents, XmlElement } from './xmlElement.ts';

/** Where a project keeps its metadata. */
export const sourceFolder = (projectDir: string): string => join(projectDir, 'force-app', 'main', 'default');

/** Reads every `*-meta.xml` below `folder`; what is not well-formed goes to `problems`. */
export function readDocuments(folder: string, problems: Problems): Documents {
    if (!existsSync(folder)) return new Map();
    const files = readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('-meta.xml'))
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
        .sort();
    const documents = new Map<string, XmlElement>();
    for (const file of files) {
        const root = problems.attempt(() => parseSource(readFileSync(join(folder, file), 'utf8'), file));
        if (root) documents.set(file, root);
    }
    return documents;
}

/** Documents of a folder, by the name before the suffix: `tabs`, `.tab-meta.xml`. */
export function documentsOf(documents: Documents, folder: string, suffix: string): Map<string, XmlElement> {
    const prefix = `${folder}/`;
    const found = [...documents].filter(
        ([file]) => file.startsWith(prefix) && file.endsWith(suffix) && !file.slice(prefix.length).includes('/')
    );
    return new Map(found.map(([file, xml]) => [file.slice(prefix.length, -suffix.length), xml]));
}
