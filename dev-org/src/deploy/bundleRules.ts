import { transformSync } from '@lwc/compiler';
import { parseSync } from '@babel/core';
import type { Schema } from '../schema/schema.ts';
import { bundleComponent } from './archive.ts';
import type { Component, ComponentFailure } from './component.ts';
import type { IsPlatformModule } from './platformModules.ts';

/** What bundles may refer to. */
export interface BundleScope {
    schema: Schema;
    /** Names of the org's own Lightning web components. */
    bundles: ReadonlySet<string>;
    isPlatformModule: IsPlatformModule;
}

/** What the platform's compiler refuses in a Lightning web component. */
export function bundleFailures(name: string, files: Map<string, string>, scope: BundleScope): ComponentFailure[] {
    const component = bundleComponent(name);
    const failures: ComponentFailure[] = [];
    if (!files.has(`${name}.js-meta.xml`)) {
        failures.push({ component, problem: `Cannot find Lightning Component Bundle ${name}: no ${name}.js-meta.xml` });
    }
    if (!files.has(`${name}.js`) && !files.has(`${name}.html`)) {
        failures.push({ component, problem: `Ensure that the bundle ${name} has a file ${name}.js or ${name}.html` });
    }
    for (const [file, text] of files) {
        const inFile: Component = { ...component, fileName: `lwc/${name}/${file}` };
        if (/\.(js|html|css)$/.test(file)) failures.push(...compileFailures(inFile, name, file, text));
        if (file.endsWith('.js')) failures.push(...importFailures(inFile, text, files, scope));
        if (file.endsWith('.html')) failures.push(...tagFailures(inFile, text, scope));
        if (!/\.(js|html|css|svg|js-meta\.xml)$/.test(file)) {
            failures.push({ component: inFile, problem: `Unexpected file ${file} in the bundle ${name}` });
        }
    }
    return failures;
}

function compileFailures(component: Component, bundle: string, file: string, text: string): ComponentFailure[] {
    try {
        transformSync(text, file, { name: bundle, namespace: 'c', apiVersion: 66, enableDynamicComponents: true });
        return [];
    } catch (error) {
        const { message, location } = error as Error & { location?: { line: number; column: number } };
        return [{ component, problem: firstLine(message, file), ...(location && { at: location }) }];
    }
}

/** The compiler names the file by a path of this machine, and shows the source below its message. */
function firstLine(message: string, file: string): string {
    const [line = ''] = message.split('\n', 1);
    const at = line.indexOf(`${file}:`);
    const start = line.slice(0, at).replace(/\S*$/, '');
    return (at === -1 ? line : start + line.slice(at)).replace(/^SyntaxError: /, '');
}

interface Import {
    specifier: string;
    at: { line: number; column: number };
}

function importFailures(
    component: Component,
    text: string,
    files: Map<string, string>,
    scope: BundleScope
): ComponentFailure[] {
    return importsOf(text).flatMap(({ specifier, at }) => {
        const problem = importProblem(specifier, component, files, scope);
        return problem === undefined ? [] : [{ component, problem, at }];
    });
}

function importProblem(
    specifier: string,
    { fullName, fileName }: Component,
    files: Map<string, string>,
    { schema, bundles, isPlatformModule }: BundleScope
): string | undefined {
    const file = fileName.slice(fileName.lastIndexOf('/') + 1);
    const [scope = '', kind = '', ...rest] = specifier.split('/');
    const name = rest.join('/');
    if (specifier.startsWith('./'))
        return hasFile(files, specifier.slice(2))
            ? undefined
            : `Failed to resolve import "${specifier}" from "${file}". Please add "${specifier.slice(2)}" file to the component folder.`;
    if (scope === 'c') return bundles.has(kind) ? undefined : noModule(`c:${kind}`, fullName);
    if (scope === 'lightning') return isPlatformModule(specifier) ? undefined : noModule(`lightning:${kind}`, fullName);
    if (specifier === 'lwc') return undefined;
    if (scope !== '@salesforce') return `Invalid import of "${specifier}": the org has no such module`;
    switch (kind) {
        case 'label':
            return isLabel(name, schema) ? undefined : invalidReference(name, 'label', file);
        case 'resourceUrl':
            return schema.staticResources.has(name) ? undefined : invalidReference(name, 'resourceUrl', file);
        case 'schema':
            return schemaProblem(name, schema, file);
        case 'user':
        case 'client':
        case 'i18n':
        case 'customPermission':
        case 'userPermission':
            return undefined;
        case 'apex':
            return `Unable to find Apex action class referenced as '${name.split('.')[0] ?? ''}'.`;
        default:
            return `The dev org does not support @salesforce/${kind}`;
    }
}

const isLabel = (name: string, { labels }: Schema): boolean => name.startsWith('c.') && labels.has(name.slice(2));

const noModule = (wanted: string, bundle: string): string =>
    `No MODULE named markup://${wanted} found : [markup://c:${bundle}]`;

const invalidReference = (name: string, type: string, file: string): string =>
    `Invalid reference ${name} of type ${type} in file ${file}`;

const hasFile = (files: Map<string, string>, file: string): boolean => files.has(file) || files.has(`${file}.js`);

/** Follows `Meeting__c.BookingLink__r.Slug__c` through the org's objects. */
function schemaProblem(reference: string, schema: Schema, file: string): string | undefined {
    const [objectName = '', ...path] = reference.split('.');
    let object = schema.object(objectName);
    if (!object) return invalidReference(objectName, 'sobjectClass', file);
    for (const [index, step] of path.entries()) {
        const isLast = index === path.length - 1;
        if (isLast) return object?.field(step) ? undefined : invalidReference(reference, 'sobjectField', file);
        const target: string | undefined = object?.fieldOfRelationship(step)?.reference?.targets[0];
        object = target === undefined ? undefined : schema.object(target);
    }
    return undefined;
}

/** Static imports and re-exports of a script; none when it does not parse, which the compiler reports. */
function importsOf(text: string): Import[] {
    try {
        const tree = parseSync(text, {
            configFile: false,
            babelrc: false,
            parserOpts: { plugins: [['decorators', { decoratorsBeforeExport: false }]] }
        });
        return (tree?.program.body ?? []).flatMap((statement) => {
            const source = 'source' in statement ? statement.source : undefined;
            if (!source || !statement.loc) return [];
            const { line, column } = statement.loc.start;
            return [{ specifier: source.value, at: { line, column: column + 1 } }];
        });
    } catch {
        return [];
    }
}

function tagFailures(component: Component, text: string, scope: BundleScope): ComponentFailure[] {
    // Comments stay as long as they were, so that lines stay where they are.
    const template = text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
    return [...template.matchAll(/<(c|lightning)-([a-z0-9-]+)/g)].flatMap(
        ({ 1: namespace = '', 2: tag = '', index }) => {
            const name = tag.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
            const isKnown = namespace === 'c' ? scope.bundles.has(name) : scope.isPlatformModule(`lightning/${name}`);
            if (isKnown) return [];
            const before = template.slice(0, index);
            const at = { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
            return [{ component, problem: noModule(`${namespace}:${name}`, component.fullName), at }];
        }
    );
}
