import { all, flag, textOf } from '../support/xml.ts';
import { documentsOf, isAlwaysGranted, isCustomObject, objectFolders } from './forceApp.ts';
import type { Documents } from './forceApp.ts';
import { fieldOfPermission } from '../../dev-org/src/metadata/rules/permissionRules.ts';

/** Custom objects, custom fields, permission sets, pages and apps that do not say what they are for. */
export function undescribed(documents: Documents): string[] {
    return [...documents]
        .filter(([file]) => /^(objects|permissionsets|flexipages|applications|tabs)\//.test(file))
        .filter(([file]) => !/\/(listViews|compactLayouts)\//.test(file))
        .filter(([, xml]) => (textOf(xml, 'description') ?? '').length < 10)
        .map(([file]) => file);
}

/** Custom fields that nobody may see, because no permission set grants them. */
export function ungranted(documents: Documents): string[] {
    const folders = objectFolders(documents);
    const granted = new Set(
        [...documentsOf(documents, 'permissionsets', '.permissionset-meta.xml').values()]
            .flatMap((set) => all(set, 'fieldPermissions'))
            .filter((permission) => flag(permission, 'readable'))
            .map((permission) => fieldOfPermission(textOf(permission, 'field') ?? '', folders)?.path)
    );
    return [...folders.values()]
        .filter((folder) => isCustomObject(folder) || folder.xml === undefined)
        .flatMap((folder) => [...folder.fields.values()])
        .filter((field) => !isAlwaysGranted(field) && !granted.has(field.path))
        .map((field) => field.path);
}

/** Custom objects that no permission set opens. */
export function unopened(documents: Documents): string[] {
    const opened = new Set(
        [...documentsOf(documents, 'permissionsets', '.permissionset-meta.xml').values()].flatMap((set) =>
            all(set, 'objectPermissions').map((permission) => textOf(permission, 'object'))
        )
    );
    return [...objectFolders(documents).values()]
        .filter((folder) => isCustomObject(folder) && !opened.has(folder.name))
        .map((folder) => folder.name);
}
