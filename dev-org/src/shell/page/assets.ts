import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { transform } from 'esbuild';
import type { OrgRequest, OrgResponse } from '../../http/route.ts';
import type { Theme } from '../../../modules/shellSettings.ts';

const compress = promisify(gzip);

const TYPES: Record<string, string> = {
    '.css': 'text/css; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.svg': 'image/svg+xml'
};

/** Serves files whose names change with their content, so that browsers may keep them for good. */
export class Assets {
    private readonly compressed = new Map<string, Promise<Uint8Array>>();

    /** @param cacheControl how long browsers may keep the file; for good unless told otherwise */
    async respond(
        name: string,
        content: Uint8Array,
        { headers }: Pick<OrgRequest, 'headers'>,
        cacheControl = 'public, max-age=31536000, immutable'
    ): Promise<OrgResponse> {
        const common = {
            'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream',
            'cache-control': cacheControl,
            'x-content-type-options': 'nosniff',
            vary: 'accept-encoding'
        };
        if (!/\bgzip\b/.test(headers['accept-encoding'] ?? '')) return { status: 200, headers: common, body: content };
        const body = await this.gzip(name, content);
        return { status: 200, headers: { ...common, 'content-encoding': 'gzip' }, body };
    }

    private gzip(name: string, content: Uint8Array): Promise<Uint8Array> {
        const known = this.compressed.get(name);
        if (known) return known;
        const compressing = compress(content);
        this.compressed.set(name, compressing);
        return compressing;
    }
}

export interface StaticFile {
    /** `slds-1a2b3c.css` */
    name: string;
    content: Uint8Array;
}

const STYLE_SHEETS: Record<Theme, [packageName: string, file: string]> = {
    slds1: ['@salesforce-ux/design-system', 'assets/styles/salesforce-lightning-design-system.min.css'],
    slds2: ['@salesforce-ux/design-system-2', 'dist/css/bundled/slds2.cosmos.css']
};
/** Pictures of the design system that no component here shows; they are not served. */
const PICTURES = /url\(['"]?\.\.\/[^)]*\)/g;

/** Salesforce's design system in a theme, without comments and white space. */
export async function designSystem(theme: Theme): Promise<StaticFile> {
    const [packageName, file] = STYLE_SHEETS[theme];
    const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
    const source = (await readFile(path.join(path.dirname(manifest), file), 'utf8')).replace(PICTURES, 'none');
    const { code } = await transform(source, { loader: 'css', minify: true, logLevel: 'silent' });
    return hashed(theme, '.css', code);
}

/** A text under a name that changes with it. */
export function hashed(name: string, extension: string, text: string): StaticFile {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
    return { name: `${name}-${hash}${extension}`, content: Buffer.from(text) };
}
