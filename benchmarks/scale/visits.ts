import type { Page } from '@playwright/test';
import type { Deed } from './orgPage.ts';

/** What is waited for on one page. */
export interface Visit {
    name: string;
    path: string;
    /** CSS of a row of the page. */
    rows: string;
    /** What is done once the page is there, each on a page opened anew; without any, opening is what counts. */
    deeds?: NamedDeed[];
}

export interface NamedDeed extends Partial<Deed> {
    name: string;
    /** Done before the clock starts. */
    prepare?: (page: Page) => Promise<unknown>;
    do: (page: Page) => Promise<unknown>;
}

const MEETING_ROWS = 'c-meeting-list tbody tr[data-row-key-value], c-meeting-list [data-id="card"]';

/** Pages that everybody has. @param leadId a lead with many meetings and links */
export function visitsOfReps(leadId: string): Visit[] {
    return [
        {
            name: 'My Links',
            path: '/lightning/n/MyLinks',
            rows: '[data-id="mine"] c-booking-link-tile',
            deeds: [
                searched('c-link-collection', '00950'),
                {
                    name: 'Links Library',
                    do: (page) => page.getByRole('tab', { name: 'Links Library' }).click(),
                    rows: '[data-id="library"] c-booking-link-tile'
                }
            ]
        },
        {
            name: 'Calendars',
            path: '/lightning/n/Calendars',
            rows: 'c-calendars [data-id="row"]',
            deeds: [searched('c-calendars', '00950')]
        },
        { name: 'Meeting Logs', path: '/lightning/n/MeetingLogs', rows: MEETING_ROWS, deeds: meetingDeeds() },
        { name: "Meeting Logs of a lead's page", path: `/lightning/r/Lead/${leadId}/view`, rows: MEETING_ROWS },
        {
            name: "Link Timeline of a lead's page",
            path: `/lightning/r/Lead/${leadId}/view`,
            rows: 'c-link-timeline [data-id="link"]'
        },
        { name: 'Home, tiles', path: '/lightning/n/AdmitOneHome', rows: 'c-home-charts [data-id="tile"]' },
        { name: 'Home, charts', path: '/lightning/n/AdmitOneHome', rows: 'c-home-charts c-chart td' },
        { name: 'Meeting Types', path: '/lightning/n/MeetingTypes', rows: 'c-meeting-types [data-id="row"]' }
    ];
}

/** Pages of admins alone. */
export function visitsOfAdmins(): Visit[] {
    const managed = (page: Page): Promise<void> => page.getByRole('tab', { name: 'Managed Links' }).click();
    const managedRows = 'c-managed-links [data-id="row"]';
    return [
        {
            name: 'All Links',
            path: '/lightning/n/LinkManagement',
            rows: 'c-all-links [data-id="row"]',
            deeds: [
                searched('c-all-links', 'Julio 0099'),
                ...['Inactive', 'Expired'].map((state) => chosen('c-all-links', 'state', state)),
                chosen('c-all-links', 'kind', 'Managed'),
                ...['Newest first', 'Expires first', 'Address'].map((sort) => chosen('c-all-links', 'sort', sort)),
                { name: 'Managed Links', do: managed, rows: managedRows },
                {
                    name: 'View Links',
                    prepare: async (page) => {
                        await managed(page);
                        await page.locator(managedRows).first().waitFor();
                    },
                    do: (page) => page.locator('c-managed-links [data-id="view-links"] button').first().click(),
                    rows: '.slds-modal [data-id="row"]'
                }
            ]
        },
        { name: 'Host Pools', path: '/lightning/n/HostPools', rows: 'c-host-pools [data-id="pool"]' },
        {
            name: 'Host Pools, meetings counted',
            path: '/lightning/n/HostPools',
            rows: 'c-pool-member-turns [data-id="turns"]:has-text("·")'
        },
        {
            name: 'Sync Health, parked meetings',
            path: '/lightning/n/SyncHealth',
            rows: 'c-parked-meetings [data-id="row"]'
        }
    ];
}

function meetingDeeds(): NamedDeed[] {
    const columns = ['Meeting time', 'Meeting Type', 'Host(s)', 'Prospect', 'Booked at'];
    const openFilters = (page: Page): Promise<void> =>
        page.locator('c-meeting-logs [data-id="filters"] button').click();
    const filtered = (field: string, option: string): NamedDeed => {
        const deed = chosen('c-meeting-logs', field, option);
        return {
            ...deed,
            prepare: async (page) => {
                await openFilters(page);
                await deed.prepare?.(page);
            }
        };
    };
    return [
        searched('c-meeting-logs', '9999'),
        searched('c-meeting-logs', 'garcía company'),
        ...columns.map((column): NamedDeed => ({
            name: `sorted by ${column}`,
            do: (page) => page.locator('c-meeting-list th').filter({ hasText: column }).locator('a').first().click(),
            replacesRows: true
        })),
        {
            name: 'single-use links hidden',
            do: (page) => page.getByText('Hide Single-Use Links', { exact: true }).click(),
            replacesRows: true
        },
        filtered('status', 'No-Show'),
        filtered('link-type', 'Managed'),
        ...(['from', 'to'] as const).map((field): NamedDeed => ({
            name: `filtered by ${field}`,
            prepare: openFilters,
            do: (page) => page.locator(`c-meeting-filters [data-id="${field}"]`).fill(daysAgo(365)),
            replacesRows: true
        })),
        {
            name: 'filtered by host',
            prepare: openFilters,
            do: (page) => page.locator('c-meeting-filters [data-id="host"] input').fill('Reyes'),
            replacesRows: true
        },
        {
            name: 'the next 25',
            do: (page) => page.locator('c-meeting-list [data-id="load-more"] button').click(),
            replacesRows: true
        }
    ];
}

/** The clock starts with the last letter, so the pause before a search counts. */
function searched(within: string, words: string): NamedDeed {
    return {
        name: `searched for "${words}"`,
        do: (page) => page.locator(`${within} [data-id="search"] input`).first().fill(words),
        replacesRows: true
    };
}

function chosen(within: string, field: string, option: string): NamedDeed {
    const box = `${within} [data-id="${field}"]`;
    return {
        name: `${field}: ${option}`,
        prepare: (page) => page.locator(box).getByRole('combobox').click(),
        do: (page) => page.locator(box).getByRole('option', { name: option, exact: true }).click(),
        replacesRows: true
    };
}

function daysAgo(days: number): string {
    return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
