import { defineConfig } from '@playwright/test';
import shared from '../playwright.config.ts';
import { local, localEnvironment, PROJECT_DIR } from '../support/local.ts';

const { testIgnore, ...config } = shared;

/** The tests of the extension, apart from all others: they need a browser that loads extensions. */
// eslint-disable-next-line no-restricted-syntax -- Playwright reads the default export.
export default defineConfig({
    ...config,
    testDir: '.',
    outputDir: '../../test-results/extension',
    reporter: [['line'], ['json', { outputFile: '../../test-results/extension.json' }]],
    webServer: {
        command: 'npm start',
        cwd: PROJECT_DIR,
        url: `${local.serviceUrl}/readyz`,
        env: localEnvironment(local),
        reuseExistingServer: false,
        timeout: 120_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 }
    },
    globalTeardown: '../support/removeData.ts'
});
