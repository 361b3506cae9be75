import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compress, hash } from './assets.ts';
import type { AssetFile } from './assets.ts';

/** The company's logo, served by us: no page loads anything from elsewhere. */
export interface Logo {
    path: string;
    file: AssetFile;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.webp': 'image/webp',
    '.jpg': 'image/jpeg',
    '.jpeg': 'image/jpeg'
};
/** Keeps the first view within its 30 KB. */
const LARGEST_BYTES = 10_000;

/** @throws Error when the file cannot be read, is no picture that browsers show, or is too large */
export function readLogo(fileName: string): Logo {
    const extension = path.extname(fileName).toLowerCase();
    const contentType = CONTENT_TYPES[extension];
    if (contentType === undefined) {
        throw new Error(`LOGO_FILE must end with ${Object.keys(CONTENT_TYPES).join(', ')}: ${fileName}`);
    }
    const file = compress(contentType, readFileSync(fileName));
    if (file.br.length > LARGEST_BYTES) {
        throw new Error(`LOGO_FILE must be at most ${LARGEST_BYTES} bytes when compressed: ${fileName}`);
    }
    return { path: `/assets/logo-${hash(file.identity)}${extension}`, file };
}
