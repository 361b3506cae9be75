import { goTo, isShellUrl } from './router';

/** Follows plain clicks on links to pages of the shell without loading the page anew. */
export function followShellLinks(event: MouseEvent): void {
    if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
    ) {
        return;
    }
    const anchor = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    const href = anchor?.getAttribute('href');
    if (!anchor || !href || href.startsWith('#') || !isShellUrl(anchor.href)) return;
    if ((anchor.target && anchor.target !== '_self') || anchor.hasAttribute('download')) return;
    event.preventDefault();
    goTo(anchor.href);
}
