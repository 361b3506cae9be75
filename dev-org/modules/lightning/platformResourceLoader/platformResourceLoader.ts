/** Loads static resources into the page, as `lightning/platformResourceLoader` does in an org. */

const loading = new Map<string, Promise<void>>();

/** Runs a script once for the whole page. @throws Error when it cannot be loaded */
export function loadScript(_component: unknown, url: string): Promise<void> {
    return once(url, () => Object.assign(document.createElement('script'), { src: url }));
}

/** Applies a style sheet to the whole page. @throws Error when it cannot be loaded */
export function loadStyle(_component: unknown, url: string): Promise<void> {
    return once(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
}

function once(url: string, create: () => HTMLElement): Promise<void> {
    const known = loading.get(url);
    if (known) return known;
    const element = create();
    const loaded = new Promise<void>((resolve, reject) => {
        element.addEventListener('load', () => resolve());
        element.addEventListener('error', () => {
            // The next one who asks tries again.
            loading.delete(url);
            reject(new Error(`${url} cannot be loaded.`));
        });
    });
    loading.set(url, loaded);
    document.head.append(element);
    return loaded;
}
