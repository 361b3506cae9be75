import type { PageReference } from 'lightning/navigation';
import { pageOf, urlOf } from './pageUrl';

type Listener = (page: PageReference | undefined) => void;

const listeners = new Set<Listener>();

/** The page the address bar shows; undefined when the address is no page. */
export function currentPage(): PageReference | undefined {
    return pageOf(new URL(location.href));
}

/** Calls `listener` after each navigation, back and forward included. @returns how to stop */
export function onNavigate(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** Goes to a page. Web pages open beside the org, as in Lightning. */
export function navigate(page: PageReference, replace = false): void {
    const url = urlOf(page);
    if (url === undefined) throw new Error(`The dev org cannot navigate to a ${page.type}.`);
    if (page.type === 'standard__webPage' && !isShellUrl(url)) {
        window.open(url, '_blank', 'noopener');
        return;
    }
    goTo(url, replace);
}

/** Goes to an address within the shell. */
export function goTo(url: string, replace = false): void {
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    tell();
}

/** Whether following a link to `href` stays within the shell. */
export function isShellUrl(href: string): boolean {
    const url = new URL(href, location.href);
    return url.origin === location.origin && (url.pathname === '/' || url.pathname.startsWith('/lightning/'));
}

function tell(): void {
    const page = currentPage();
    for (const listener of [...listeners]) listener(page);
}

window.addEventListener('popstate', tell);
