import { expect } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A rule that a page breaks, and where. */
export interface Violation {
    rule: string;
    help: string;
    elements: string[];
}

/**
 * What axe finds on a page by WCAG 2.0 to 2.2, A and AA, and its best practices. It looks from a world of its own:
 * in the page's world it would see the DOM as synthetic shadow presents it, and miss what that hides.
 */
export async function findViolations(page: Page): Promise<Violation[]> {
    const session = await page.context().newCDPSession(page);
    try {
        const world = await isolatedWorld(session);
        await evaluate(session, world, AXE_SOURCE);
        const run = `axe.run({ runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) => JSON.stringify(
            violations.map(({ id, help, nodes }) => ({ rule: id, help, elements: nodes.map(({ html }) => html) }))))`;
        return JSON.parse(await evaluate(session, world, run)) as Violation[];
    } finally {
        await session.detach();
    }
}

/** Expects a page without violations, by a name for the report. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
    expect(await findViolations(page), `${what}: accessibility violations`).toEqual([]);
}

async function isolatedWorld(session: CDPSession): Promise<number> {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
        frameId: frameTree.frame.id,
        worldName: 'axe'
    });
    return executionContextId;
}

async function evaluate(session: CDPSession, contextId: number, expression: string): Promise<string> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true
    });
    if (exceptionDetails)
        throw new Error(`axe failed: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return String(result.value);
}
