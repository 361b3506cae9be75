import { chromium, expect } from '@playwright/test';
import type { BrowserContext, Locator, Page, Worker } from '@playwright/test';
import { BROWSER_FLAGS } from '../../chromium.ts';
import { local } from '../../support/local.ts';

/** As much of Chrome's API as the tests call inside the service worker. */
declare const chrome: {
    contextMenus: { onClicked: { dispatch(click: object, tab: object): void } };
    storage: {
        local: { set(values: object): Promise<void>; get(key: string): Promise<Record<string, unknown>> };
        session: { get(key: string): Promise<Record<string, { tokens: Tokens } | undefined>> };
    };
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
};

interface Tokens {
    accessToken: string;
    refreshToken: string;
}

type PageName = 'popup' | 'sidePanel' | 'options';

/** The extension in a Chromium of its own. */
export class Extension {
    readonly context: BrowserContext;
    readonly #worker: Worker;

    private constructor(context: BrowserContext, worker: Worker) {
        this.context = context;
        this.#worker = worker;
    }

    /** Loads the built extension and points it at the org. */
    static async load(executablePath: string, extensionDir: string): Promise<Extension> {
        const context = await chromium.launchPersistentContext('', {
            executablePath,
            headless: true,
            args: [...BROWSER_FLAGS, `--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`],
            viewport: { width: 1280, height: 800 },
            locale: 'en-US',
            timezoneId: 'America/New_York',
            // The service worker's clock is the machine's.
            env: { ...process.env, TZ: 'America/New_York' }
        });
        const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
        const extension = new Extension(context, worker);
        await extension.setOptions({});
        return extension;
    }

    get id(): string {
        return new URL(this.#worker.url()).host;
    }

    /** Stores options as the options page does. */
    async setOptions(options: Record<string, string>): Promise<void> {
        const stored = { orgUrl: local.orgUrl, language: 'en', ...options, version: 1 };
        await this.#worker.evaluate((values) => chrome.storage.local.set({ options: values }), stored);
    }

    /** Opens one of the extension's pages in a tab, at the size it has in its place. */
    async open(name: PageName): Promise<Page> {
        const page = await this.context.newPage();
        const sizes = { popup: [392, 600], sidePanel: [400, 900], options: [800, 800] } as const;
        const [width, height] = sizes[name];
        await page.setViewportSize({ width, height });
        await page.goto(`chrome-extension://${this.id}/${name}.html`);
        return page;
    }

    /** Opens a page of the extension and signs in as somebody of Nexora, on the org's real pages. */
    async signIn(name: PageName = 'popup', who = 'Julio Reyes'): Promise<Page> {
        const page = await this.open(name);
        const opened = this.context.waitForEvent('page');
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        const login = await opened;
        await login.getByRole('button', { name: who }).click();
        // The org asks once for each person and app.
        const allow = login.getByRole('button', { name: 'Allow', exact: true });
        const isAsked = await Promise.race([
            allow.waitFor().then(
                () => true,
                () => false
            ),
            login.waitForEvent('close').then(() => false)
        ]);
        if (isAsked) await allow.click();
        await expect(page.getByText(`Signed in as ${who}`)).toBeVisible();
        return page;
    }

    /** Addresses of all that Chrome shows, the side panel included, which is no tab. */
    async shownPages(): Promise<string[]> {
        const [page = await this.context.newPage()] = this.context.pages();
        const chromium = await this.context.newCDPSession(page);
        const { targetInfos } = await chromium.send('Target.getTargets');
        return targetInfos.filter(({ type }) => type === 'page').map(({ url }) => url);
    }

    /** What an action puts on the clipboard. */
    async copied(page: Page, action: () => Promise<void>): Promise<string> {
        await this.context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await page.evaluate(() => navigator.clipboard.writeText(''));
        await action();
        await expect(page.getByRole('status').filter({ hasText: 'copied' })).toBeVisible();
        return page.evaluate(() => navigator.clipboard.readText());
    }

    /**
     * Clicks an entry of the menu that editable fields have. The menu itself belongs to the desktop, which is out of
     * the reach of tests: the click is handed to the extension as Chrome hands it over.
     */
    async clickMenu(page: Page, menuItemId: string): Promise<void> {
        const url = page.url();
        await this.#worker.evaluate(
            async ([address, item]) => {
                const tabs = await chrome.tabs.query({});
                const tab = tabs.find((candidate) => candidate.url === address);
                if (!tab) throw new Error(`No tab shows ${String(address)}`);
                chrome.contextMenus.onClicked.dispatch({ menuItemId: item, frameId: 0, editable: true }, tab);
            },
            [url, menuItemId]
        );
    }

    /** Waits until the extension has something to tell that no page was open for. */
    async waitForLeftover(): Promise<void> {
        await expect(async () => {
            const stored = await this.#worker.evaluate(() => chrome.storage.session.get('leftover'));
            expect(stored).toHaveProperty('leftover');
        }).toPass();
    }

    /** The tokens, which only the service worker can read. */
    async tokens(): Promise<Tokens> {
        const { session } = await this.#worker.evaluate(() => chrome.storage.session.get('session'));
        if (!session) throw new Error('Nobody is signed in.');
        return session.tokens;
    }
}

/** A link in a list of the extension, by its name. */
export function linkNamed(page: Page, name: string): Locator {
    return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
}

/** Picks from the dropdown beside a link's button. */
export async function pickFromMenu(page: Page, link: string, action: string): Promise<void> {
    await page.getByRole('button', { name: `More ways to copy ${link}`, exact: true }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
}
