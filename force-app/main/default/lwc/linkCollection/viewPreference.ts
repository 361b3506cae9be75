/** How links are laid out. */
export type LinkView = 'cards' | 'list';

const KEY_PREFIX = 'admitOne.linkView.';

/** The layout this user chose last in this browser; cards until then. */
export function readView(userId: string): LinkView {
    try {
        return window.localStorage.getItem(KEY_PREFIX + userId) === 'list' ? 'list' : 'cards';
    } catch {
        // A browser that keeps nothing still shows links.
        return 'cards';
    }
}

/** Remembers the layout for this user in this browser, where the browser allows it. */
export function rememberView(userId: string, view: LinkView): void {
    try {
        window.localStorage.setItem(KEY_PREFIX + userId, view);
    } catch {
        // The choice holds until the page is left.
    }
}
