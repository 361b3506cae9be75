import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface Browser {
    executablePath: string;
    /** False for the npm-shipped headless shell, which cannot load extensions. */
    extensions: boolean;
}

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
/** Root, as in many containers, has no sandbox; a browser under test asks nobody on the network. */
export const BROWSER_FLAGS: readonly string[] = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-pings'
];

const CACHE = path.join(import.meta.dirname, '../.cache');

/** The Chromium to test with: `CHROMIUM_PATH`, else one the system has, else the one that came with npm. */
export async function findChromium(): Promise<Browser> {
    const installed = [process.env['CHROMIUM_PATH'], ...SYSTEM_BROWSERS].find((file) => file && existsSync(file));
    if (installed) return { executablePath: installed, extensions: true };
    return { executablePath: await shippedChromium(), extensions: false };
}

/**
 * Inflates the browser once for each version: the package takes any `chromium` it finds in the temporary folder,
 * whatever its version, so each version has a folder of its own.
 */
async function shippedChromium(): Promise<string> {
    const packageFolder = folderOf('@sparticuz/chromium');
    const folder = path.join(CACHE, `chromium-${versionIn(packageFolder)}`);
    mkdirSync(folder, { recursive: true });
    const temporary = process.env['TMPDIR'];
    process.env['TMPDIR'] = folder;
    try {
        const { default: chromium, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
        const libraries = await inflate(path.join(packageFolder, 'bin', 'al2023.tar.br'));
        chromium.setGraphicsMode = false;
        const executablePath = await chromium.executablePath();
        // A machine without libnss3 and its like runs on the libraries that came along.
        if (spawnSync(executablePath, ['--version']).status !== 0) {
            setupLambdaEnvironment(path.join(libraries, 'lib'));
        }
        return executablePath;
    } finally {
        if (temporary === undefined) delete process.env['TMPDIR'];
        else process.env['TMPDIR'] = temporary;
    }
}

function folderOf(name: string): string {
    let folder = path.dirname(createRequire(import.meta.url).resolve(name));
    while (!existsSync(path.join(folder, 'package.json')) || !existsSync(path.join(folder, 'bin'))) {
        folder = path.dirname(folder);
    }
    return folder;
}

function versionIn(folder: string): string {
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
    return manifest.version;
}
