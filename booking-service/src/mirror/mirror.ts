import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Logger } from 'pino';
import { SharedRead } from '../database/sharedRead.ts';
import type { Database } from '../database/tables.ts';
import type { DefinitionStore, MirroredRecord } from './definitionStore.ts';
import { PollTurns } from './pollTurns.ts';
import type { PollTurn } from './pollTurns.ts';
import type { DefinitionObject, MirroredObject, SingleUseLink } from './records.ts';
import { SingleUseLinkRecord } from './singleUseLinkRecord.ts';
import { POLLED_OBJECTS, SETTINGS_OBJECTS } from './salesforceReader.ts';
import type { SalesforceReader } from './salesforceReader.ts';
import type { SingleUseLinkStore } from './singleUseLinkStore.ts';

/**
 * How far behind the newest stamp a poll starts: Salesforce stamps a row when its transaction begins,
 * and a transaction may take ten minutes to become visible.
 */
const OVERLAP_MS = 10 * 60_000;
/** On the very first poll, how old a change to a single-use link may be; older ones are looked up when opened. */
const FIRST_LINKS_MS = 7 * 24 * 3_600_000;

/** Whether the mirror is a day old is no question for every request. */
const POLLED_AT_HOLDS_MS = 1_000;

const SETTINGS_MAX_AGE_MS = 10 * 60_000;

export interface MirrorParts {
    db: Kysely<Database>;
    reader: SalesforceReader;
    definitions: DefinitionStore;
    singleUseLinks: SingleUseLinkStore;
    logger: Logger;
    now?: () => Date;
}

/** Our copy of what Salesforce defines, and how it is kept fresh. */
export class Mirror {
    private readonly parts: MirrorParts;
    private readonly now: () => Date;
    private readonly turns: PollTurns;
    private readonly state = new SharedRead<'polled_at', Date | undefined>(async () => {
        const row = await this.parts.db.selectFrom('mirror_state').select('polled_at').executeTakeFirstOrThrow();
        return new Map([['polled_at', row.polled_at ?? undefined]]);
    });
    private knownPolledAt: Date | undefined;
    private polledAtReadAt = -Infinity;
    private running: Promise<void> | undefined;
    private settingsReadAt = 0;
    private afterPoll: () => Promise<void> = () => Promise.resolve();

    constructor(parts: MirrorParts) {
        this.parts = parts;
        this.now = parts.now ?? (() => new Date());
        this.turns = new PollTurns(parts.db);
    }

    /** Told after each poll of this replica, which is the only one to poll then. */
    onPolled(listener: () => Promise<void>): void {
        this.afterPoll = listener;
    }

    /** When Salesforce was last read, as of a second ago; undefined before the first time. */
    async polledAt(): Promise<Date | undefined> {
        if (performance.now() - this.polledAtReadAt < POLLED_AT_HOLDS_MS) return this.knownPolledAt;
        return this.readPolledAt();
    }

    private async readPolledAt(): Promise<Date | undefined> {
        const askedAt = performance.now();
        this.knownPolledAt = (await this.state.read(['polled_at'])).get('polled_at');
        this.polledAtReadAt = askedAt;
        return this.knownPolledAt;
    }

    /** Whether this replica knows, without asking anybody, that Salesforce was read within `maxAgeMs`. */
    isKnownFresh(maxAgeMs: number): boolean {
        return this.isWithin(this.knownPolledAt, maxAgeMs);
    }

    /**
     * Reads what changed in Salesforce unless some replica did so within `maxAgeMs`.
     * @throws what the Salesforce client throws when Salesforce cannot be read.
     */
    async refresh(maxAgeMs: number): Promise<void> {
        if (await this.isFresh(maxAgeMs)) return;
        this.running ??= this.pollAlone(maxAgeMs).finally(() => (this.running = undefined));
        await this.running;
    }

    private async isFresh(maxAgeMs: number): Promise<boolean> {
        return this.isKnownFresh(maxAgeMs) || this.isWithin(await this.readPolledAt(), maxAgeMs);
    }

    private isWithin(polledAt: Date | undefined, maxAgeMs: number): boolean {
        return polledAt !== undefined && this.now().getTime() - polledAt.getTime() < maxAgeMs;
    }

    private async pollAlone(maxAgeMs: number): Promise<void> {
        const turn = await this.turns.take(() => this.isFresh(maxAgeMs));
        if (!turn) return;
        try {
            await this.poll(turn);
        } finally {
            await turn.release();
        }
    }

