import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { transformSync } from '@lwc/compiler';
import { transform, version as esbuildVersion } from 'esbuild';

export interface LwcSource {
    /** Absolute path. */
    file: string;
    namespace: string;
    /** Name of the bundle the file belongs to. */
    name: string;
    text: string;
    /** Whether this is a style sheet scoped to its component. */
    isScoped: boolean;
}

/** Turns a component's script, template or style sheet into JavaScript, and remembers the result on disk. */
export class LwcCompiler {
    private readonly folder: string;
    /** How many files were compiled, and how many came from the cache. */
    readonly counts = { compiled: 0, cached: 0 };

    constructor(cacheFolder: string) {
        this.folder = path.join(cacheFolder, 'lwc');
    }

    /** @throws Error with the compiler's message when the source is not valid. */
    async compile(source: LwcSource): Promise<string> {
        const entry = path.join(this.folder, `${hash(source.file, String(source.isScoped))}.js`);
        const stamp = `// ${hash(COMPILERS, source.namespace, source.text)}\n`;
        const cached = await readFile(entry, 'utf8').catch(() => '');
        if (cached.startsWith(stamp)) {
            this.counts.cached++;
            return cached.slice(stamp.length);
        }
        const code = toJavaScript(source, await withoutTypes(source));
        this.counts.compiled++;
        await this.store(entry, stamp + code);
        return code;
    }

    // Written aside and renamed: another process may read the same entry at the same moment.
    private async store(entry: string, text: string): Promise<void> {
        const aside = `${entry}.${process.pid}`;
        await mkdir(this.folder, { recursive: true });
        await writeFile(aside, text);
        await rename(aside, entry);
    }
}

const OPTIONS = {
    enableDynamicComponents: true,
    enableLwcOn: true,
    // The base components attach internals, which synthetic shadow refuses unless told otherwise.
    enableSyntheticElementInternals: true,
    apiVersion: 66
} as const;

const COMPILERS = JSON.stringify([lwcVersion(), esbuildVersion, OPTIONS]);

function lwcVersion(): string {
    const manifest: unknown = createRequire(import.meta.url)('@lwc/compiler/package.json');
    return (manifest as { version: string }).version;
}

function toJavaScript(source: LwcSource, text: string): string {
    const { code } = transformSync(text, source.file, {
        ...OPTIONS,
        name: source.name,
        namespace: source.namespace,
        scopedStyles: source.isScoped,
        outputConfig: { sourcemap: false }
    });
    return code;
}

// Target and flags keep decorators and fields as written: the LWC compiler must see them.
async function withoutTypes({ file, text }: LwcSource): Promise<string> {
    if (!file.endsWith('.ts')) return text;
    const { code } = await transform(text, {
        loader: 'ts',
        target: 'esnext',
        sourcefile: file,
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true } }
    });
    return code;
}

function hash(...parts: string[]): string {
    return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 40);
}
