import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { buildExtension } from '../../../scripts/extension/buildExtension.ts';
import { findChromium } from '../../chromium.ts';
import { Prospect } from '../../support/prospect.ts';
import { Extension } from './extension.ts';

export { expect };

const { executablePath, extensions } = await findChromium();

interface Parts {
    extension: Extension;
    /** A prospect's browser, without script. */
    prospect: Prospect;
}

/** Nobody can agree here, nor click the icon that grants the open tab: what a user grants is granted from the start. */
const GRANTED_HOSTS = ['http://127.0.0.1/*', 'https://mail.google.com/*', 'https://www.linkedin.com/*'];

/** A test with the extension loaded, signed in to nothing yet. */
export const test = base.extend<Parts, { extensionDir: string }>({
    extensionDir: [
        async ({}, use) => {
            const folder = mkdtempSync(path.join(tmpdir(), 'admit-one-extension-'));
            await buildExtension({ outDir: path.join(folder, 'unpacked'), grantedHosts: GRANTED_HOSTS });
            await use(path.join(folder, 'unpacked'));
            rmSync(folder, { recursive: true, force: true });
        },
        { scope: 'worker' }
    ],
    extension: async ({ extensionDir }, use) => {
        const extension = await Extension.load(executablePath, extensionDir);
        await use(extension);
        await extension.context.close();
    },
    prospect: async ({ browser }, use) => {
        const context = await browser.newContext({ javaScriptEnabled: false });
        await use(new Prospect(await context.newPage()));
        await context.close();
    }
});

/** Skips the tests of a file, and says so, where the browser cannot load extensions. */
export function skipWithoutExtensions(): void {
    test.skip(
        !extensions,
        'SKIPPED: the browser that came with npm cannot load extensions. Run "apt-get install chromium", or set ' +
            'CHROMIUM_PATH to a Chromium, then: npx playwright test -c e2e/extension/playwright.config.ts'
    );
}
