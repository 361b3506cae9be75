import { expect } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';

const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Longer than all that comes and goes: a page that moves on is looked at as it is. */
const STILL_WITHIN_MS = 4_000;
/** How many animations and transitions will end; a spinner turns for ever. Those in shadow trees are among them. */
const MOVING = `document.getAnimations().filter(({ playState, effect }) =>
    playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime)).length`;

/** A rule that a page breaks, and where. */
export interface Violation {
    rule: string;
    help: string;
    elements: string[];
}

/**
 * What axe finds on a page by WCAG 2.0 to 2.2, A and AA, and its best practices, once nothing fades any more. It looks
 * from a world of its own: in the page's world it would see the DOM as synthetic shadow presents it, and miss what that
 * hides.
 */
export async function findViolations(page: Page): Promise<Violation[]> {
    const session = await page.context().newCDPSession(page);
    try {
        const world = await isolatedWorld(session);
        await evaluate(session, world, AXE_SOURCE);
        await holdStill(session, world);
        const run = `axe.run({ runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) => JSON.stringify(
            violations.map(({ id, help, nodes }) => ({ rule: id, help, elements: nodes.map(({ html }) => html) }))))`;
        return JSON.parse(await evaluate(session, world, run)) as Violation[];
    } finally {
        await play(session, 1);
        await session.detach();
    }
}

/**
 * Waits until a toast or dialog has come or gone, then stops time for animations: words that fade have too little
 * contrast, and a toast may begin to go while axe looks. What begins while time stands, stays as it was.
 */
async function holdStill(session: CDPSession, world: number): Promise<void> {
    const deadline = Date.now() + STILL_WITHIN_MS;
    await play(session, 0);
    while ((await evaluate(session, world, MOVING)) !== '0' && Date.now() < deadline) {
        await play(session, 1);
        await delay(50);
        await play(session, 0);
    }
}

async function play(session: CDPSession, playbackRate: 0 | 1): Promise<void> {
    await session.send('Animation.setPlaybackRate', { playbackRate });
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
