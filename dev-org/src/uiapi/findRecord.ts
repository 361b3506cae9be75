import type { OrgRequest } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { notFound, SalesforceError } from '../salesforceError.ts';
import { RecordReader } from '../soql/recordReader.ts';
import type { TypedRow } from '../soql/recordReader.ts';
import { isId } from '../store/ids.ts';

/** What the UI API needs of the org. */
export type UiOrg = Pick<OrgContext, 'schema' | 'store' | 'access'>;

/** The org's records as the caller sees them. */
export function readerFor(org: UiOrg, { actor }: OrgRequest): RecordReader {
    return new RecordReader(org.store, org.access, actor);
}

/** A live record the caller may see. @throws SalesforceError MALFORMED_ID, NOT_FOUND, ENTITY_IS_DELETED */
export function findRecord(org: UiOrg, reader: RecordReader, id: string): TypedRow {
    if (!isId(id)) throw new SalesforceError('MALFORMED_ID', `The value ${String(id)} is not a valid record id.`);
    const named = org.schema.objectOfId(id);
    const object = named && reader.object(named.name);
    const row = object && org.store.findAny(object, id);
    if (!object || !row || !reader.visible(object, row)) throw notFound();
    if (row['IsDeleted'] === true) throw new SalesforceError('ENTITY_IS_DELETED', 'entity is deleted', []);
    return { object, row };
}
