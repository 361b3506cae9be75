import type { Documents } from '../../metadata/xmlElement.ts';
import { documentsOf } from '../../metadata/documents.ts';
import { expectRoot } from '../../metadata/xml.ts';
import type { XmlNode } from '../../metadata/xml.ts';
import { STANDARD_LAYOUTS } from './standardLayouts.ts';

export interface LayoutSection {
    label: string;
    /** Field names, read across: left, right, left, … */
    fields: string[];
}

/** What a page layout says about a record page. */
export interface PageLayout {
    sections: LayoutSection[];
    /** Names of quick actions, in their order; undefined for a layout that leaves them to the platform. */
    actions: string[] | undefined;
}

/** Page layouts by object: the project's first of each object, else the one an org brings along. */
export function readLayouts(documents: Documents): Map<string, PageLayout> {
    const layouts = new Map<string, PageLayout>();
    for (const [name, root] of documentsOf(documents, 'layouts', '.layout-meta.xml')) {
        const objectName = decodeURIComponent(name).split('-')[0] ?? '';
        if (!layouts.has(objectName))
            layouts.set(objectName, readLayout(expectRoot(root, `layouts/${name}`, 'Layout')));
    }
    for (const [objectName, sections] of Object.entries(STANDARD_LAYOUTS)) {
        if (!layouts.has(objectName)) layouts.set(objectName, { sections, actions: undefined });
    }
    return layouts;
}

function readLayout(layout: XmlNode): PageLayout {
    const sections = layout.children('layoutSections').map((section) => ({
        label: section.text('label') ?? '',
        fields: across(
            section
                .children('layoutColumns')
                .map((column) => column.children('layoutItems').flatMap((item) => item.text('field') ?? []))
        )
    }));
    return { sections, actions: readActions(layout) };
}

function readActions(layout: XmlNode): string[] | undefined {
    const platform = layout.child('platformActionList');
    if (platform) {
        return platform
            .children('platformActionListItems')
            .filter((item) => item.text('actionType') === 'QuickAction')
            .sort((a, b) => (a.number('sortOrder') ?? 0) - (b.number('sortOrder') ?? 0))
            .map((item) => item.requireText('actionName'));
    }
    const items = layout.child('quickActionList')?.children('quickActionListItems');
    return items?.map((item) => item.requireText('quickActionName'));
}

function across(columns: string[][]): string[] {
    const height = Math.max(0, ...columns.map(({ length }) => length));
    return Array.from({ length: height }, (_, row) => columns.flatMap((column) => column[row] ?? [])).flat();
}
