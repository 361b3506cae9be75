import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findChromium } from './chromium.ts';
import { local, localEnvironment } from './support/local.ts';

const { executablePath } = await findChromium();

// eslint-disable-next-line no-restricted-syntax -- Playwright reads the default export.
export default defineConfig({
    testDir: '.',
    // The extension needs another browser, and has a configuration of its own.
    testIgnore: 'extension/**',
    outputDir: '../test-results/e2e',
    // One org and one service for all: tests that change what others see run one after the other.
    workers: 1,
    retries: 0,
    // A fresh machine compiles all components first.
    timeout: 90_000,
    expect: { timeout: 15_000 },
    reporter: [['line'], ['json', { outputFile: '../test-results/e2e.json' }]],
    forbidOnly: true,
    use: {
        baseURL: local.serviceUrl,
        viewport: { width: 1440, height: 900 },
        locale: 'en-US',
        timezoneId: 'America/New_York',
        actionTimeout: 10_000,
        trace: 'retain-on-failure',
        launchOptions: { executablePath, args: [...BROWSER_FLAGS] }
    },
    webServer: {
        command: 'npm start',
        cwd: '..',
        url: `${local.serviceUrl}/readyz`,
        env: localEnvironment(local),
        reuseExistingServer: false,
        timeout: 120_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 }
    },
    globalTeardown: './support/removeData.ts'
});
