import { announcesMachine } from './knownScanners.ts';

/** Who opened a link, as far as the request tells: a judgement, never a proof. */
export type Opener = 'scanner' | 'person';

/** What a request says of who sends it. */
export interface OpeningRequest {
    method: string;
    /** The value of a header; names in any case. */
    get(name: string): string | undefined;
}

/** Headers by which browsers say that nobody looks yet: they fetch ahead, or for a thumbnail. */
const PURPOSES = ['Sec-Purpose', 'Purpose', 'X-Purpose', 'X-Moz'];
const AHEAD = /prefetch|prerender|preview/i;

/** From this version on Chrome, and whatever is built on it, says by `Sec-Fetch-Mode` what a request is for. */
const CHROME_TELLS_MODE = 80;

/** Who asks for the page of a link. A person's browser navigates there and says what it is and which language it wants. */
export function openerOf(request: OpeningRequest): Opener {
    const isPerson = request.method !== 'HEAD' && isLikeBrowser(request) && isNavigation(request);
    return isPerson ? 'person' : 'scanner';
}

/** Whether the script of the page asks, in a browser that would not let anything else say so. */
export function isPageScript(request: OpeningRequest): boolean {
    const mode = request.get('Sec-Fetch-Mode');
    const isOwnScript = request.get('Sec-Fetch-Site') === 'same-origin' && (mode === 'cors' || mode === 'same-origin');
    return isOwnScript && isLikeBrowser(request);
}

/** Whether it comes from a browser in somebody's hands, and not ahead of anybody's wish. */
export function isLikeBrowser(request: OpeningRequest): boolean {
    if (announcesMachine(request.get('User-Agent'))) return false;
    if (PURPOSES.some((name) => AHEAD.test(request.get(name) ?? ''))) return false;
    return (request.get('Accept-Language') ?? '') !== '';
}

function isNavigation(request: OpeningRequest): boolean {
    if (!/text\/html/i.test(request.get('Accept') ?? '')) return false;
    const mode = request.get('Sec-Fetch-Mode');
    if (mode !== undefined) return mode === 'navigate';
    // Old browsers do not tell; a new one that does not is a program that borrows its name.
    const [, version = '0'] = /Chrome\/(\d+)/.exec(request.get('User-Agent') ?? '') ?? [];
    return Number(version) < CHROME_TELLS_MODE;
}
