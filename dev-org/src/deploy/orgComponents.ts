import type { Documents } from '../metadata/xmlElement.ts';
import { BUNDLE_FOLDER, BUNDLE_TYPE, COMPONENT_TYPES } from './componentTypes.ts';

/** A component that the org has. */
export interface OrgComponent {
    type: string;
    fullName: string;
    /** Its file in a source project, from `force-app/main/default`. */
    source: string;
}

/** Every component that documents declare, by the names the Metadata API gives them. */
export function orgComponents(documents: Documents): OrgComponent[] {
    return [...documents.keys()].flatMap((source) => {
        const named = nameOf(source);
        return named ? [{ ...named, source }] : [];
    });
}

function nameOf(source: string): { type: string; fullName: string } | undefined {
    const [folder = '', name = '', kind = '', file = ''] = source.split('/');
    if (folder === BUNDLE_FOLDER) return { type: BUNDLE_TYPE, fullName: name };
    const type = COMPONENT_TYPES.find((known) => known.folder === folder);
    if (!type) return undefined;
    if (folder !== 'objects') return { type: type.name, fullName: name.slice(0, -`.${type.suffix}-meta.xml`.length) };
    const child = type.children.find((known) => known.source?.folder === kind);
    if (!child) return { type: type.name, fullName: name };
    return { type: child.name, fullName: `${name}.${file.replace(/\.\w+-meta\.xml$/, '')}` };
}
