import type { ObjectSchema, Schema } from '../../schema/schema.ts';

/** What the `@salesforce/*` modules are made from. */
export type ModuleSchema = Pick<Schema, 'labels' | 'translations' | 'object' | 'staticResources'>;

/**
 * Source text of an `@salesforce/*` module; undefined when the module is not one of the org's
 * (the base components bring their own labels and formats).
 * @throws Error when the module names a label, object or field the org does not have.
 */
export function salesforceModule(specifier: string, schema: ModuleSchema): string | undefined {
    const [scope, kind, ...rest] = specifier.split('/');
    if (scope !== '@salesforce' || kind === undefined) return undefined;
    const name = rest.join('/');
    switch (kind) {
        case 'label':
            return name.startsWith('c.') ? exportLabel(name.slice(2), schema) : undefined;
        case 'schema':
            return exportValue(schemaReference(name, schema));
        case 'user':
            return exportPageValue(name === 'isGuest' ? 'isGuest' : `user${name}`);
        case 'i18n':
            return ['locale', 'timeZone', 'lang'].includes(name) ? exportPageValue(name) : undefined;
        case 'customPermission':
        case 'userPermission':
            return `export default globalThis.__DEV_ORG__.permissions.includes(${JSON.stringify(name)}) || undefined;`;
        case 'resourceUrl':
            return exportValue(resourceUrl(name, schema));
        default:
            return undefined;
    }
}

function exportValue(value: unknown): string {
    return `export default ${JSON.stringify(value)};`;
}

// The running user can change without a new bundle, so these are read from the page.
function exportPageValue(name: string): string {
    return `export default globalThis.__DEV_ORG__[${JSON.stringify(name)}];`;
}

/** A label in the running user's language, in the org's own where there is no translation. */
function exportLabel(name: string, { labels, translations }: ModuleSchema): string {
    const text = labels.get(name);
    if (text === undefined) {
        throw new Error(`Custom label "${name}" is not in force-app/main/default/labels.`);
    }
    const translated = [...translations].flatMap(([language, texts]) => {
        const translation = texts.get(name);
        return translation === undefined ? [] : [[language.replaceAll('_', '-'), translation] as const];
    });
    if (translated.length === 0) return exportValue(text);
    const byLanguage = JSON.stringify(Object.fromEntries(translated));
    return `export default ${byLanguage}[globalThis.__DEV_ORG__.lang] ?? ${JSON.stringify(text)};`;
}

function resourceUrl(name: string, { staticResources }: ModuleSchema): string {
    if (!staticResources.has(name)) {
        throw new Error(`Static resource "${name}" is not in force-app/main/default/staticresources.`);
    }
    return `/resource/${name}`;
}

function schemaReference(name: string, schema: ModuleSchema): { objectApiName: string; fieldApiName?: string } {
    const [objectName, ...path] = name.split('.');
    const object = schema.object(objectName ?? '');
    if (!object) throw new Error(`Object "${objectName}" is not in the org's schema.`);
    if (path.length === 0) return { objectApiName: object.name };
    checkFieldPath(object, path, schema);
    return { objectApiName: object.name, fieldApiName: path.join('.') };
}

function checkFieldPath(object: ObjectSchema, path: string[], schema: ModuleSchema): void {
    const [step, ...rest] = path;
    if (step === undefined) return;
    if (rest.length === 0) {
        if (!object.field(step)) throw new Error(`Field "${step}" is not on ${object.name}.`);
        return;
    }
    const target = object.fieldOfRelationship(step)?.reference?.targets[0];
    const parent = target === undefined ? undefined : schema.object(target);
    if (!parent) throw new Error(`Relationship "${step}" is not on ${object.name}.`);
    checkFieldPath(parent, rest, schema);
}
