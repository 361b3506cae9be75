import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Names of the bundles a page may hold: those whose metadata says `isExposed`. */
export function exposedComponents(folder: string): string[] {
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
        .filter((name) => {
            const metadata = path.join(folder, name, `${name}.js-meta.xml`);
            return existsSync(metadata) && /<isExposed>\s*true\s*<\/isExposed>/.test(readFileSync(metadata, 'utf8'));
        })
        .sort();
}

/** Source text of `devorg/components`: loads an exposed component by name, each in a chunk of its own. */
export function componentIndex(names: string[]): string {
    const entries = names.map((name) => `${JSON.stringify(name)}: () => import('c/${name}')`);
    return `export const components = {\n${entries.join(',\n')}\n};`;
}
