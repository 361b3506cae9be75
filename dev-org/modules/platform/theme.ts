import type { Theme } from '../shellSettings';
import { settings } from './settings';

/** The server reads it, so that the next page begins in this theme. */
const COOKIE = 'devOrgTheme';
const YEAR_S = 365 * 24 * 60 * 60;

export const THEME_LABELS: Record<Theme, string> = { slds2: 'SLDS 2 (Cosmos)', slds1: 'SLDS 1' };

/** The theme the page shows. */
export function currentTheme(): Theme {
    return document.documentElement.dataset.theme === 'slds1' ? 'slds1' : 'slds2';
}

/** Shows another theme and remembers it in this browser. */
export function chooseTheme(theme: Theme): void {
    document.cookie = `${COOKIE}=${theme}; path=/; max-age=${YEAR_S}; samesite=strict`;
    document.documentElement.dataset.theme = theme;
    // eslint-disable-next-line @lwc/lwc/no-document-query -- the style sheet stands in the page, outside of any component
    const link = document.getElementById('design-system');
    link?.setAttribute('href', settings.styleSheets[theme]);
}
