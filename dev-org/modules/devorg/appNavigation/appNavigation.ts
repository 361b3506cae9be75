import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import AppLauncher from 'devorg/appLauncher';
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
        return `${this.appLabel} tabs`;
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
        this.template?.querySelector('.slds-is-active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }

    async handleLauncherClick(): Promise<void> {
        const isAppChosen = await AppLauncher.open({ label: 'App Launcher', size: 'medium' });
        if (isAppChosen) this.app = currentApp();
    }
}
