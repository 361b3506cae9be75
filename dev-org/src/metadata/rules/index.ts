import type { Problem } from '../problems.ts';
import type { Documents } from '../xmlElement.ts';
import { fieldProblems } from './fieldRules.ts';
import { layoutProblems } from './layoutRules.ts';
import { objectFolders } from './objectFolders.ts';
import { objectProblems } from './objectRules.ts';
import { pageProblems } from './pageRules.ts';
import { permissionProblems } from './permissionRules.ts';
import { ruleProblems } from './validationRules.ts';

export { componentProblems } from './pageRules.ts';

/**
 * What an org would refuse although each file alone is well-formed, in the platform's own words where they are known.
 * Formulas are left to the compiler, components on pages to `componentProblems`.
 */
export function deployProblems(documents: Documents): Problem[] {
    const folders = objectFolders(documents);
    return [
        ...[...folders.values()].flatMap((folder) => [...folder.fields.values()].flatMap(fieldProblems)),
        ...objectProblems(folders),
        ...ruleProblems(folders),
        ...permissionProblems(folders, documents),
        ...pageProblems(folders, documents),
        ...layoutProblems(folders, documents)
    ];
}
