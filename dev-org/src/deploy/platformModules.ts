import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Whether the platform has a module such as `lightning/button`. */
export type IsPlatformModule = (specifier: string) => boolean;

/** Knows the base components and, by their stand-ins for Jest, the modules that only an org has. */
export function platformModules(): IsPlatformModule {
    const names = new Set(
        ['lightning-base-components/src/lightning', '@salesforce/sfdx-lwc-jest/src/lightning-stubs'].flatMap(
            namesInside
        )
    );
    // It has no stand-in and is no component.
    names.add('modal');
    return (specifier) => specifier.startsWith('lightning/') && names.has(specifier.slice('lightning/'.length));
}

function namesInside(folder: string): string[] {
    const [scope = '', name = ''] = folder.split('/');
    const packageName = scope.startsWith('@') ? `${scope}/${name}` : scope;
    const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
    const dir = path.join(path.dirname(manifest), folder.slice(packageName.length));
    return readdirSync(dir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name);
}
