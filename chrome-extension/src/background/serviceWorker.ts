import { DEV_ORG_CLIENT_ID } from '../identity.ts';
import type { Leftover, MessageHandlers } from '../messages.ts';
import { isLoopback, readOptions } from '../options/options.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import { findTodaysMeetings } from '../salesforce/meetings.ts';
import { findPeople, findRecord } from '../salesforce/records.ts';
import { findUnusedLinks, revokeLink } from '../salesforce/singleUseLinks.ts';
import { hasTexts, StoredValue } from '../storage.ts';
import { chooseLanguage, wordsIn } from '../text/language.ts';
import { menuItems, MENU_LINKS, readMenuItem } from './contextMenus.ts';
import { LinkBook } from './linkBook.ts';
import { insertFromMenu } from './menuInsertion.ts';
import { OAuthClient, type SignInPlace } from './oauth.ts';
import { answer } from './router.ts';
import { Session } from './session.ts';
import { describeTimes, findSuggestedTimes } from './suggestedTimes.ts';
import { canFindPeopleIn, expectEditable, findTab, insertInto, personInTab, recordOfTab } from './tabs.ts';

const SUGGESTIONS = 3;
const http = { fetch: fetch.bind(globalThis), isOnline: () => navigator.onLine, deadlineMs: 15_000 };
const now = (): Date => new Date();

const { local, session: sessionArea } = chrome.storage;
const session = new Session({
    area: sessionArea,
    oauth: new OAuthClient(http),
    openSignIn: (url) => chrome.identity.launchWebAuthFlow({ url, interactive: true }),
    redirectUri: chrome.identity.getRedirectURL()
});
const client = new SalesforceClient(http, session);
const userId = async (): Promise<string> => (await session.get()).user.id;
const book = new LinkBook({ client, userId, session: sessionArea, local, now });
const leftovers = new StoredValue<Leftover>(sessionArea, 'leftover', (value): value is Leftover =>
    hasTexts(value, 'problem', 'detail')
);

const handlers: MessageHandlers = {
    getSession: () => session.state(),
    signIn: async () => {
        await session.signIn(await signInPlace());
        await afterLinksChanged(book.list());
        return session.state();
    },
    signOut: async () => {
        await book.forget();
        await leftovers.clear();
        await session.signOut().finally(refreshMenus);
        return undefined;
    },
    listLinks: () => afterLinksChanged(book.list()),
    mintSingleUseLink: async ({ linkId, record }) => ({ url: await afterLinksChanged(book.mint(linkId, record)) }),
    noteUse: async ({ linkId }) => {
        await afterLinksChanged(book.noteUse(linkId));
        return undefined;
    },
    viewTab: async () => {
        const { tokens } = await session.get();
        const tab = await findTab();
        const reference = recordOfTab(tab, tokens.instanceUrl);
        const record = reference && (await findRecord(client, reference));
        return { canFindPeople: canFindPeopleIn(tab), ...(record && { record }) };
    },
    findPeople: async () => findPeople(client, await personInTab(await findTab())),
    listUnusedLinks: async () => findUnusedLinks(client, await userId()),
    revokeLink: async ({ id }) => {
        await revokeLink(client, id, now());
        return undefined;
    },
    listTodaysMeetings: async () => findTodaysMeetings(client, await userId(), now()),
    getLeftover: () => leftovers.read(),
    dismissLeftover: async () => {
        await leftovers.clear();
        await chrome.action.setBadgeText({ text: '' });
        return undefined;
    }
};

async function signInPlace(): Promise<SignInPlace> {
    const { orgUrl, clientId } = await readOptions(local);
    return { orgUrl, clientId: clientId || (isLoopback(new URL(orgUrl)) ? DEV_ORG_CLIENT_ID : '') };
}

async function afterLinksChanged<T>(change: Promise<T>): Promise<T> {
    const result = await change;
    await refreshMenus();
    return result;
}

let menus: Promise<void> = Promise.resolve();

/** One after the other, or two would make the same entries. */
function refreshMenus(): Promise<void> {
    menus = menus.then(rebuildMenus, rebuildMenus);
    return menus;
}

async function rebuildMenus(): Promise<void> {
    const { language } = await readOptions(local);
    const { status } = await session.state();
    const links = await book.listForMenu(MENU_LINKS);
    await chrome.contextMenus.removeAll();
    for (const item of menuItems(links, status === 'signed_in', wordsIn(language))) chrome.contextMenus.create(item);
}

async function suggestTimes(url: string): Promise<string[]> {
    const { language } = await readOptions(local);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const times = await findSuggestedTimes(http, url, { now: now(), timeZone, count: SUGGESTIONS });
    const words = wordsIn(language);
    return [
        words.suggestedTimes,
        ...describeTimes(times, chooseLanguage(language), timeZone),
        words.suggestedTimesLink
    ];
}

async function handleMenuClick({ menuItemId, frameId }: ChromeMenuClick, tab: ChromeTab | undefined): Promise<void> {
    const action = readMenuItem(String(menuItemId));
    if (!action || tab?.id === undefined) return chrome.action.openPopup();
    const target = { tabId: tab.id, ...(frameId !== undefined && { frameIds: [frameId] }) };
    const leftover = await insertFromMenu(action, {
        book,
        field: {
            expectEditable: () => expectEditable(target),
            insert: (insertion) => insertInto(target, insertion)
        },
        suggestTimes
    });
    await refreshMenus();
    if (leftover) await show(leftover);
}

/** Opens the popup, which tells; where it cannot be opened the badge asks for a look. */
async function show(leftover: Leftover): Promise<void> {
    await leftovers.write(leftover);
    await chrome.action.setBadgeText({ text: '!' });
    await chrome.action.openPopup().catch(() => undefined);
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    const own = { id: chrome.runtime.id, origin: chrome.runtime.getURL('') };
    void answer(handlers, message, sender, own).then(sendResponse);
    // The answer comes later.
    return true;
});
chrome.contextMenus.onClicked.addListener((click, tab) => void handleMenuClick(click, tab));
chrome.runtime.onInstalled.addListener(() => void refreshMenus());
chrome.runtime.onStartup.addListener(() => void refreshMenus());
