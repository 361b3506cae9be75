import { json } from '../http/route.ts';
import type { OrgRequest, OrgResponse } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { notFound } from '../salesforceError.ts';
import type { ObjectSchema } from '../schema/schema.ts';
import { RecordReader } from '../soql/recordReader.ts';
import { getFields, getRow, presentRow, readableFields } from './records.ts';

/**
 * `/sobjects/<object>/<id>/<relationship>`: the parent, or the children as a query would answer them.
 * @throws SalesforceError NOT_FOUND where the record, the relationship or the parent is missing or hidden
 */
export function followRelationship(org: OrgContext, object: ObjectSchema, request: OrgRequest): OrgResponse {
    const { params, query, actor, apiVersion } = request;
    const row = getRow(org, object, params['field'] ?? '', actor);
    const name = params['value'] ?? '';
    const reader = new RecordReader(org.store, org.access, actor);
    const fieldsOf = (target: ObjectSchema) => {
        const names = query.get('fields')?.split(',');
        return names ? getFields(org, target, names, actor) : readableFields(org, target, actor);
    };
    const reference = object.fieldOfRelationship(name);
    if (reference && reader.canReadField(object, reference)) {
        const parent = reader.parent({ object, row }, reference);
        if (!parent) throw notFound();
        return json(presentRow(org, parent.object, parent.row, { fields: fieldsOf(parent.object), apiVersion }));
    }
    const relationship = object.childRelationships.find((child) => child.name.toLowerCase() === name.toLowerCase());
    const child = relationship && reader.object(relationship.childObject);
    const childField = child && reader.field(child, relationship.childField);
    if (!child || !childField) throw notFound();
    const fields = fieldsOf(child);
    const records = reader
        .children(child, childField, row.Id)
        .map((childRow) => presentRow(org, child, childRow, { fields, apiVersion }));
    return json({ done: true, totalSize: records.length, records });
}
