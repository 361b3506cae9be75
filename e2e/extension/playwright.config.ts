import { defineConfig } from '@playwright/test';
import shared from '../playwright.config.ts';

// These tests start their own org and service, one that knows the extension.
const { webServer, testIgnore, ...config } = shared;

/** The tests of the extension, apart from all others: they need a browser that loads extensions. */
// eslint-disable-next-line no-restricted-syntax -- Playwright reads the default export.
export default defineConfig({
    ...config,
    testDir: '.',
    outputDir: '../../test-results/extension',
    globalTeardown: '../support/removeData.ts'
});
