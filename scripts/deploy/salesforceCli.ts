import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface CliRun {
    cwd: string;
    env: NodeJS.ProcessEnv;
}

/** Runs the Salesforce CLI of this repository in the terminal. Resolves to its exit code. @throws Error when it is not installed */
export async function runSalesforceCli(command: string[], { cwd, env }: CliRun): Promise<number> {
    const child = spawn(process.execPath, [cliScript(), ...command], { cwd, env: pinned(env), stdio: 'inherit' });
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (code) => resolve(code ?? 1));
    });
}

/** What a silent run of the CLI came to. */
export interface CliOutcome {
    code: number;
    stdout: string;
    stderr: string;
}

/** Runs the Salesforce CLI silently, whether it succeeds or fails. @throws Error when it is not installed */
export async function callSalesforceCli(command: string[], { cwd, env }: CliRun): Promise<CliOutcome> {
    const child = spawn(process.execPath, [cliScript(), ...command], {
        cwd,
        env: pinned(env),
        stdio: ['ignore', 'pipe', 'pipe']
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    const code = await new Promise<number | null>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
    });
    return { code: code ?? 1, ...output };
}

/** npm decides which version there is; left alone, the CLI starts an update of itself that outlives it. */
const pinned = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ ...env, SF_DISABLE_AUTOUPDATE: 'true' });

/** The package exports nothing, so its file is named by where npm puts it. */
function cliScript(): string {
    const script = path.join(import.meta.dirname, '..', '..', 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');
    if (existsSync(script)) return script;
    throw new Error('The Salesforce CLI is not installed. Run npm ci, without --omit=dev.');
}
