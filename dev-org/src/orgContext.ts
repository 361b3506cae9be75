import type { Access } from './access/access.ts';
import type { Project } from './metadata/project.ts';
import type { Sessions } from './oauth/sessions.ts';
import type { Schema } from './schema/schema.ts';
import type { Actor, RecordStore } from './store/recordStore.ts';

/** What `soql` answers: query results as plain JSON records, `attributes` included. */
export interface SoqlEngine {
    /** @throws SalesforceError MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, NOT_IMPLEMENTED */
    query(
        soql: string,
        options: { actor: Actor; includeDeleted: boolean; apiVersion: string }
    ): { totalSize: number; records: unknown[] };
}

/** The running org, handed to everything that answers requests. */
export interface OrgContext {
    readonly project: Project;
    readonly schema: Schema;
    /** Writes are checked against the actor's access; reads are not: ask `access`. */
    readonly store: RecordStore;
    readonly access: Access;
    readonly soql: SoqlEngine;
    readonly sessions: Sessions;
    /** 18 characters, `00D…`. */
    readonly organizationId: string;
    /** `http://127.0.0.1:3000`, known once the org listens. */
    url(): string;
}
