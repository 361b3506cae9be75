import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { DatabaseConnection } from '../database/database.ts';
import { SharedRead } from '../database/sharedRead.ts';
import { Statement } from '../database/statement.ts';
import type { Database } from '../database/tables.ts';
import { Definitions } from './definitions.ts';
import type { DefinitionObject } from './records.ts';

/** A record of Salesforce on its way into the mirror. */
export interface MirroredRecord {
    Id: string;
    SystemModstamp: string;
    IsDeleted?: boolean;
    [field: string]: unknown;
}

const VERSION = new Statement<{ version: number }>('definitions_version', 'select version from mirror_state');

/** Keeps the table `definitions` and an in-process picture of it that follows by version. */
export class DefinitionStore {
    private readonly db: Kysely<Database>;
    private readonly pool: pg.Pool;
    private readonly logger: Logger;
    private readonly definitions = new Definitions();
    private readonly newest = new SharedRead<'version', number>(async () => {
        const [row] = await VERSION.run(this.pool);
        return new Map(row && [['version', row.version]]);
    });
    private knownVersion = 0;
    private confirmedAt = -Infinity;
    private loading: Promise<void> | undefined;

    constructor({ db, pool }: DatabaseConnection, logger: Logger) {
        this.db = db;
        this.pool = pool;
        this.logger = logger;
    }

    /** The definitions as of the newest version; one small query, shared by all who ask together, when nothing has changed. */
    async current(): Promise<Definitions> {
        const askedAt = performance.now();
        const version = (await this.newest.read(['version'])).get('version') ?? 0;
        if (version > this.knownVersion) {
            this.loading ??= this.load().finally(() => (this.loading = undefined));
            await this.loading;
        }
        this.confirmedAt = Math.max(this.confirmedAt, askedAt);
        return this.definitions;
    }

    /** The same, but what was current so lately will do: for a second look within one request. */
    async lately(maxAgeMs = 1_000): Promise<Definitions> {
        return performance.now() - this.confirmedAt < maxAgeMs ? this.definitions : this.current();
    }

    /** Stores what changed; rows already known in the same shape cost nothing. Returns how many were new or different. */
    async save(
        transaction: Transaction<Database>,
        objectName: DefinitionObject,
        records: MirroredRecord[]
    ): Promise<number> {
        if (records.length === 0) return 0;
        const version = await nextVersion(transaction);
        const rows = records.map(({ attributes: _attributes, ...fields }) => fields);
        const { rows: changed } = await sql<{ id: string }>`
            insert into definitions (object_name, id, fields, system_modstamp, is_deleted, version)
            select ${objectName}, record->>'Id', record, (record->>'SystemModstamp')::timestamptz,
                   coalesce((record->>'IsDeleted')::boolean, false), ${version}
              from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as record
            on conflict (object_name, id) do update
               set fields = excluded.fields, system_modstamp = excluded.system_modstamp,
                   is_deleted = excluded.is_deleted, version = excluded.version
             where excluded.system_modstamp >= definitions.system_modstamp
               and excluded.fields is distinct from definitions.fields
            returning id`.execute(transaction);
        return changed.length;
    }

    private async load(): Promise<void> {
        // Read the version first: rows written after it are simply read again next time.
        const { version } = await this.db.selectFrom('mirror_state').select('version').executeTakeFirstOrThrow();
        const rows = await this.db
            .selectFrom('definitions')
            .select(['object_name', 'id', 'fields', 'is_deleted'])
            .where('version', '>', this.knownVersion)
            .execute();
        this.definitions.apply(
            rows.map((row) => ({
                objectName: row.object_name as DefinitionObject,
                id: row.id,
                fields: row.fields,
                isDeleted: row.is_deleted
            })),
            ({ objectName, id }, reason) =>
                this.logger.error({ objectName, id, reason }, 'a definition cannot be read; the last good copy stays')
        );
        this.knownVersion = version;
    }
}

/** The row lock on `mirror_state` makes writers take versions one after the other, so versions become visible in order. */
async function nextVersion(transaction: Transaction<Database>): Promise<number> {
    const { version } = await transaction
        .updateTable('mirror_state')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .returning('version')
        .executeTakeFirstOrThrow();
    return version;
}
