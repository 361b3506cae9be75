import { readDocuments as readDocumentsOf } from '../../dev-org/src/metadata/documents.ts';
import { Problems } from '../../dev-org/src/metadata/problems.ts';
import type { Documents } from '../../dev-org/src/metadata/xmlElement.ts';
import { FORCE_APP } from '../support/repository.ts';

export { documentsOf } from '../../dev-org/src/metadata/documents.ts';
export type { Documents } from '../../dev-org/src/metadata/xmlElement.ts';
export {
    isAlwaysGranted,
    isCustomObject,
    masterDetailOf,
    objectFolders,
    picklistValues
} from '../../dev-org/src/metadata/rules/objectFolders.ts';
export type { FieldFile, ObjectFolder } from '../../dev-org/src/metadata/rules/objectFolders.ts';

/** Reads every `*-meta.xml` of force-app. @throws Error when one is not well-formed */
export function readDocuments(): Documents {
    const problems = new Problems();
    const documents = readDocumentsOf(FORCE_APP, problems);
    problems.throwIfAny();
    return documents;
}
