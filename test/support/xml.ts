export { all, descendants, first, flag, parseXml, textOf } from '../../dev-org/src/metadata/xmlElement.ts';
export type { XmlElement } from '../../dev-org/src/metadata/xmlElement.ts';
