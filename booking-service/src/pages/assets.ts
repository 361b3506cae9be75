import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Paths of what a page loads; each holds a hash of its content, so it may be cached for ever. */
export interface PageAssets {
    styles: string;
    icon: string;
    /** The script's entry module. */
    script: string;
    /** The modules it imports, for preloading. */
    scriptImports: readonly string[];
    /** For other sites: fills their elements with our pages. At a fixed path, so not to be kept for ever. */
    embed: AssetFile;
    /** Every file by path. */
    files: ReadonlyMap<string, AssetFile>;
}

/** A file ready to send in each encoding. */
export interface AssetFile {
    contentType: string;
    identity: Buffer;
    gzip: Buffer;
    br: Buffer;
}

/** Order matters: later sheets may refine earlier ones. */
const STYLE_SHEETS = ['tokens', 'base', 'layout', 'picker', 'forms', 'notices', 'print'];
const ENTRY_MODULE = 'main.ts';

let loaded: PageAssets | undefined;

/** The pages' style sheet, script and icon, read and compressed once per process. */
export function pageAssets(): PageAssets {
    loaded ??= loadAssets(import.meta.dirname);
    return loaded;
}

function loadAssets(folder: string): PageAssets {
    const files = new Map<string, AssetFile>();
    const add = (name: string, contentType: string, content: string): string => {
        const assetPath = `/assets/${name}`;
        files.set(assetPath, compress(contentType, Buffer.from(content)));
        return assetPath;
    };

    const css = STYLE_SHEETS.map((name) => readText(folder, 'styles', `${name}.css`)).join('\n');
    const icon = readText(folder, 'styles', 'icon.svg');
    const modules = readModules(path.join(folder, 'client'));
    // One hash for all modules: a change in any of them gives all of them new paths, so imports always match.
    const version = hash(modules.map(({ source }) => source).join('\n'));
    const scripts = modules.map(({ name, source }) => ({
        name,
        path: add(`${version}/${name.replace(/\.ts$/, '.js')}`, 'text/javascript; charset=utf-8', source)
    }));
    return {
        styles: add(`${hash(css)}.css`, 'text/css; charset=utf-8', css),
        icon: add(`${hash(icon)}.svg`, 'image/svg+xml', icon),
        script: scripts.find(({ name }) => name === ENTRY_MODULE)?.path ?? '',
        embed: compress(
            'text/javascript; charset=utf-8',
            Buffer.from(browserSource(readText(folder, 'embed', 'embed.ts')))
        ),
        scriptImports: scripts.filter(({ name }) => name !== ENTRY_MODULE).map((script) => script.path),
        files
    };
}

/** The browser gets the same modules without their types, so no bundler stands between source and page. */
function readModules(folder: string): { name: string; source: string }[] {
    return readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .sort()
        .map((name) => ({ name, source: browserSource(readText(folder, name)) }));
}

function browserSource(typescript: string): string {
    return stripTypeScriptTypes(typescript)
        .replaceAll(/(from\s+'\.\/[\w-]+)\.ts'/g, "$1.js'")
        .replaceAll(/\s*\n\s*/g, '\n');
}

/** Content in each encoding a browser may take. */
export function compress(contentType: string, identity: Buffer): AssetFile {
    return { contentType, identity, gzip: gzipSync(identity, { level: 9 }), br: brotliCompressSync(identity) };
}

/** What tells one content from another, short enough for a path. */
export function hash(content: string | Buffer): string {
    return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

function readText(...segments: string[]): string {
    return readFileSync(path.join(...segments), 'utf8');
}
