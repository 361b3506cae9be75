import type { PermissionSet } from '../metadata/project.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { FieldSchema, FieldValue, ObjectSchema, Schema } from '../schema/schema.ts';
import { completeRow, putBuiltInRows } from './builtInRows.ts';
import { Counters } from './counters.ts';
import { Deletion } from './deletion.ts';
import { completeEvent } from './eventRules.ts';
import { Formulas } from './formulas.ts';
import type { Journal } from './journal.ts';
import type { Actor, RecordInput, RecordStore, Row } from './recordStore.ts';
import { InputResolver } from './resolveInput.ts';
import { stamp } from './stamps.ts';
import { SYSTEM_ACTOR } from './systemActor.ts';
import { Tables } from './tables.ts';
import type { Change } from './tables.ts';

export interface RecordStoreOptions {
    /** Milliseconds since the epoch. */
    clock?: () => number;
    /** Become PermissionSet records. */
    permissionSets?: PermissionSet[];
    /** Where committed transactions are kept; absent: in memory only. */
    journal?: Journal;
}

/**
 * Makes the record store of an org, filled from the journal if there is one.
 * @throws Error when a formula or validation rule of the schema does not compile
 */
export function createRecordStore(schema: Schema, options: RecordStoreOptions = {}): RecordStore {
    return new MemoryRecordStore(schema, options);
}

class MemoryRecordStore implements RecordStore {
    readonly schema: Schema;
    readonly now: () => number;
    readonly #tables: Tables;
    readonly #counters = new Counters();
    readonly #inputs: InputResolver;
    readonly #formulas: Formulas;
    readonly #deletion: Deletion;
    readonly #journal: Journal | undefined;

