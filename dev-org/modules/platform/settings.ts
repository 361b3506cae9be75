import type { ShellObject, ShellSettings } from '../shellSettings';

/** What the server put into the page. */
export const settings = (globalThis as unknown as { __DEV_ORG__: ShellSettings }).__DEV_ORG__;

/** An object of the org by its name. */
export function findObject(name: string): ShellObject | undefined {
    return settings.objects.find((object) => object.name === name);
}

/** The object a record belongs to, by the first three characters of its id. */
export function objectOfId(recordId: string): ShellObject | undefined {
    return settings.objects.find((object) => object.keyPrefix === recordId.slice(0, 3));
}
