import type { Page } from '@playwright/test';

/** Makes the page's clipboard refuse both ways, as browsers do without permission. */
export async function refuseClipboard(page: Page): Promise<void> {
    await page.evaluate(() => {
        const refuse = (): Promise<never> => Promise.reject(new DOMException('refused', 'NotAllowedError'));
        Object.defineProperty(navigator, 'clipboard', { value: { write: refuse, writeText: refuse } });
        Object.defineProperty(document, 'execCommand', { value: () => false });
    });
}
