import { json } from '../http/route.ts';
import type { OrgRequest, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { notFound } from '../salesforceError.ts';
import type { FieldSchema, ObjectSchema, PicklistValue } from '../schema/schema.ts';
import { RecordReader } from '../soql/recordReader.ts';
import { MASTER_RECORD_TYPE_ID, objectInfo } from './objectInfo.ts';

type Org = Pick<OrgContext, 'schema' | 'store' | 'access'>;

const OBJECT = '/services/data/:version/ui-api/object-info/:object';

/** What objects and picklists look like to the caller. */
export function objectInfoRoutes(org: Org): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/services/data/:version/ui-api/object-info',
            about: 'the objects the user may read',
            handle: ({ actor, apiVersion }) => {
                const reader = new RecordReader(org.store, org.access, actor);
                const known = [...org.schema.objects.values()].flatMap(({ name }) => reader.object(name) ?? []);
                return json({
                    objects: Object.fromEntries(known.map((object) => [object.name, brief(object, apiVersion)]))
                });
            }
        },
        {
            method: 'GET',
            pattern: '/services/data/:version/ui-api/object-info/batch/:objects',
            about: 'objects, fields and rights, of several objects',
            handle: (request) => json(findAll(org, request))
        },
        {
            method: 'GET',
            pattern: OBJECT,
            about: 'an object, its fields and the user’s rights',
            handle: (request) => {
                const { reader, object } = find(org, request);
                return json(objectInfo(reader, org.access, object));
            }
        },
        {
            method: 'GET',
            pattern: `${OBJECT}/picklist-values/:recordType`,
            about: 'the values of all picklists of an object',
            handle: (request) => {
                const { reader, object } = find(org, request);
                const picklists = [...object.fields.values()].filter(
                    (field) => field.picklist && reader.canReadField(object, field)
                );
                const picklistFieldValues = Object.fromEntries(
                    picklists.map((field) => [field.name, picklistValues(request, object, field)])
                );
                return json({ picklistFieldValues });
            }
        },
        {
            method: 'GET',
            pattern: `${OBJECT}/picklist-values/:recordType/:field`,
            about: 'the values of a picklist',
            handle: (request) => {
                const { reader, object } = find(org, request);
                const field = reader.field(object, request.params['field'] ?? '');
                if (!field?.picklist) throw notFound();
                return json(picklistValues(request, object, field));
            }
        }
    ];
}

/** One result for each name; an object that cannot be seen does not spoil the others. */
function findAll(org: Org, request: OrgRequest) {
    const reader = new RecordReader(org.store, org.access, request.actor);
    const results = (request.params['objects'] ?? '').split(',').map((name) => {
        const object = reader.object(name.trim());
        return object
            ? { statusCode: 200, result: objectInfo(reader, org.access, object) }
            : { statusCode: 404, result: [notFound().toBody()] };
    });
    return { results };
}

function brief({ name, keyPrefix, label, pluralLabel, nameField }: ObjectSchema, apiVersion: string) {
    return {
        ...{ apiName: name, keyPrefix, label, labelPlural: pluralLabel, nameFields: [nameField] },
        objectInfoUrl: `/services/data/v${apiVersion}/ui-api/object-info/${name}`
    };
}

/** @throws SalesforceError NOT_FOUND for an object the caller may not know of or a record type it does not have */
function find(org: Org, { params, actor }: OrgRequest): { reader: RecordReader; object: ObjectSchema } {
    const reader = new RecordReader(org.store, org.access, actor);
    const object = reader.object(params['object'] ?? '');
    const recordType = params['recordType'];
    if (!object || (recordType !== undefined && recordType !== MASTER_RECORD_TYPE_ID)) throw notFound();
    return { reader, object };
}

function picklistValues({ apiVersion }: OrgRequest, object: ObjectSchema, field: FieldSchema) {
    const values = (field.picklist?.values ?? []).filter(({ isActive }) => isActive);
    const byDefault = values.find(({ isDefault }) => isDefault);
    return {
        controllerValues: {},
        defaultValue: byDefault ? picklistValue(byDefault) : null,
        url: `/services/data/v${apiVersion}/ui-api/object-info/${object.name}/picklist-values/${MASTER_RECORD_TYPE_ID}/${field.name}`,
        values: values.map(picklistValue)
    };
}

function picklistValue({ label, value }: PicklistValue) {
    return { attributes: null, label, validFor: [], value };
}
