import { json } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { notFound } from '../salesforceError.ts';
import { rawValue, displayValue } from './displayValue.ts';
import { readerFor } from './findRecord.ts';
import type { UiOrg } from './findRecord.ts';
import { objectInfo } from './objectInfo.ts';

/** What a form for a new record begins with. */
export function recordDefaultsRoutes(org: UiOrg): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/services/data/:version/ui-api/record-defaults/create/:object',
            about: 'the default values of a new record; without a layout',
            handle(request) {
                const reader = readerFor(org, request);
                const object = reader.object(request.params['object'] ?? '');
                if (!object) throw notFound();
                const writable = [...object.fields.values()].filter(
                    (field) => field.isCreateable && org.access.canEditField(request.actor, object, field)
                );
                const fields = Object.fromEntries(
                    writable.map((field) => {
                        const value = field.name === 'OwnerId' ? request.actor.userId : (field.defaultValue ?? null);
                        return [
                            field.name,
                            { displayValue: displayValue(field, value), value: rawValue(field, value) }
                        ];
                    })
                );
                return json({
                    layout: null,
                    objectInfos: { [object.name]: objectInfo(reader, org.access, object) },
                    record: {
                        ...{ apiName: object.name, childRelationships: {}, fields, id: null, recordTypeId: null },
                        ...{
                            recordTypeInfo: null,
                            lastModifiedById: null,
                            lastModifiedDate: null,
                            systemModstamp: null
                        }
                    }
                });
            }
        }
    ];
}
