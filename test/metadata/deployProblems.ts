import { describeProblem } from '../../dev-org/src/metadata/problems.ts';
import { componentProblems, deployProblems as platformProblems } from '../../dev-org/src/metadata/rules/index.ts';
import { objectFolders } from './forceApp.ts';
import type { Documents } from './forceApp.ts';
import { formulaProblems } from './formulaRules.ts';
import { houseProblems } from './houseRules.ts';

/**
 * What a deploy to an org would refuse although each file alone is well-formed metadata, and what we refuse ourselves.
 * Components on pages are checked apart.
 */
export function deployProblems(documents: Documents): string[] {
    const folders = objectFolders(documents);
    return [
        ...platformProblems(documents).map(describeProblem),
        ...houseProblems(folders, documents).map(describeProblem),
        ...formulaProblems(folders, documents)
    ];
}

/** Components on pages that are no bundle, or no bundle for such a page. */
export const misplacedComponents = (documents: Documents): string[] =>
    componentProblems(documents).map(describeProblem);
