import { json, noContent } from '../http/route.ts';
import type { OrgRequest, OrgResponse, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { Row } from '../store/recordStore.ts';
import { asRecord, getFields, getObject, getRow, presentRow, readableFields, recordUrl, saved } from './records.ts';

/** Create, read, update and delete single records. */
export function sobjectRowRoutes(org: OrgContext): Route[] {
    const objectOf = ({ params, actor }: OrgRequest) => getObject(org, params['object'] ?? '', actor);
    return [
        {
            method: 'POST',
            pattern: '/services/data/:version/sobjects/:object',
            about: 'creates a record',
            handle(request) {
                const object = objectOf(request);
                const { Id } = org.store.insert(object, asRecord(request.json()), request.actor);
                return json(saved(Id), 201, { location: recordUrl(object, Id, request.apiVersion) });
            }
        },
        {
            method: 'GET',
            pattern: '/services/data/:version/sobjects/:object/:id',
            about: 'reads a record; `fields`, `If-Modified-Since`',
            handle(request) {
                const object = objectOf(request);
                const row = getRow(org, object, request.params['id'] ?? '', request.actor);
                const names = request.query.get('fields')?.split(',');
                const fields = names
                    ? getFields(org, object, names, request.actor)
                    : readableFields(org, object, request.actor);
                return (
                    conditionalAnswer(request, row) ??
                    json(presentRow(org, object, row, { fields, apiVersion: request.apiVersion }), 200, {
                        'last-modified': new Date(modifiedAt(row)).toUTCString()
                    })
                );
            }
        },
        {
            method: 'PATCH',
            pattern: '/services/data/:version/sobjects/:object/:id',
            about: 'updates a record; `If-Unmodified-Since`',
            handle(request) {
                const object = objectOf(request);
                const row = getRow(org, object, request.params['id'] ?? '', request.actor);
                const refusal = conditionalAnswer(request, row);
                if (refusal) return refusal;
                org.store.update(object, row.Id, asRecord(request.json()), request.actor);
                return noContent();
            }
        },
        {
            method: 'DELETE',
            pattern: '/services/data/:version/sobjects/:object/:id',
            about: 'deletes a record',
            handle(request) {
                const object = objectOf(request);
                const row = getRow(org, object, request.params['id'] ?? '', request.actor);
                org.store.delete(object, row.Id, request.actor);
                return noContent();
            }
        }
    ];
}

const modifiedAt = (row: Row): number => Date.parse(String(row['LastModifiedDate']));

/** 412 or 304 by the conditional headers, which know whole seconds. */
function conditionalAnswer(request: OrgRequest, row: Row): OrgResponse | undefined {
    const unmodifiedSince = headerMoment(request, 'if-unmodified-since');
    if (unmodifiedSince !== undefined && modifiedAt(row) > unmodifiedSince) return { status: 412 };
    const modifiedSince = request.method === 'GET' ? headerMoment(request, 'if-modified-since') : undefined;
    if (modifiedSince !== undefined && modifiedAt(row) <= modifiedSince) return { status: 304 };
    return undefined;
}

function headerMoment(request: OrgRequest, name: string): number | undefined {
    const value = request.headers[name];
    if (value === undefined) return undefined;
    const moment = Date.parse(value);
    if (Number.isNaN(moment)) throw new SalesforceError('INVALID_HEADER', `${name} is not a date: ${value}`);
    return moment;
}
