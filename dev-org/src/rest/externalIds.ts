import { json, noContent } from '../http/route.ts';
import type { OrgRequest, OrgResponse, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { notFound } from '../salesforceError.ts';
import type { ObjectSchema } from '../schema/schema.ts';
import { isId } from '../store/ids.ts';
import type { Row } from '../store/recordStore.ts';
import { asRecord, getObject, presentRow, readableFields, recordUrl, saved } from './records.ts';
import { followRelationship } from './relationships.ts';
import { findByKey, getKeyField, upsert } from './upsert.ts';

const PATTERN = '/services/data/:version/sobjects/:object/:field/:value';
/** First version that says `created` and answers an update with a body. */
const ANSWERS_UPDATES_SINCE = 46;

/** Records named by an external id: read, upsert, delete. */
export function externalIdRoutes(org: OrgContext): Route[] {
    return [
        {
            method: 'GET',
            pattern: PATTERN,
            about: 'reads a record by an external id, or follows a relationship of a record',
            handle(request) {
                const object = getObject(org, request.params['object'] ?? '', request.actor);
                if (isId(request.params['field'])) return followRelationship(org, object, request);
                return withSingle(org, request, (object, row) => {
                    const fields = readableFields(org, object, request.actor);
                    return json(presentRow(org, object, row, { fields, apiVersion: request.apiVersion }));
                });
            }
        },
        {
            method: 'PATCH',
            pattern: PATTERN,
            about: 'upserts by an external id; `updateOnly`',
            handle: (request) => handleUpsert(org, request)
        },
        {
            method: 'DELETE',
            pattern: PATTERN,
            about: 'deletes a record by an external id',
            handle(request) {
                return withSingle(org, request, (object, row) => {
                    org.store.delete(object, row.Id, request.actor);
                    return noContent();
                });
            }
        }
    ];
}

function handleUpsert(org: OrgContext, request: OrgRequest): OrgResponse {
    const { params, actor, apiVersion } = request;
    const object = getObject(org, params['object'] ?? '', actor);
    const outcome = upsert(org, object, {
        key: getKeyField(object, params['field'] ?? ''),
        value: params['value'],
        input: asRecord(request.json()),
        isUpdateOnly: request.query.get('updateOnly') === 'true',
        actor
    });
    if ('matches' in outcome) return several(object, outcome.matches, apiVersion);
    const isAnswered = Number(apiVersion) >= ANSWERS_UPDATES_SINCE;
    const body = { ...saved(outcome.row.Id), ...(isAnswered && { created: outcome.isCreated }) };
    if (outcome.isCreated) return json(body, 201, { location: recordUrl(object, outcome.row.Id, apiVersion) });
    return isAnswered ? json(body) : noContent();
}

function withSingle(
    org: OrgContext,
    request: OrgRequest,
    answer: (object: ObjectSchema, row: Row) => OrgResponse
): OrgResponse {
    const { params, actor } = request;
    const object = getObject(org, params['object'] ?? '', actor);
    const key = getKeyField(object, params['field'] ?? '');
    const matches = findByKey(org, object, key, params['value']).filter((row) =>
        org.access.visible(actor, object, row)
    );
    const [match] = matches;
    if (!match) throw notFound();
    return matches.length > 1 ? several(object, matches, request.apiVersion) : answer(object, match);
}

/** 300: the caller chooses among the URLs. */
function several(object: ObjectSchema, rows: Row[], apiVersion: string): OrgResponse {
    return json(
        rows.map((row) => recordUrl(object, row.Id, apiVersion)),
        300
    );
}
