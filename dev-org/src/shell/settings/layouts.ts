import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readXml } from '../../metadata/xml.ts';
import type { XmlNode } from '../../metadata/xml.ts';

export interface LayoutSection {
    label: string;
    /** Field names, read across: left, right, left, … */
    fields: string[];
}

/** Sections of the project's page layouts by object; the first layout of an object is the one in use. */
export function readLayouts(projectDir: string): Map<string, LayoutSection[]> {
    const folder = path.join(projectDir, 'force-app/main/default/layouts');
    const layouts = new Map<string, LayoutSection[]>();
    if (!existsSync(folder)) return layouts;
    for (const file of readdirSync(folder).sort()) {
        const objectName = decodeURIComponent(file).split('-')[0] ?? '';
        if (!file.endsWith('.layout-meta.xml') || layouts.has(objectName)) continue;
        layouts.set(objectName, readSections(readXml(path.join(folder, file), `layouts/${file}`, 'Layout')));
    }
    return layouts;
}

function readSections(layout: XmlNode): LayoutSection[] {
    return layout.children('layoutSections').map((section) => ({
        label: section.text('label') ?? '',
        fields: across(
            section
                .children('layoutColumns')
                .map((column) => column.children('layoutItems').flatMap((item) => item.text('field') ?? []))
        )
    }));
}

function across(columns: string[][]): string[] {
    const height = Math.max(0, ...columns.map(({ length }) => length));
    return Array.from({ length: height }, (_, row) => columns.flatMap((column) => column[row] ?? [])).flat();
}
