import type { PageReference } from 'lightning/navigation';
import type { ShellApp, ShellTab } from '../shellSettings';
import { settings } from './settings';

const STORAGE_KEY = 'devorg.app';

/** The app in use: the one chosen last, else the first. */
export function currentApp(): ShellApp | undefined {
    const chosen = sessionStorage.getItem(STORAGE_KEY);
    return settings.apps.find(({ name }) => name === chosen) ?? settings.apps[0];
}

/** Makes an app the one in use. */
export function chooseApp(name: string): void {
    sessionStorage.setItem(STORAGE_KEY, name);
}

/** The app's tabs that exist, in order. */
export function tabsOf(app: ShellApp | undefined): ShellTab[] {
    return (app?.tabs ?? [])
        .map((name) => settings.tabs.find((tab) => tab.name === name))
        .filter((tab) => tab !== undefined);
}

/** Where a tab leads. */
export function tabUrl(tab: ShellTab): string {
    return tab.kind === 'object' ? `/lightning/o/${tab.target}/list` : `/lightning/n/${tab.name}`;
}

/** Whether the page belongs to the tab: the object's list and its records, or the tab's own page. */
export function isTabOfPage(tab: ShellTab, page: PageReference | undefined): boolean {
    const attributes = page?.attributes;
    if (tab.kind === 'object') return attributes?.objectApiName === tab.target;
    return page?.type === 'standard__navItemPage' && attributes?.apiName === tab.name;
}
