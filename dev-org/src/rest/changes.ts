import { json } from '../http/route.ts';
import type { OrgRequest, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { Row } from '../store/recordStore.ts';
import { stamp } from '../store/stamps.ts';
import { getObject } from './records.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DAYS_KEPT = 30;
/** Deleted records leave the recycle bin after this. */
const DAYS_IN_BIN = 15;

/** Ids of what changed or went in a span of time. */
export function changeRoutes(org: OrgContext): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/services/data/:version/sobjects/:object/updated',
            about: 'ids of records changed in a span of time',
            handle(request) {
                const { rows, end } = changedRows(org, request);
                const ids = rows.filter((row) => row['IsDeleted'] === false).map((row) => row.Id);
                return json({ ids, latestDateCovered: stamp(end) });
            }
        },
        {
            method: 'GET',
            pattern: '/services/data/:version/sobjects/:object/deleted',
            about: 'ids of records deleted in a span of time',
            handle(request) {
                const { rows, end } = changedRows(org, request);
                return json({
                    deletedRecords: rows
                        .filter((row) => row['IsDeleted'] === true)
                        .map((row) => ({ id: row.Id, deletedDate: row['SystemModstamp'] })),
                    earliestDateAvailable: stamp(org.store.now() - DAYS_IN_BIN * DAY_MS),
                    latestDateCovered: stamp(end)
                });
            }
        }
    ];
}

function changedRows(org: OrgContext, { params, query, actor }: OrgRequest): { rows: Row[]; end: number } {
    const object = getObject(org, params['object'] ?? '', actor);
    const start = momentOf(query, 'start');
    const end = momentOf(query, 'end');
    if (start >= end) throw refused('startDate before endDate');
    if (end - start < MINUTE_MS) throw refused('The time span must be greater than one minute');
    if (start < org.store.now() - DAYS_KEPT * DAY_MS)
        throw refused(`startDate cannot be more than ${DAYS_KEPT} days ago`);
    const rows = [...org.store.rows(object, { includeDeleted: true })].filter((row) => {
        const changedAt = Date.parse(String(row['SystemModstamp']));
        return changedAt >= start && changedAt < end && org.access.visible(actor, object, row);
    });
    return { rows, end };
}

function momentOf(query: URLSearchParams, name: string): number {
    // An unescaped + of a time zone arrives as a blank.
    const moment = Date.parse((query.get(name) ?? '').replace(' ', '+'));
    if (Number.isNaN(moment)) throw refused(`${name} must be a date and time`);
    return moment;
}

function refused(message: string): SalesforceError {
    return new SalesforceError('INVALID_REPLICATION_DATE', message);
}
