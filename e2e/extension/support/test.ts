import { expect, test as base } from '@playwright/test';
import { findChromium } from '../../chromium.ts';
import { Prospect } from '../../support/prospect.ts';
import { Extension } from './extension.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

export { expect };

const { executablePath, extensions } = await findChromium();

interface Parts {
    extension: Extension;
    /** A prospect's browser, without script. */
    prospect: Prospect;
}

/** A test with the extension loaded, an org that knows it and the booking service. */
export const test = base.extend<Parts, { world: World }>({
    world: [
        async ({}, use) => {
            const world = await startWorld();
            await use(world);
            await world.stop();
        },
        { scope: 'worker', timeout: 90_000 }
    ],
    extension: async ({ world }, use) => {
        const extension = await Extension.load(executablePath, world);
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
