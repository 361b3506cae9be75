import { validateDocument } from '../../dev-org/src/metadata/rules/validateDocument.ts';
import { parseXml } from '../support/xml.ts';

/** What the Metadata API would not understand in the text of a `*-meta.xml`; empty when all is well. */
export function validateMetadata(source: string): string[] {
    try {
        return validateDocument(parseXml(source)).map(({ message, at }) => `line ${at.line}: ${message}`);
    } catch (error) {
        return [error instanceof Error ? error.message : String(error)];
    }
}
