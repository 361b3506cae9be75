import type { OrgRequest } from '../../http/route.ts';
import type { Theme } from '../../../modules/shellSettings.ts';
import { readCookie } from './cookies.ts';

export const THEMES: readonly Theme[] = ['slds1', 'slds2'];
export const DEFAULT_THEME: Theme = 'slds2';

/** The page's own script sets it, see `modules/platform/theme.ts`. */
const COOKIE = 'devOrgTheme';

/** The theme chosen in this browser, else the newer one. */
export function pageTheme(request: Pick<OrgRequest, 'headers'>): Theme {
    const chosen = readCookie(request, COOKIE);
    return THEMES.find((theme) => theme === chosen) ?? DEFAULT_THEME;
}
