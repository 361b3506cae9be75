import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSalesforceProject } from './buildSalesforceProject.ts';

const projectDir = path.join(import.meta.dirname, '..', '..');
const outDir = mkdtempSync(path.join(tmpdir(), 'admit-one-build-'));
const lwcDir = path.join(outDir, 'force-app', 'main', 'default', 'lwc');
const sourceDir = path.join(projectDir, 'force-app', 'main', 'default');

const filesBelow = (dir: string): string[] =>
    readdirSync(dir, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
        .sort();
const read = (file: string): string => readFileSync(path.join(outDir, file), 'utf8');

let built: ReturnType<typeof buildSalesforceProject>;
beforeAll(() => {
    built = buildSalesforceProject(projectDir, outDir);
});
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

describe('the Salesforce project that is deployed', () => {
    it('holds no TypeScript, no test and no settings of tools', () => {
        expect(filesBelow(outDir).filter((file) => /\.ts$|__tests__|tsconfig|jsconfig/.test(file))).toEqual([]);
        expect(existsSync(path.join(outDir, 'force-app', 'test'))).toBe(false);
    });

    it('holds every other file of force-app unchanged', () => {
        const copied = filesBelow(sourceDir).filter((file) => !/\.ts$|__tests__/.test(file));
        expect(copied.length).toBeGreaterThan(100);
        const differing = copied.filter(
            (file) =>
                readFileSync(path.join(sourceDir, file), 'utf8') !== read(path.join('force-app/main/default', file))
        );
        expect(differing).toEqual([]);
    });

    it('has JavaScript for each TypeScript file, and nothing generated stands in the source', () => {
        const expected = filesBelow(path.join(sourceDir, 'lwc'))
            .filter((file) => file.endsWith('.ts') && !file.includes('__tests__'))
            .map((file) => file.replace(/\.ts$/, '.js'));
        expect(filesBelow(lwcDir).filter((file) => file.endsWith('.js'))).toEqual(expected);
        expect(filesBelow(path.join(sourceDir, 'lwc')).filter((file) => file.endsWith('.js'))).toEqual([]);
    });

    it('leaves decorators to the compiler of the platform', () => {
        const menu = read('force-app/main/default/lwc/copyLinkMenu/copyLinkMenu.js');
        expect(menu).toMatch(/@api\s+link;/);
        expect(
            filesBelow(lwcDir).filter((file) => readFileSync(path.join(lwcDir, file), 'utf8').includes('__esDecorate'))
        ).toEqual([]);
    });

    it('imports nothing that only types needed', () => {
        const scripts = filesBelow(lwcDir).filter((file) => file.endsWith('.js'));
        const imports = scripts.flatMap((file) =>
            [...readFileSync(path.join(lwcDir, file), 'utf8').matchAll(/^import .*$/gm)].map(
                ([line]) => `${file}: ${line}`
            )
        );
        expect(imports.length).toBeGreaterThan(20);
        expect(
            imports.filter((line) => /import \{\s*\} from|'types\/|\.ts'|import type (?!from\b)/.test(line))
        ).toEqual([]);
    });

    it('gives each bundle its configuration and a script or template of its name', () => {
        const bundles = readdirSync(lwcDir);
        expect(built.bundles).toBe(bundles.length);
        for (const bundle of bundles) {
            const files = readdirSync(path.join(lwcDir, bundle));
            expect(files).toContain(`${bundle}.js-meta.xml`);
            expect(files).toContain(`${bundle}.js`);
        }
    });

    it('is a Salesforce project of the same API version', () => {
        expect(JSON.parse(read('sfdx-project.json'))).toEqual(
            JSON.parse(readFileSync(path.join(projectDir, 'sfdx-project.json'), 'utf8'))
        );
    });
});
