import type { Access } from '../access/access.ts';
import { fullAccess } from '../access/access.ts';
import type { SoqlEngine } from '../orgContext.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { parseSoql } from './parseSoql.ts';
import { RecordReader } from './recordReader.ts';
import { runQuery } from './runQuery.ts';
import { SoqlErrors } from './soqlErrors.ts';

/** SOQL over the store, as each caller may see it. What it does not know answers 501 NOT_IMPLEMENTED. */
export function createSoqlEngine(store: RecordStore, access: Access = fullAccess): SoqlEngine {
    return {
        query(soql, { actor, includeDeleted, apiVersion }) {
            const reader = new RecordReader(store, access, actor, { includeDeleted });
            return runQuery(parseSoql(soql), { reader, errors: new SoqlErrors(soql), apiVersion });
        }
    };
}