    constructor(schema: Schema, { clock = Date.now, permissionSets = [], journal }: RecordStoreOptions) {
        this.schema = schema;
        this.now = clock;
        this.#tables = new Tables(schema);
        this.#inputs = new InputResolver(schema, this.#tables);
        this.#formulas = new Formulas(schema, this.#tables, clock);
        this.#deletion = new Deletion(schema, this.#tables);
        this.#journal = journal;
        putBuiltInRows(this.#tables, schema, permissionSets);
        journal?.load(schema, (object, row) => this.#tables.put(object, row), this.#counters);
    }

    transaction<T>(work: () => T): T {
        return this.#tables.transaction(work, (changes: Change[]) =>
            this.#journal?.append(changes, this.#counters.state())
        );
    }

    insert(object: ObjectSchema, input: RecordInput, actor: Actor): Row {
        const values = this.#inputs.resolve(object, input, isOwnWork(actor) ? 'ownInsert' : 'insert');
        const at = stamp(this.now());
        const createdAt = actor.createdAt === undefined ? at : stamp(Date.parse(actor.createdAt));
        const row = completeRow(object, {
            ...Object.fromEntries(withoutEmptyDefaults(object, values)),
            Id: this.#counters.nextId(object),
            ...{ IsDeleted: false, CreatedDate: createdAt, LastModifiedDate: at, SystemModstamp: at },
            ...{ CreatedById: actor.userId, LastModifiedById: actor.userId }
        });
        if (object.hasOwner) row['OwnerId'] ??= actor.userId;
        return this.#save(object, this.#numbered(object, row), undefined, new Set(values.keys()));
    }

    update(object: ObjectSchema, id: string, input: RecordInput, actor: Actor): Row {
        const prior = this.#live(object, id);
        const values = this.#inputs.resolve(object, input, isOwnWork(actor) ? 'ownUpdate' : 'update');
        const at = stamp(this.now());
        const row: Row = {
            ...prior,
            ...Object.fromEntries(values),
            ...{ LastModifiedDate: at, SystemModstamp: at, LastModifiedById: actor.userId }
        };
        return this.#save(object, row, prior, new Set(values.keys()));
    }

    delete(object: ObjectSchema, id: string, actor: Actor): void {
        const row = this.#live(object, id);
        const at = stamp(this.now());
        this.transaction(() => this.#deletion.delete(object, row, { userId: actor.userId, at }));
    }

    find(object: ObjectSchema, id: string): Row | undefined {
        const row = this.#tables.get(object, id);
        return row?.['IsDeleted'] === false ? row : undefined;
    }

    findAny(object: ObjectSchema, id: string): Row | undefined {
        return this.#tables.get(object, id);
    }

    findByField(object: ObjectSchema, fieldName: string, value: FieldValue): Row[] {
        const field = object.field(fieldName);
        return field ? this.#tables.find(object, field, value) : [];
    }

    between(object: ObjectSchema, field: FieldSchema, from: number, to: number): Row[] {
        return this.#tables.between(object, field, from, to);
    }

    *rows(object: ObjectSchema, { includeDeleted = false }: { includeDeleted?: boolean } = {}): Iterable<Row> {
        for (const row of this.#tables.all(object)) if (includeDeleted || row['IsDeleted'] === false) yield row;
    }

    children(childObject: ObjectSchema, childField: string, parentId: string): Row[] {
        return this.findByField(childObject, childField, parentId);
    }

    value(object: ObjectSchema, row: Row, fieldName: string): FieldValue {
        return this.#formulas.value(object, row, fieldName);
    }

    /** @throws SalesforceError NOT_FOUND or ENTITY_IS_DELETED */
    #live(object: ObjectSchema, id: string): Row {
        const row = this.#tables.get(object, id);
        if (!row) throw new SalesforceError('NOT_FOUND', 'The requested resource does not exist');
        if (row['IsDeleted'] === true) throw new SalesforceError('ENTITY_IS_DELETED', 'entity is deleted', []);
        return row;
    }

    #numbered(object: ObjectSchema, row: Row): Row {
        const numbered = [...object.fields.values()].filter((field) => field.autoNumberFormat);
        return {
            ...row,
            ...Object.fromEntries(numbered.map((field) => [field.name, this.#counters.nextName(object, field)]))
        };
    }

    /** The platform's order: what the platform completes, required fields, validation rules, unique values. */
    #save(object: ObjectSchema, draft: Row, prior: Row | undefined, given: ReadonlySet<string>): Row {
        const row = completeNames(object, object.name === 'Event' ? completeEvent(draft, given) : draft);
        refuseMissing(object, row);
        this.#formulas.checkRules(object, row, prior);
        this.#refuseDuplicates(object, row, prior);
        this.transaction(() => this.#tables.put(object, row));
        return row;
    }

    #refuseDuplicates(object: ObjectSchema, row: Row, prior: Row | undefined): void {
        for (const field of object.fields.values()) {
            const value = row[field.name] ?? null;
            if (!field.isUnique || value === prior?.[field.name]) continue;
            const other = this.#tables.find(object, field, value).find((found) => found.Id !== row.Id);
            if (!other) continue;
            throw new SalesforceError(
                'DUPLICATE_VALUE',
                `duplicate value found: ${field.name} duplicates value on record with id: ${other.Id.slice(0, 15)}`,
                []
            );
        }
    }
}

const isOwnWork = ({ userId }: Actor): boolean => userId === SYSTEM_ACTOR.userId;

/** A picklist or checkbox sent empty on insert stays empty; only fields left out take their default. */
function withoutEmptyDefaults(object: ObjectSchema, values: Map<string, FieldValue>): Map<string, FieldValue> {
    const explicit = new Map(values);
    for (const [name, value] of values) {
        if (value === null && object.fields.get(name)?.isRequired) explicit.delete(name);
    }
    return explicit;
}

/** People are named by their first and last names; a custom record without a name is named by its id. */
function completeNames(object: ObjectSchema, row: Row): Row {
    if (object.fields.has('LastName')) {
        return { ...row, Name: [row['FirstName'], row['LastName']].filter(Boolean).join(' ') };
    }
    const name = object.fields.get('Name');
    if (object.isCustom && name && !row['Name']) return { ...row, Name: row.Id };
    return row;
}

function refuseMissing(object: ObjectSchema, row: Row): void {
    const missing = [...object.fields.values()].filter(
        (field) => field.isRequired && field.type !== 'boolean' && (row[field.name] ?? null) === null
    );
    if (missing.length === 0) return;
    const names = missing.map((field) => field.name);
    throw new SalesforceError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
}
