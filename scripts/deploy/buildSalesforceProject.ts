import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface SalesforceBuild {
    /** The Salesforce project that the CLI deploys from. */
    outDir: string;
    /** How many Lightning web components it has. */
    bundles: number;
}

/** Never deployed: an org takes JavaScript, and tests run on the developer's machine. */
const LEFT_OUT = [/\.ts$/, /(^|\/)tsconfig[^/]*\.json$/, /(^|\/)jsconfig\.json$/, /(^|\/)__tests__$/, /^test$/];

/**
 * Copies force-app to `dist/salesforce` without TypeScript and tests, and puts JavaScript there instead.
 * The source tree stays free of generated files.
 * @param outDir somewhere else, for tests
 * @throws Error with the compiler's messages when the components do not compile
 */
export function buildSalesforceProject(
    projectDir: string,
    outDir = path.join(projectDir, 'dist', 'salesforce')
): SalesforceBuild {
    rmSync(outDir, { recursive: true, force: true });
    mkdirSync(outDir, { recursive: true });
    const source = path.join(projectDir, 'force-app');
    cpSync(source, path.join(outDir, 'force-app'), {
        recursive: true,
        filter: (file) => isDeployed(path.relative(source, file).replaceAll(path.sep, '/'))
    });
    emitJavaScript(projectDir, outDir);
    writeProjectFile(projectDir, outDir);
    const bundles = readdirSync(path.join(outDir, 'force-app', 'main', 'default', 'lwc'), { withFileTypes: true });
    return { outDir, bundles: bundles.filter((entry) => entry.isDirectory()).length };
}

const isDeployed = (file: string): boolean => !LEFT_OUT.some((pattern) => pattern.test(file));

function emitJavaScript(projectDir: string, outDir: string): void {
    const compiler = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript')), 'tsc.js');
    const { status, stdout, error } = spawnSync(
        process.execPath,
        [compiler, '-p', path.join(projectDir, 'tsconfig.build.json'), '--outDir', outDir],
        { cwd: projectDir, encoding: 'utf8' }
    );
    if (error) throw new Error('The TypeScript compiler cannot be run', { cause: error });
    if (status !== 0) throw new Error(`The Lightning web components do not compile:\n${stdout}`);
}

/** The copy deploys everything it holds, so it needs no more than where that is. */
function writeProjectFile(projectDir: string, outDir: string): void {
    const project = JSON.parse(readFileSync(path.join(projectDir, 'sfdx-project.json'), 'utf8')) as object;
    writeFileSync(path.join(outDir, 'sfdx-project.json'), `${JSON.stringify(project, undefined, 4)}\n`);
}
