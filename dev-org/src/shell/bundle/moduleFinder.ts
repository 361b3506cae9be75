import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ShellPaths } from './shellPaths.ts';

/** Finds the file behind `c/x`, `devorg/x`, `lightning/x` and what the base components need; undefined when there is none. */
export type ModuleFinder = (specifier: string) => string | undefined;

interface AliasManifest {
    lwc: { modules: { name?: string; path?: string; dir?: string }[] };
}

/** Our own modules win over the base components, so that a shim can stand in for a module that only an org has. */
export function moduleFinder(paths: ShellPaths): ModuleFinder {
    const aliases = readAliases(paths.baseComponents);
    return (specifier) => {
        const [namespace, name, ...rest] = specifier.split('/');
        if (name !== undefined && rest.length === 0) {
            const folders = bundleFolders(paths, namespace, name);
            const entry = folders.map((folder) => findEntry(folder, name)).find((file) => file !== undefined);
            if (entry !== undefined) return entry;
        }
        return aliases.get(specifier);
    };
}

function bundleFolders(paths: ShellPaths, namespace: string | undefined, name: string): string[] {
    switch (namespace) {
        case 'c':
            return [path.join(paths.components, name)];
        case 'devorg':
            return [path.join(paths.modules, 'devorg', name)];
        case 'lightning':
            return [
                path.join(paths.modules, 'lightning', name),
                path.join(paths.baseComponents, 'src/lightning', name)
            ];
        default:
            return [];
    }
}

// TypeScript first: a stale compiled file beside the source must not win.
function findEntry(folder: string, name: string): string | undefined {
    return ['ts', 'js', 'html', 'css']
        .map((extension) => path.join(folder, `${name}.${extension}`))
        .find((file) => existsSync(file));
}

function readAliases(baseComponents: string): Map<string, string> {
    const manifest = JSON.parse(readFileSync(path.join(baseComponents, 'package.json'), 'utf8')) as AliasManifest;
    const aliases = new Map<string, string>();
    for (const { name, path: file } of manifest.lwc.modules) {
        if (name !== undefined && file !== undefined) aliases.set(name, path.join(baseComponents, file));
    }
    return aliases;
}
