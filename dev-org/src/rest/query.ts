import { randomBytes } from 'node:crypto';
import { json } from '../http/route.ts';
import type { OrgRequest, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { SalesforceError } from '../salesforceError.ts';

const LARGEST_BATCH = 2000;
const SMALLEST_BATCH = 200;
const CURSOR_LIFETIME_MS = 2 * 24 * 60 * 60 * 1000;
/** A laptop's memory is finite; the oldest cursors go first. */
const MOST_CURSORS = 500;

interface Cursor {
    records: unknown[];
    batchSize: number;
    userId: string;
    expiresAt: number;
}

interface Page {
    totalSize: number;
    done: boolean;
    nextRecordsUrl?: string;
    records: unknown[];
}

/** query, queryAll and the pages after the first. */
export function queryRoutes(org: OrgContext): Route[] {
    const cursors = new Map<string, Cursor>();
    const query = (request: OrgRequest, includeDeleted: boolean): Page => {
        const soql = request.query.get('q');
        if (!soql) throw new SalesforceError('MALFORMED_QUERY', 'The query parameter q is missing');
        const { actor, apiVersion } = request;
        const { totalSize, records } = org.soql.query(soql, { actor, includeDeleted, apiVersion });
        const batchSize = batchSizeOf(request);
        if (records.length <= batchSize) return { totalSize, done: true, records };
        const cursor = { records, batchSize, userId: actor.userId, expiresAt: org.store.now() + CURSOR_LIFETIME_MS };
        return pageOf(keep(cursors, cursor), cursor, 0, apiVersion);
    };
    const more = (request: OrgRequest): Page => {
        const [, id = '', position = ''] = /^(01g[a-zA-Z0-9]+)-(\d+)$/.exec(request.params['locator'] ?? '') ?? [];
        const cursor = cursors.get(id);
        if (!cursor || cursor.userId !== request.actor.userId || cursor.expiresAt < org.store.now()) {
            throw new SalesforceError('INVALID_QUERY_LOCATOR', 'invalid query locator');
        }
        return pageOf(id, cursor, Number(position), request.apiVersion);
    };
    const route = (path: string, about: string, answer: (request: OrgRequest) => Page): Route => ({
        ...{ method: 'GET', pattern: `/services/data/:version/${path}`, about },
        handle: (request) => json(answer(request))
    });
    return [
        route('query', 'SOQL; pages by `Sforce-Query-Options: batchSize=200` to 2000', (request) =>
            query(request, false)
        ),
        route('queryAll', 'SOQL over deleted records too', (request) => query(request, true)),
        route('query/:locator', 'the next page', more),
        route('queryAll/:locator', 'the next page', more)
    ];
}

function keep(cursors: Map<string, Cursor>, cursor: Cursor): string {
    const id = `01g${randomBytes(6).toString('hex')}AAA`;
    cursors.set(id, cursor);
    const [oldest] = cursors.keys();
    if (cursors.size > MOST_CURSORS && oldest !== undefined) cursors.delete(oldest);
    return id;
}

function pageOf(id: string, { records, batchSize }: Cursor, start: number, apiVersion: string): Page {
    const end = start + batchSize;
    const isLast = end >= records.length;
    return {
        totalSize: records.length,
        done: isLast,
        ...(!isLast && { nextRecordsUrl: `/services/data/v${apiVersion}/query/${id}-${end}` }),
        records: records.slice(start, end)
    };
}

function batchSizeOf(request: OrgRequest): number {
    const asked = /batchSize\s*=\s*(\d+)/i.exec(request.headers['sforce-query-options'] ?? '')?.[1];
    return asked === undefined ? LARGEST_BATCH : Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, Number(asked)));
}
