import { textOf } from '../metadata/xmlElement.ts';
import type { Documents, XmlElement } from '../metadata/xmlElement.ts';

/** A list whose entries are deployed one by one, and the element that tells them apart. */
interface MergedList {
    element: string;
    key: string;
}

/** By root element; what a file leaves out stays in the org. */
const MERGED_LISTS: Record<string, MergedList> = {
    CustomLabels: { element: 'labels', key: 'fullName' },
    SharingRules: { element: 'sharingCriteriaRules', key: 'fullName' },
    Translations: { element: 'customLabels', key: 'name' }
};

/** The org's documents with deployed ones in their place. */
export function mergeDocuments(org: Documents, deployed: Documents): Documents {
    const merged = new Map(org);
    for (const [source, root] of deployed) merged.set(source, mergeLists(merged.get(source), root));
    return merged;
}

function mergeLists(before: XmlElement | undefined, deployed: XmlElement): XmlElement {
    const list = MERGED_LISTS[deployed.name];
    if (!before || list === undefined) return deployed;
    const names = new Set(deployed.children.map((child) => textOf(child, list.key)));
    const kept = before.children.filter((child) => child.name === list.element && !names.has(textOf(child, list.key)));
    return { ...deployed, children: [...deployed.children, ...kept] };
}

/** Whether two documents say the same, wherever in their files they say it. */
export const isSame = (a: XmlElement | undefined, b: XmlElement | undefined): boolean =>
    a !== undefined && b !== undefined && contentOf(a) === contentOf(b);

const contentOf = (element: XmlElement): string =>
    JSON.stringify(element, (key, value: unknown) => (key === 'line' || key === 'column' ? undefined : value));
