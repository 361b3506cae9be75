import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { joinModules } from './joinModules.ts';
import type { ModuleSources } from './joinModules.ts';

/** Paths of what a page loads; each holds a hash of its content, so it may be cached for ever. */
export interface PageAssets {
    styles: string;
    icon: string;
    script: string;
    /** Runs beside the page, and only where a proof of work is asked for. */
    solver: string;
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
const SCRIPT_TYPE = 'text/javascript; charset=utf-8';
const ENTRY_MODULE = './main.ts';
const SOLVER_MODULE = './solver.ts';

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
    const script = joinModules(ENTRY_MODULE, modules);
    const solver = joinModules(SOLVER_MODULE, modules);
    return {
        styles: add(`${hash(css)}.css`, 'text/css; charset=utf-8', css),
        icon: add(`${hash(icon)}.svg`, 'image/svg+xml', icon),
        script: add(`${hash(script)}.js`, SCRIPT_TYPE, script),
        solver: add(`${hash(solver)}.js`, SCRIPT_TYPE, solver),
        embed: compress(SCRIPT_TYPE, Buffer.from(browserSource(readText(folder, 'embed', 'embed.ts')))),
        files
    };
}

function readModules(folder: string): ModuleSources {
    const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    return new Map(names.map((name) => [`./${name}`, browserSource(readText(folder, name))]));
}

/** Without types and indentation; a browser needs no compiler for the rest. */
function browserSource(typescript: string): string {
    return stripTypeScriptTypes(typescript).replaceAll(/\s*\n\s*/g, '\n');
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
