import type { PageReference } from 'lightning/navigation';

/** A page of Setup, by the name Lightning gives it in addresses where it has the same. */
export interface SetupSection {
    name: string;
    label: string;
}

/** The pages of Setup, in the order of its menu. */
export const SETUP_SECTIONS: readonly SetupSection[] = [
    { name: 'ManageUsers', label: 'Users' },
    { name: 'PermSets', label: 'Permission Sets' },
    { name: 'DeployStatus', label: 'Deployed Components' },
    { name: 'ApiUsage', label: 'API Usage' },
    { name: 'FaultsAndClock', label: 'Faults and Clock' }
];

/** The type of the page references of Setup; Lightning has none. */
export const SETUP_PAGE = 'devorg__setup';

/** A page of Setup; the first unless told otherwise. */
export function setupPage(name = SETUP_SECTIONS[0]?.name ?? ''): PageReference {
    return { type: SETUP_PAGE, attributes: { setupName: name } };
}
