import '../content/contentApi.ts';
import { Problem } from '../problem.ts';
import { isPeopleSite, type PersonInView } from '../page/personInView.ts';
import { readRecordUrl, type RecordReference } from '../page/recordUrl.ts';
import type { Insertion } from '../content/insertion.ts';

/** A field in a frame of a tab. */
export interface FrameTarget {
    tabId: number;
    frameIds?: number[];
}

/** The tab that the user looks at; where our own page is itself a tab, the one looked at before. */
export async function findTab(): Promise<ChromeTab | undefined> {
    const tabs = await chrome.tabs.query({ currentWindow: true });
    const others = tabs.filter(({ url }) => !url?.startsWith(chrome.runtime.getURL('')));
    return others.find(({ active }) => active) ?? others.toSorted((a, b) => lastAccess(b) - lastAccess(a))[0];
}

/** The record that a tab shows, if it is one of the org at `instanceUrl` and we may see the tab's address. */
export function recordOfTab(tab: ChromeTab | undefined, instanceUrl: string): RecordReference | undefined {
    return tab?.url === undefined ? undefined : readRecordUrl(tab.url, instanceUrl);
}

/** Whether people can be looked for in a tab. */
export function canFindPeopleIn(tab: ChromeTab | undefined): boolean {
    return tab?.url !== undefined && isPeopleSite(tab.url);
}

/** Reads whom a tab is about. @throws Problem page_protected, person_not_seen */
export async function personInTab(tab: ChromeTab | undefined): Promise<PersonInView> {
    if (tab?.id === undefined) throw new Problem('page_protected');
    const target = { tabId: tab.id };
    await inject(target);
    const person = await run(target, () => globalThis.admitOne?.readPersonInView());
    if (!person || person.emails.length + person.names.length === 0) throw new Problem('person_not_seen');
    return person;
}

/** Makes sure that something editable has the focus in a frame. @throws Problem page_protected, nothing_editable */
export async function expectEditable(target: FrameTarget): Promise<void> {
    await inject(target);
    const isEditable = await run(target, () => globalThis.admitOne?.hasEditableFocus());
    if (isEditable !== true) throw new Problem('nothing_editable');
}

/** Puts a link at the caret of a frame. @throws Problem page_protected, nothing_editable */
export async function insertInto(target: FrameTarget, insertion: Insertion): Promise<void> {
    const isInserted = await run(target, (content) => globalThis.admitOne?.insert(content), insertion);
    if (isInserted !== true) throw new Problem('nothing_editable');
}

function lastAccess({ lastAccessed = 0 }: ChromeTab): number {
    return lastAccessed;
}

async function inject(target: FrameTarget): Promise<void> {
    try {
        await chrome.scripting.executeScript({ target, files: ['contentScript.js'] });
    } catch (cause) {
        // Chrome's own pages, the store, frames of other sites.
        throw new Problem('page_protected', '', { cause });
    }
}

async function run<Args extends unknown[], Result>(
    target: FrameTarget,
    func: (...args: Args) => Result,
    ...args: Args
): Promise<Result | undefined> {
    const [frame] = await chrome.scripting.executeScript({ target, func, args });
    return frame?.result;
}
