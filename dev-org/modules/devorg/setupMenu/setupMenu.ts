import { LightningElement } from 'lwc';
import { navigate } from '../../platform/router';
import { setupPage } from '../../platform/setupSections';
import { THEME_LABELS, chooseTheme, currentTheme } from '../../platform/theme';
import type { Theme } from '../../shellSettings';

/** The gear: the way to Setup, and the look of the page. */
export default class SetupMenu extends LightningElement {
    theme: Theme = currentTheme();

    get themes(): { value: Theme; label: string; isChecked: boolean }[] {
        return (Object.keys(THEME_LABELS) as Theme[]).map((value) => ({
            value,
            label: THEME_LABELS[value],
            isChecked: value === this.theme
        }));
    }

    handleSelect(event: CustomEvent<{ value: string }>): void {
        const { value } = event.detail;
        if (value === 'setup') {
            navigate(setupPage());
            return;
        }
        this.theme = value as Theme;
        chooseTheme(this.theme);
    }
}
