import type { SortDirection } from 'lightning/datatable';
import { NO_FILTERS } from 'c/meetingFilters';
import { readPreference, rememberPreference } from 'c/preferences';
import type { MeetingFilters, MeetingSortKey } from 'types/meetings';

/** How the user looks at Meeting Logs. */
export interface LogsView {
    hidesSingleUse: boolean;
    areFiltersOpen: boolean;
    sortedBy: MeetingSortKey;
    sortDirection: SortDirection;
    filters: MeetingFilters;
}

export const INITIAL_VIEW: LogsView = {
    hidesSingleUse: false,
    areFiltersOpen: false,
    sortedBy: 'startsAt',
    sortDirection: 'desc',
    filters: NO_FILTERS
};

const NAME = 'meetingLogs';
const NAME_ON_RECORDS = 'meetingLogs.records';

/** The view this user left. What one record was narrowed to says nothing about the next. */
export function recallView(isOnRecord: boolean): LogsView {
    const view = readPreference(isOnRecord ? NAME_ON_RECORDS : NAME, INITIAL_VIEW);
    return { ...view, filters: { ...NO_FILTERS, ...view.filters } };
}

/** Remembers the view; on record pages all but the filters. */
export function keepView(view: LogsView, isOnRecord: boolean): void {
    if (!isOnRecord) return rememberPreference(NAME, view);
    const { hidesSingleUse, sortedBy, sortDirection } = view;
    return rememberPreference(NAME_ON_RECORDS, { hidesSingleUse, sortedBy, sortDirection });
}
