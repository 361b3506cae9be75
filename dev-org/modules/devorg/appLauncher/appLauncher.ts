import LightningModal from 'lightning/modal';
import type { ShellApp } from '../../shellSettings';
import { moveByArrows } from '../../platform/arrowKeys';
import { chooseApp, tabUrl, tabsOf } from '../../platform/apps';
import { goTo } from '../../platform/router';
import { settings } from '../../platform/settings';

interface Item {
    name: string;
    label: string;
    url: string;
    icon: string;
}

/** All apps and all items of the org. Closes with true when an app was chosen. */
export default class AppLauncher extends LightningModal {
    searchText = '';

    get apps(): ShellApp[] {
        return settings.apps.filter(({ label, description }) => this.matches(`${label} ${description}`));
    }

    get items(): Item[] {
        return settings.tabs
            .filter(({ label }) => this.matches(label))
            .map((tab) => ({ name: tab.name, label: tab.label, url: tabUrl(tab), icon: tab.icon }));
    }

    handleSearchChange(event: CustomEvent<{ value: string }>): void {
        this.searchText = event.detail.value;
    }

    handleAppClick(event: Event): void {
        const name = (event.currentTarget as HTMLElement).dataset.name ?? '';
        chooseApp(name);
        const [first] = tabsOf(settings.apps.find((app) => app.name === name));
        if (first) goTo(tabUrl(first));
        this.close(true);
    }

    handleItemClick(): void {
        this.close(false);
    }

    handleKeyDown(event: KeyboardEvent): void {
        moveByArrows(event, this.template?.querySelectorAll<HTMLElement>('.tile') ?? []);
    }

    private matches(text: string): boolean {
        return text.toLowerCase().includes(this.searchText.trim().toLowerCase());
    }
}
