import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { buildShell } from './shellBundle.ts';
import type { ShellBundle, ShellBundleOptions } from './shellBundle.ts';

/** Keeps a bundle at hand: built once, and again when a source has changed. */
export interface ShellBuilder {
    /**
     * The bundle of the sources as they are now; calls during a build share it.
     * @throws ShellBuildError
     */
    current(): Promise<ShellBundle>;
    /** A file of any bundle built so far, so that a page loaded before a change still finds its parts. */
    file(name: string): Uint8Array | undefined;
}

/** Nothing is built before the first call of `current`. */
export function shellBuilder(options: ShellBundleOptions): ShellBuilder {
    const files = new Map<string, Uint8Array>();
    let build: { stamp: string; bundle: Promise<ShellBundle> } | undefined;

    const start = (stamp: string): Promise<ShellBundle> => {
        const bundle = buildShell(options).then((built) => {
            for (const [name, content] of built.files) files.set(name, content);
            return built;
        });
        build = { stamp, bundle };
        return bundle;
    };

    return {
        async current() {
            const stamp = await sourceStamp([options.paths.components, options.paths.modules]);
            return build?.stamp === stamp ? build.bundle : start(stamp);
        },
        file: (name) => files.get(name)
    };
}

// Cheap enough for every page load: names, sizes and times of a few hundred files.
async function sourceStamp(folders: string[]): Promise<string> {
    const lists = await Promise.all(folders.map(listSources));
    const marks = lists.flat().map(async (file) => {
        const { mtimeMs, size } = await stat(file).catch(() => ({ mtimeMs: 0, size: 0 }));
        return `${file} ${mtimeMs} ${size}`;
    });
    return (await Promise.all(marks)).join('\n');
}

async function listSources(folder: string): Promise<string[]> {
    if (!existsSync(folder)) return [];
    const names = await readdir(folder, { recursive: true });
    return names
        .filter((name) => !name.includes('__tests__') && path.extname(name) !== '')
        .sort()
        .map((name) => path.join(folder, name));
}
