import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of package.json. */
export const ROOT = path.join(import.meta.dirname, '..', '..');

/** Where the metadata that is deployed stands. */
export const FORCE_APP = path.join(ROOT, 'force-app', 'main', 'default');

/** Text of a file, by its path from the root. @throws Error when there is no such file */
export const readText = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** Whether a file or folder exists, by its path from the root. */
export const exists = (file: string): boolean => existsSync(path.join(ROOT, file));

/** A JSON file of the repository as an untyped record. */
export function readJson(file: string): Record<string, unknown> {
    return JSON.parse(readText(file)) as Record<string, unknown>;
}

/** Every file below `dir`, as sorted paths relative to it, with forward slashes. */
export function filesBelow(dir: string): string[] {
    return readdirSync(dir, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
        .sort();
}

/** Folders that are made by running things and are never committed. */
const MADE = /(^|\/)(node_modules|coverage|dist|test-results|playwright-report|\.data|\.cache|\.git)\//;

/** Every file that belongs to the repository: what Git would commit or, outside a checkout, what is not made. */
export function ownFiles(): string[] {
    if (!exists('.git')) return filesBelow(ROOT).filter((file) => !MADE.test(file));
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
        cwd: ROOT,
        encoding: 'utf8'
    });
    return [...new Set(listed.split('\0'))].filter((file) => file !== '' && exists(file)).sort();
}