    private async poll(turn: PollTurn): Promise<void> {
        const { db, reader, definitions } = this.parts;
        const startedAt = this.now();
        const known = (await definitions.current()).hostUserIds();
        const changes = await reader.readChanges(await this.dueQueries(startedAt), [...known]);
        const areSettingsDue = changes.has('Organization');
        if (areSettingsDue) changes.set('Holiday', await this.readHolidays());
        await this.addNewHosts(changes, known);
        await db.transaction().execute(async (transaction) => {
            await turn.mustHold(transaction);
            for (const [objectName, records] of changes) await this.save(transaction, objectName, records, startedAt);
            await transaction.updateTable('mirror_state').set({ polled_at: startedAt }).execute();
        });
        this.polledAtReadAt = -Infinity;
        if (areSettingsDue) this.settingsReadAt = startedAt.getTime();
        // Nobody who needs the mirror waits for this.
        this.afterPoll().catch((error: unknown) => this.parts.logger.warn({ err: error }, 'work after a poll failed'));
    }

    /** Holidays are read whole: those that are missing now have been deleted. */
    private async readHolidays(): Promise<MirroredRecord[]> {
        const found = await this.parts.reader.readHolidays();
        if (!found) return [];
        const ids = new Set(found.map(({ Id }) => Id));
        const known = (await this.parts.definitions.current()).holidays();
        const gone = known
            .filter(({ id }) => !ids.has(id))
            .map(({ id, systemModstamp }) => ({ Id: id, SystemModstamp: systemModstamp, IsDeleted: true }));
        return [...found, ...gone];
    }

    private async dueQueries(startedAt: Date) {
        const rows = await this.parts.db.selectFrom('mirror_watermarks').selectAll().execute();
        const watermarks = new Map(rows.map((row) => [row.object_name, row.system_modstamp]));
        const since = (objectName: MirroredObject): { since?: Date } => {
            const watermark = watermarks.get(objectName);
            return watermark ? { since: new Date(watermark.getTime() - OVERLAP_MS) } : {};
        };
        const areSettingsDue = startedAt.getTime() - this.settingsReadAt >= SETTINGS_MAX_AGE_MS;
        const firstLinks = { since: new Date(startedAt.getTime() - FIRST_LINKS_MS) };
        return [
            ...POLLED_OBJECTS.map((objectName) => ({ objectName, ...since(objectName) })),
            { objectName: 'SingleUseLink__c' as const, ...firstLinks, ...since('SingleUseLink__c') },
            ...(areSettingsDue ? SETTINGS_OBJECTS.map((objectName) => ({ objectName })) : [])
        ];
    }

    private async save(
        transaction: Transaction<Database>,
        objectName: MirroredObject,
        records: MirroredRecord[],
        readAt: Date
    ): Promise<void> {
        const newest = records.reduce<Date | undefined>((latest, { SystemModstamp }) => {
            const stamp = new Date(SystemModstamp);
            return latest && latest > stamp ? latest : stamp;
        }, undefined);
        if (objectName === 'SingleUseLink__c') {
            await this.parts.singleUseLinks.save(this.readable(records), readAt, transaction);
        } else {
            await this.parts.definitions.save(transaction, objectName, records);
        }
        if (!newest || !isPolled(objectName)) return;
        await transaction
            .insertInto('mirror_watermarks')
            .values({ object_name: objectName, system_modstamp: newest })
            .onConflict((conflict) =>
                conflict.column('object_name').doUpdateSet({
                    system_modstamp: sql`greatest(mirror_watermarks.system_modstamp, excluded.system_modstamp)`
                })
            )
            .execute();
    }

    /** The last row of each token hash: a deleted link frees its hash for another one. */
    private readable(records: MirroredRecord[]): SingleUseLink[] {
        const byHash = new Map<string, SingleUseLink>();
        for (const record of records) {
            const parsed = SingleUseLinkRecord.safeParse(record);
            if (parsed.success) byHash.set(parsed.data.tokenHash, parsed.data);
            else
                this.parts.logger.error(
                    { id: record.Id, reason: parsed.error.message },
                    'a single-use link cannot be read'
                );
        }
        return [...byHash.values()];
    }

    /**
     * Hosts named for the first time are saved together with what names them: a link seen without its hosts would be
     * inactive to whoever opens it in between.
     */
    private async addNewHosts(changes: Map<MirroredObject, MirroredRecord[]>, known: Set<string>): Promise<void> {
        const named = NAMING_HOSTS.flatMap((objectName) => changes.get(objectName) ?? []).map((row) => row['User__c']);
        const missing = [...new Set(named)].filter((id): id is string => typeof id === 'string' && !known.has(id));
        if (missing.length === 0) return;
        changes.set('User', [...(changes.get('User') ?? []), ...(await this.parts.reader.readUsers(missing))]);
    }
}

/** The objects whose `User__c` is a host. */
const NAMING_HOSTS: DefinitionObject[] = ['LinkHost__c', 'HostPoolMember__c'];

function isPolled(objectName: MirroredObject): boolean {
    return objectName === 'SingleUseLink__c' || POLLED_OBJECTS.includes(objectName);
}
