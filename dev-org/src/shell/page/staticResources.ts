import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { sourceFolder } from '../../metadata/documents.ts';
import type { OrgContext } from '../../orgContext.ts';
import { notFound } from '../../salesforceError.ts';
import type { Route } from '../../http/route.ts';
import { Assets } from './assets.ts';

/** `GET /resource/<name>`: a static resource of the project, as it stands now. */
export function staticResourceRoute({ project, schema }: Pick<OrgContext, 'project' | 'schema'>): Route {
    const folder = path.join(sourceFolder(project.dir), 'staticresources');
    return {
        method: 'GET',
        pattern: '/resource/:name',
        isPublic: true,
        handle: (request) => {
            const name = request.params['name'] ?? '';
            const file = schema.staticResources.has(name) ? findFile(folder, name) : undefined;
            if (file === undefined) throw notFound();
            // A new one each time: under the same name, another version of the file may stand.
            return new Assets().respond(file, readFileSync(path.join(folder, file)), request, 'no-cache');
        }
    };
}

/** The CLI keeps a resource under its name and the suffix of what it is. */
function findFile(folder: string, name: string): string | undefined {
    if (!existsSync(folder)) return undefined;
    return readdirSync(folder).find((file) => path.parse(file).name === name && !file.endsWith('-meta.xml'));
}
