import { fieldProblems } from './fieldRules.ts';
import { objectFolders } from './forceApp.ts';
import type { Documents } from './forceApp.ts';
import { formulaProblems } from './formulaRules.ts';
import { objectProblems } from './objectRules.ts';
import { pageProblems } from './pageRules.ts';
import { permissionProblems } from './permissionRules.ts';

/**
 * What a deploy to an org would refuse although each file alone is well-formed metadata.
 * Components on pages are checked apart, by `componentProblems`.
 */
export function deployProblems(documents: Documents): string[] {
    const folders = objectFolders(documents);
    return [
        ...[...folders.values()].flatMap((folder) => [...folder.fields.values()].flatMap(fieldProblems)),
        ...objectProblems(folders),
        ...formulaProblems(folders, documents),
        ...permissionProblems(folders, documents),
        ...pageProblems(folders, documents)
    ];
}
