/** As much of Chrome's extension API as we use. */
declare const chrome: {
    runtime: {
        id: string;
        getURL(path: string): string;
        openOptionsPage(): Promise<void>;
        sendMessage(message: unknown): Promise<unknown>;
        onMessage: ChromeEvent<
            [message: unknown, sender: ChromeSender, sendResponse: (answer: unknown) => void],
            boolean | undefined
        >;
        onInstalled: ChromeEvent<[]>;
        onStartup: ChromeEvent<[]>;
    };
    action: {
        openPopup(): Promise<void>;
        setBadgeText(details: { text: string }): Promise<void>;
        setTitle(details: { title: string }): Promise<void>;
    };
    contextMenus: {
        create(item: ChromeMenuItem): void;
        removeAll(): Promise<void>;
        onClicked: ChromeEvent<[click: ChromeMenuClick, tab: ChromeTab | undefined]>;
    };
    identity: {
        getRedirectURL(): string;
        launchWebAuthFlow(details: { url: string; interactive: boolean }): Promise<string | undefined>;
    };
    permissions: {
        contains(permissions: { origins: string[] }): Promise<boolean>;
        request(permissions: { origins: string[] }): Promise<boolean>;
    };
    scripting: {
        executeScript<Args extends unknown[], Result>(injection: {
            target: { tabId: number; frameIds?: number[] };
            files?: string[];
            func?: (...args: Args) => Result;
            args?: Args;
        }): Promise<{ result?: Result }[]>;
    };
    sidePanel: { open(options: { windowId: number }): Promise<void> };
    storage: { local: ChromeStorageArea; session: ChromeStorageArea };
    tabs: { query(filter: { active?: boolean; currentWindow?: boolean }): Promise<ChromeTab[]> };
    windows: { getCurrent(): Promise<{ id?: number }> };
};

interface ChromeEvent<Args extends unknown[], Answer = void> {
    addListener(listener: (...args: Args) => Answer): void;
}

interface ChromeSender {
    /** Id of the extension that sent the message; absent: a web page. */
    id?: string;
    /** Address of the page or frame that sent it. */
    url?: string;
}

interface ChromeTab {
    id?: number;
    /** Absent where we may not look. */
    url?: string;
    active: boolean;
    /** Milliseconds since the epoch. */
    lastAccessed?: number;
}

interface ChromeMenuItem {
    id: string;
    title?: string;
    parentId?: string;
    type?: 'normal' | 'separator';
    contexts: ['editable'];
}

interface ChromeMenuClick {
    menuItemId: string | number;
    frameId?: number;
}

interface ChromeStorageArea {
    get(key: string): Promise<Record<string, unknown>>;
    set(values: Record<string, unknown>): Promise<void>;
    remove(key: string): Promise<void>;
}
