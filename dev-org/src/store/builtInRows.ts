import type { PermissionSet } from '../metadata/project.ts';
import { PROFILES, profileId } from '../metadata/standard/profiles.ts';
import type { FieldValue, ObjectSchema, Schema } from '../schema/schema.ts';
import { namedId, serialId } from './ids.ts';
import type { Row } from './recordStore.ts';
import { stamp } from './stamps.ts';
import { SYSTEM_ACTOR } from './systemActor.ts';
import type { Tables } from './tables.ts';

/** The id of the one Organization record. */
export const ORGANIZATION_ID = serialId('00D', 1);

/** A row with every stored field: defaults, then `values`. */
export function completeRow(object: ObjectSchema, values: Record<string, FieldValue> & { Id: string }): Row {
    const row: Row = { Id: values.Id };
    for (const field of object.fields.values()) {
        if (!field.formula) row[field.name] = values[field.name] ?? field.defaultValue ?? null;
    }
    return row;
}

/** Writes the records that follow from the metadata and the org itself; the same in every run. */
export function putBuiltInRows(tables: Tables, schema: Schema, permissionSets: PermissionSet[]): void {
    const audit = {
        ...{ CreatedDate: stamp(0), LastModifiedDate: stamp(0), SystemModstamp: stamp(0) },
        ...{ CreatedById: SYSTEM_ACTOR.userId, LastModifiedById: SYSTEM_ACTOR.userId, IsDeleted: false }
    };
    const put = (objectName: string, values: Record<string, FieldValue> & { Id: string }): void => {
        const object = schema.object(objectName);
        if (object) tables.put(object, completeRow(object, { ...audit, ...values }));
    };
    put('Organization', { Id: ORGANIZATION_ID, Name: 'Dev Org' });
    put('User', {
        ...{ Id: SYSTEM_ACTOR.userId, FirstName: 'Automated', LastName: 'Process', Name: 'Automated Process' },
        ...{ Username: 'automatedprocess@dev-org.invalid', Email: 'noreply@dev-org.invalid' },
        ...{ UserType: 'AutomatedProcess', IsActive: false, ProfileId: profileId('System Administrator') }
    });
    for (const { name, description } of PROFILES)
        put('Profile', { Id: profileId(name), Name: name, Description: description });
    for (const { name, label, description } of permissionSets) {
        put('PermissionSet', { Id: namedId('0PS', name), Name: name, Label: label, Description: description });
    }
    for (const [typeName, records] of schema.customMetadata) {
        const prefix = schema.object(typeName)?.keyPrefix ?? '';
        for (const [name, record] of records) put(typeName, { ...record, Id: namedId(prefix, name) });
    }
}
