/** What the page around ours says first. */
const HELLO = 'admit-one:hello';

/**
 * Answers the page that shows ours in a frame: that we are ready, what came of the booking, and how high we are. Who may
 * show us the browser has checked by `frame-ancestors`; answers go to the very origin that greeted us, and hold neither
 * tokens nor anybody's data.
 */
export function answerParent(): void {
    if (window.parent === window) return;
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
        const message = event.data as { type?: unknown } | null;
        if (event.source === window.parent && message?.type === HELLO) report(event.origin);
    });
}

function report(origin: string): void {
    const send = (type: string, detail: object = {}): void => {
        window.parent.postMessage({ type: `admit-one:${type}`, ...detail }, origin);
    };
    send('ready');
    const { outcome, ...detail } = document.querySelector<HTMLElement>('[data-outcome]')?.dataset ?? {};
    if (outcome !== undefined) send(outcome, detail);
    const sendHeight = (): void => send('height', { height: Math.ceil(document.body.getBoundingClientRect().height) });
    new ResizeObserver(sendHeight).observe(document.body);
}
