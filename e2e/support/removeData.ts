import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { local, PROJECT_DIR } from './local.ts';

/** Keeps the logs of the run for whoever asks why a test failed, and nothing else. */
// eslint-disable-next-line no-restricted-syntax -- Playwright calls the default export.
export default function removeData(): void {
    const logs = path.join(local.dataDir, 'logs');
    if (existsSync(logs)) cpSync(logs, path.join(PROJECT_DIR, 'test-results', 'logs'), { recursive: true });
    rmSync(path.dirname(local.dataDir), { recursive: true, force: true });
}
