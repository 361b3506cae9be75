// Runs on the company's own page, as a classic script. Puts a booking page into each element that names one, keeps its
// height, and tells the page what happens in it. It keeps nothing, sets no cookie and sends nothing to anybody.
(() => {
    interface Message {
        type: string;
        height?: number;
        [detail: string]: unknown;
    }

    const script = document.currentScript;
    if (!(script instanceof HTMLScriptElement)) return;
    const service = new URL(script.src).origin;
    const FIRST_HEIGHT = '46rem';
    const PREFIX = 'admit-one:';

    function fill(place: HTMLElement): void {
        const address = URL.parse(place.dataset['admitOne'] ?? '');
        if (address?.origin !== service || place.querySelector('iframe')) return;
        const frame = document.createElement('iframe');
        frame.src = address.href;
        frame.title = place.dataset['title'] ?? 'Book a meeting';
        frame.referrerPolicy = 'no-referrer';
        frame.style.cssText = `display:block;inline-size:100%;block-size:${FIRST_HEIGHT};border:0`;
        // Each page the frame goes to is greeted anew; its answer proves that it may stand here.
        frame.addEventListener('load', () => frame.contentWindow?.postMessage({ type: `${PREFIX}hello` }, service));
        addEventListener('message', (event: MessageEvent<unknown>) => {
            if (event.origin !== service || event.source !== frame.contentWindow) return;
            const message = event.data as Message | null;
            if (!message?.type.startsWith(PREFIX)) return;
            handle(place, frame, message);
        });
        place.append(frame);
    }

    function handle(place: HTMLElement, frame: HTMLIFrameElement, { type, ...detail }: Message): void {
        const name = type.slice(PREFIX.length);
        if (name === 'height' && typeof detail.height === 'number') {
            frame.style.blockSize = `${String(Math.max(0, detail.height))}px`;
        } else if (name !== 'height') {
            place.dispatchEvent(new CustomEvent(`admitone:${name}`, { bubbles: true, detail }));
        }
    }

    const start = (): void => {
        for (const place of document.querySelectorAll<HTMLElement>('[data-admit-one]')) fill(place);
    };
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
    else start();
})();
