import path from 'node:path';
import { build } from 'esbuild';
import type { BuildFailure, BuildOptions, Message } from 'esbuild';
import { LwcCompiler } from './lwcCompiler.ts';
import { lwcPlugin } from './lwcPlugin.ts';
import { moduleFinder } from './moduleFinder.ts';
import type { ModuleSchema } from './salesforceModules.ts';
import type { ShellPaths } from './shellPaths.ts';
import { iconsIn, usedIcons } from './usedIcons.ts';

/** Production is small and quiet; development keeps the framework's warnings and readable code. */
export type ShellMode = 'production' | 'development';

export interface ShellBundleOptions {
    paths: ShellPaths;
    schema: ModuleSchema;
    mode: ShellMode;
    /** Icons named outside of sources, such as those of tabs: `custom:custom57`. */
    icons?: string[];
}

export interface ShellBundle {
    /** File name to content. */
    files: Map<string, Uint8Array>;
    /** Classic script that must run before the module: it prepares the page and loads synthetic shadow. */
    bootScript: string;
    /** The shell itself, an ES module. */
    appScript: string;
    /** Absolute paths of every source that went in. */
    inputs: string[];
    /** How many files the component compiler translated, and how many it remembered. */
    counts: { compiled: number; cached: number };
}

/** What stops the shell from being built, one line for each fault, naming the file. */
export class ShellBuildError extends Error {
    override readonly name = 'ShellBuildError';
    readonly faults: string[];

    constructor(faults: string[]) {
        super(`The shell cannot be built:\n${faults.join('\n')}`);
        this.faults = faults;
    }
}

/**
 * Bundles the shell, the base components and the product's components for the browser.
 * @throws ShellBuildError when a source does not compile or names a module, label or field the org does not have.
 */
export async function buildShell(options: ShellBundleOptions): Promise<ShellBundle> {
    const compiler = new LwcCompiler(options.paths.cache);
    try {
        const [boot, app] = await Promise.all([buildBoot(options), buildApp(options, compiler)]);
        return {
            files: new Map([...boot.files, ...app.files]),
            bootScript: boot.entry,
            appScript: app.entry,
            inputs: [...boot.inputs, ...app.inputs],
            counts: compiler.counts
        };
    } catch (error) {
        if (isBuildFailure(error)) throw new ShellBuildError(error.errors.map(describeFault));
        throw error;
    }
}

// Synthetic shadow patches the DOM before the engine loads. In one bundle with code splitting the engine would win.
function buildBoot({ paths, mode }: ShellBundleOptions): Promise<BuiltEntry> {
    return bundleEntry(path.join(paths.modules, 'boot.ts'), { ...common(paths, mode), format: 'iife' });
}

async function buildApp(options: ShellBundleOptions, compiler: LwcCompiler): Promise<BuiltEntry> {
    const { paths, schema, mode } = options;
    const icons = await usedIcons([paths.components, paths.modules, path.join(paths.baseComponents, 'src/lightning')]);
    for (const icon of iconsIn((options.icons ?? []).join(' '))) icons.add(icon);
    return bundleEntry(path.join(paths.modules, 'app.ts'), {
        ...common(paths, mode),
        format: 'esm',
        splitting: true,
        plugins: [lwcPlugin({ paths, schema, compiler, icons, findModule: moduleFinder(paths) })]
    });
}

function common(paths: ShellPaths, mode: ShellMode): BuildOptions {
    return {
        absWorkingDir: paths.projectRoot,
        bundle: true,
        outdir: path.join(paths.cache, 'shell'),
        entryNames: '[name]-[hash]',
        chunkNames: '[name]-[hash]',
        // Components may lie in a project that has no node_modules of its own.
        nodePaths: [path.dirname(paths.baseComponents)],
        target: 'es2022',
        minify: mode === 'production',
        define: { 'process.env.NODE_ENV': JSON.stringify(mode), 'import.meta.env.SSR': 'false' },
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true } },
        logLevel: 'silent'
    };
}

interface BuiltEntry {
    files: Map<string, Uint8Array>;
    entry: string;
    inputs: string[];
}

async function bundleEntry(entryPoint: string, options: BuildOptions): Promise<BuiltEntry> {
    const result = await build({ ...options, entryPoints: [entryPoint], write: false, metafile: true });
    const name = path.basename(entryPoint, '.ts');
    const files = new Map(result.outputFiles.map((file) => [path.basename(file.path), file.contents]));
    const entry = [...files.keys()].find((file) => file.startsWith(`${name}-`));
    if (entry === undefined) throw new Error(`esbuild wrote no file for ${entryPoint}.`);
    const inputs = Object.keys(result.metafile.inputs).map((input) => path.resolve(options.absWorkingDir ?? '', input));
    return { files, entry, inputs };
}

function isBuildFailure(error: unknown): error is BuildFailure {
    return error instanceof Error && 'errors' in error;
}

function describeFault({ text, location, pluginName }: Message): string {
    const message = pluginName && text.startsWith(`[plugin ${pluginName}]`) ? text.slice(pluginName.length + 10) : text;
    if (!location) return message;
    return `${location.file}${location.line ? `:${location.line}` : ''}: ${message}`;
}
