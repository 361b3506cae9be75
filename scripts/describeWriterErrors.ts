// Writes docs/writer-errors.md: what the writer does about each error of Salesforce, as its test observes it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const projectDir = path.join(import.meta.dirname, '..');
const jest = path.join(projectDir, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(
    process.execPath,
    [jest, '--selectProjects', 'service', '--testPathPattern', 'tests/writerErrors'],
    { cwd: projectDir, stdio: 'inherit', env: { ...process.env, WRITE_DOCS: 'yes' } }
);
process.exitCode = status ?? 1;
