import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { OnLoadArgs, OnLoadResult, OnResolveArgs, OnResolveResult, Plugin } from 'esbuild';
import { componentIndex, exposedComponents } from './componentIndex.ts';
import type { LwcCompiler } from './lwcCompiler.ts';
import type { ModuleFinder } from './moduleFinder.ts';
import { salesforceModule } from './salesforceModules.ts';
import type { ModuleSchema } from './salesforceModules.ts';
import type { ShellPaths } from './shellPaths.ts';
import { isIconIndex, trimmedIconIndex } from './usedIcons.ts';

export interface LwcPluginOptions {
    paths: ShellPaths;
    schema: ModuleSchema;
    compiler: LwcCompiler;
    findModule: ModuleFinder;
    icons: ReadonlySet<string>;
}

const COMPONENT_INDEX = 'devorg/components';
const VIRTUAL = 'org';
const ABSENT = 'absent';

/** Teaches esbuild the platform's modules and how to compile components. */
export function lwcPlugin(options: LwcPluginOptions): Plugin {
    return {
        name: 'lwc',
        setup(build) {
            build.onResolve({ filter: /.*/ }, (request) => resolve(request, options));
            build.onLoad({ filter: /.*/, namespace: VIRTUAL }, ({ path: specifier }) => virtual(specifier, options));
            build.onLoad({ filter: /.*/, namespace: ABSENT }, () => ({ contents: 'export default undefined;' }));
            build.onLoad({ filter: /\.(js|ts|html|css)$/ }, (request) => load(request, options));
        }
    };
}

function resolve(request: OnResolveArgs, options: LwcPluginOptions): OnResolveResult | undefined {
    const specifier = request.path;
    if (request.kind === 'entry-point') return undefined;
    if (specifier.startsWith('.') || path.isAbsolute(specifier)) return resolveRelative(request);
    if (specifier === COMPONENT_INDEX || isOrgModule(specifier, options)) {
        return { path: specifier, namespace: VIRTUAL };
    }
    const file = options.findModule(specifier);
    if (file !== undefined) return { path: file };
    if (
        specifier === 'lwc' ||
        specifier.startsWith('@lwc/') ||
        request.importer.includes(`${path.sep}@lwc${path.sep}`)
    ) {
        return undefined;
    }
    return { errors: [{ text: `The dev org has no module "${specifier}".` }] };
}

// A name the org does not have throws; the load reports it with the file that imports it.
function isOrgModule(specifier: string, { schema }: LwcPluginOptions): boolean {
    try {
        return salesforceModule(specifier, schema) !== undefined;
    } catch {
        return true;
    }
}

// The compiler imports every component's template and style sheet whether or not they exist.
function resolveRelative({ path: specifier, resolveDir }: OnResolveArgs): OnResolveResult {
    const [name = '', query] = specifier.split('?');
    const file = path.resolve(resolveDir, name);
    const found = [file, `${file}.ts`, `${file}.js`].find(
        (candidate) => path.extname(candidate) && existsSync(candidate)
    );
    if (found !== undefined) return { path: found, suffix: query === undefined ? '' : `?${query}` };
    if (/\.(html|css)$/.test(file)) return { path: file, namespace: ABSENT };
    return { errors: [{ text: `There is no file "${specifier}".` }] };
}

function virtual(specifier: string, { schema, paths }: LwcPluginOptions): OnLoadResult {
    if (specifier === COMPONENT_INDEX) {
        return { contents: componentIndex(exposedComponents(paths.components)), resolveDir: paths.modules };
    }
    try {
        return { contents: salesforceModule(specifier, schema) ?? '' };
    } catch (error) {
        return { errors: [{ text: error instanceof Error ? error.message : String(error) }] };
    }
}

async function load({ path: file, suffix }: OnLoadArgs, options: LwcPluginOptions): Promise<OnLoadResult | undefined> {
    const namespace = namespaceOf(file, options.paths);
    if (namespace === undefined) return undefined;
    const text = isIconIndex(file) ? trimmedIconIndex(file, options.icons) : await readFile(file, 'utf8');
    const source = { file, namespace, name: bundleName(file), text, isScoped: suffix.includes('scoped') };
    try {
        return { contents: await options.compiler.compile(source), loader: 'js', resolveDir: path.dirname(file) };
    } catch (error) {
        return { errors: [{ text: error instanceof Error ? error.message : String(error), location: { file } }] };
    }
}

function bundleName(file: string): string {
    return path.basename(path.dirname(file));
}

function namespaceOf(file: string, { components, modules, baseComponents }: ShellPaths): string | undefined {
    const isIn = (folder: string): boolean => file.startsWith(folder + path.sep);
    if (isIn(components)) return 'c';
    if (isIn(modules)) return path.basename(path.dirname(path.dirname(file)));
    if (isIn(path.join(baseComponents, 'src/lightning'))) return 'lightning';
    return undefined;
}
