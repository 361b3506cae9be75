import userId from '@salesforce/user/Id';

const KEY_PREFIX = 'admitOne';

/** What this user chose last in this browser under this name; `fallback` until then and where nothing is kept. */
export function readPreference<T extends object>(name: string, fallback: T): T {
    try {
        const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(name)) ?? 'null');
        return typeof kept === 'object' && kept !== null ? { ...fallback, ...ofSameKind(kept, fallback) } : fallback;
    } catch {
        // A browser that keeps nothing, or keeps what it cannot read, still shows the page.
        return fallback;
    }
}

/** Remembers a choice for this user in this browser, where the browser allows it. */
export function rememberPreference(name: string, value: object): void {
    try {
        window.localStorage.setItem(keyOf(name), JSON.stringify(value));
    } catch {
        // The choice holds until the page is left.
    }
}

function keyOf(name: string): string {
    return [KEY_PREFIX, name, userId].join('.');
}

/** An earlier version may have kept other fields, or other kinds of values. */
function ofSameKind<T extends object>(kept: object, fallback: T): Partial<T> {
    const known = Object.entries(kept).filter(
        ([name, value]) => typeof value === typeof (fallback as Record<string, unknown>)[name]
    );
    return Object.fromEntries(known) as Partial<T>;
}
