import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { createManifest } from '../../chrome-extension/manifest.ts';
import { zip } from './zip.ts';
import type { ZipEntry } from './zip.ts';

const projectDir = path.join(import.meta.dirname, '../..');
const sourceDir = path.join(projectDir, 'chrome-extension');

/** Each becomes one file of its name. */
const ENTRY_POINTS = {
    serviceWorker: 'src/background/serviceWorker.ts',
    contentScript: 'src/content/contentScript.ts',
    popup: 'src/ui/popup.ts',
    sidePanel: 'src/ui/sidePanel.ts',
    options: 'src/options/optionsPage.ts'
};

/** Pages wait for their options at the top level, which only modules can. */
const FORMATS: Record<keyof typeof ENTRY_POINTS, 'esm' | 'iife'> = {
    serviceWorker: 'iife',
    contentScript: 'iife',
    popup: 'esm',
    sidePanel: 'esm',
    options: 'esm'
};

export interface BuildOptions {
    /** Where the unpacked extension goes; emptied first. */
    outDir: string;
    /** Where the zip goes; absent: none is made. */
    zipFile?: string;
    /** Hosts granted without asking, for browsers under test. */
    grantedHosts?: readonly string[];
}

/**
 * Builds the extension.
 * @returns every module that went into its scripts, relative to the project
 * @throws Error of esbuild for sources that cannot be bundled
 */
export async function buildExtension({ outDir, zipFile, grantedHosts = [] }: BuildOptions): Promise<string[]> {
    const { version } = JSON.parse(await readFile(path.join(projectDir, 'package.json'), 'utf8')) as {
        version: string;
    };
    const { scripts, modules } = await bundle();
    const files = [...scripts, ...(await copied('static', '')), ...(await copied('icons', 'icons/'))];
    const manifest = (hasKey: boolean): ZipEntry => ({
        name: 'manifest.json',
        content: Buffer.from(`${JSON.stringify(createManifest({ version, hasKey, grantedHosts }), null, 4)}\n`)
    });
    await rm(outDir, { recursive: true, force: true });
    await writeAll(outDir, [...files, manifest(true)]);
    if (zipFile !== undefined) await writeFile(zipFile, zip([...files, manifest(false)]));
    return modules;
}

async function bundle(): Promise<{ scripts: ZipEntry[]; modules: string[] }> {
    const bundles = await Promise.all(
        Object.entries(ENTRY_POINTS).map(async ([name, entry]) => {
            const { outputFiles, metafile } = await build({
                entryPoints: [path.join(sourceDir, entry)],
                bundle: true,
                write: false,
                metafile: true,
                format: FORMATS[name as keyof typeof ENTRY_POINTS],
                target: 'chrome127',
                charset: 'utf8',
                // Reviewers of the store read it, and so does who debugs it.
                minify: false,
                legalComments: 'inline',
                tsconfig: path.join(projectDir, 'tsconfig.extension.json'),
                absWorkingDir: projectDir,
                logLevel: 'warning'
            });
            const scripts = outputFiles.map(({ contents }) => ({ name: `${name}.js`, content: contents }));
            return { scripts, modules: Object.keys(metafile.inputs) };
        })
    );
    return {
        scripts: bundles.flatMap(({ scripts }) => scripts),
        modules: [...new Set(bundles.flatMap(({ modules }) => modules))]
    };
}

async function copied(folder: string, prefix: string): Promise<ZipEntry[]> {
    const names = await readdir(path.join(sourceDir, folder));
    const entries = names
        .filter((name) => /\.(html|css|png)$/.test(name))
        .map(async (name) => ({
            name: prefix + name,
            content: await readFile(path.join(sourceDir, folder, name))
        }));
    return Promise.all(entries);
}

async function writeAll(folder: string, entries: readonly ZipEntry[]): Promise<void> {
    for (const { name, content } of entries) {
        const file = path.join(folder, name);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, content);
    }
}
