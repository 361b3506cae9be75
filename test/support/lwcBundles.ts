import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FORCE_APP, filesBelow } from './repository.ts';

const LWC = path.join(FORCE_APP, 'lwc');

/** A Lightning web component bundle. */
export interface Bundle {
    name: string;
    /** Paths below the bundle's folder: `linkApi.ts`, `__tests__/linkApi.test.ts`. */
    files: string[];
}

/** Every bundle of force-app. */
export function lwcBundles(): Bundle[] {
    return readdirSync(LWC, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => ({ name, files: filesBelow(path.join(LWC, name)) }));
}

/** Text of a file of a bundle. */
export const readBundleFile = (bundle: Bundle, file: string): string =>
    readFileSync(path.join(LWC, bundle.name, file), 'utf8');

/** Whether the file is deployed or run, not a test. */
export const isSource = (file: string): boolean => !file.startsWith('__tests__/');

/** `c/linkApi` as imported in TypeScript, `c-link-api` as used in a template: the names of the bundles meant. */
export function bundlesUsedBy(text: string): string[] {
    const imported = [...text.matchAll(/from 'c\/(\w+)'/g)].map(([, name = '']) => name);
    const placed = [...text.matchAll(/<c-([a-z0-9-]+)/g)].map(([, name = '']) => toCamelCase(name));
    return [...new Set([...imported, ...placed])];
}

/** Names of the custom labels a source imports. */
export const labelsUsedBy = (text: string): string[] =>
    [...text.matchAll(/'@salesforce\/label\/c\.(\w+)'/g)].map(([, name = '']) => name);

const toCamelCase = (kebab: string): string =>
    kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
