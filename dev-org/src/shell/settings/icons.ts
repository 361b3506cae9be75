import type { Tab } from '../../metadata/project.ts';

/** Objects for which the design system has an icon of their own. */
const STANDARD_ICONS: Record<string, string> = {
    Account: 'standard:account',
    Campaign: 'standard:campaign',
    CampaignMember: 'standard:campaign_members',
    Case: 'standard:case',
    Contact: 'standard:contact',
    Event: 'standard:event',
    Group: 'standard:groups',
    Lead: 'standard:lead',
    Opportunity: 'standard:opportunity',
    Task: 'standard:task',
    User: 'standard:user'
};

/** Icons the shell chooses while it runs, so that the bundle holds them. */
export function iconsOfProject(tabs: Tab[]): string[] {
    return [...Object.values(STANDARD_ICONS), FALLBACK, ...tabs.map(tabIcon)];
}

const FALLBACK = 'standard:record';

/** `custom:custom57` of a tab's motif `Custom57: Building Block`. */
export function tabIcon({ motif }: Pick<Tab, 'motif'>): string {
    const number = /^Custom(\d+)/.exec(motif)?.[1];
    return number === undefined ? FALLBACK : `custom:custom${number}`;
}

/** A custom object wears its tab's icon. */
export function objectIcon(objectName: string, tabs: Tab[]): string {
    const tab = tabs.find(({ kind, target }) => kind === 'object' && target === objectName);
    return STANDARD_ICONS[objectName] ?? (tab ? tabIcon(tab) : FALLBACK);
}
