import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import AppLauncher from 'devorg/appLauncher';
import { moveByArrows } from '../../platform/arrowKeys';
import { currentApp, isTabOfPage, tabUrl, tabsOf } from '../../platform/apps';

interface TabItem {
    name: string;
    label: string;
    url: string;
    itemClass: string;
    current: 'page' | null;
}

/** App launcher, name of the app and its tabs. Tabs that do not fit scroll sideways. */
export default class AppNavigation extends LightningElement {
    @api page: PageReference | undefined = undefined;

    app = currentApp();

    get appLabel(): string {
        return this.app?.label ?? 'Apps';
    }

    get navigationLabel(): string {
        return this.appLabel;
    }

    get tabs(): TabItem[] {
        return tabsOf(this.app).map((tab) => {
            const isActive = isTabOfPage(tab, this.page);
            return {
                name: tab.name,
                label: tab.label,
                url: tabUrl(tab),
                itemClass: isActive ? 'tab slds-is-active' : 'tab',
                current: isActive ? 'page' : null
            };
        });
    }

    renderedCallback(): void {
        const strip = this.template?.querySelector<HTMLElement>('.tabs');
        const tab = this.template?.querySelector<HTMLElement>('.slds-is-active');
        if (strip && tab) showWithin(strip, tab);
    }

    handleKeyDown(event: KeyboardEvent): void {
        moveByArrows(event, this.template?.querySelectorAll<HTMLElement>('.tab a') ?? []);
    }

    async handleLauncherClick(): Promise<void> {
        const isAppChosen = await AppLauncher.open({ label: 'App Launcher', size: 'medium' });
        if (isAppChosen) this.app = currentApp();
    }
}

// Not scrollIntoView: it would also move where the next press of Tab begins.
function showWithin(strip: HTMLElement, tab: HTMLElement): void {
    const outer = strip.getBoundingClientRect();
    const inner = tab.getBoundingClientRect();
    if (inner.left < outer.left) strip.scrollLeft -= outer.left - inner.left;
    else if (inner.right > outer.right) strip.scrollLeft += inner.right - outer.right;
}
