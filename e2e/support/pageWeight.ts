import type { Page, Response } from '@playwright/test';

/** What a first view costs: everything that came over the wire, headers left out. */
export interface PageWeight {
    requests: number;
    bytes: number;
    /** Origins that were asked for anything. */
    origins: string[];
}

/** Opens a page in a browser that has nothing of it yet, and adds up what it loads until it is quiet. */
export async function weighPage(page: Page, url: string): Promise<PageWeight> {
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(url, { waitUntil: 'networkidle' });
    const sizes = await Promise.all(responses.map((response) => response.request().sizes()));
    return {
        requests: responses.length,
        bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
        origins: [...new Set(responses.map((response) => new URL(response.url()).origin))]
    };
}
