import { textOf } from '../metadata/xmlElement.ts';
import type { Documents, XmlElement } from '../metadata/xmlElement.ts';

/** Lists whose entries are deployed one by one: what a file leaves out stays in the org. */
const MERGED_LISTS: Record<string, string> = { CustomLabels: 'labels', SharingRules: 'sharingCriteriaRules' };

/** The org's documents with deployed ones in their place. */
export function mergeDocuments(org: Documents, deployed: Documents): Documents {
    const merged = new Map(org);
    for (const [source, root] of deployed) merged.set(source, mergeLists(merged.get(source), root));
    return merged;
}

function mergeLists(before: XmlElement | undefined, deployed: XmlElement): XmlElement {
    const list = MERGED_LISTS[deployed.name];
    if (!before || list === undefined) return deployed;
    const names = new Set(deployed.children.map((child) => textOf(child, 'fullName')));
    const kept = before.children.filter((child) => child.name === list && !names.has(textOf(child, 'fullName')));
    return { ...deployed, children: [...deployed.children, ...kept] };
}

/** Whether two documents say the same, wherever in their files they say it. */
export const isSame = (a: XmlElement | undefined, b: XmlElement | undefined): boolean =>
    a !== undefined && b !== undefined && contentOf(a) === contentOf(b);

const contentOf = (element: XmlElement): string =>
    JSON.stringify(element, (key, value: unknown) => (key === 'line' || key === 'column' ? undefined : value));
