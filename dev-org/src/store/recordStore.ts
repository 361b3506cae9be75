import type { FieldSchema, FieldValue, ObjectSchema, Schema } from '../schema/schema.ts';

/** A record as stored: every field of its object except formulas; absent values are null. */
export type Row = Record<string, FieldValue> & { Id: string };

/** Who acts: audit fields and, by permission sets and sharing, what may be seen and changed. */
export interface Actor {
    userId: string;
    /** Whether the request overrules the alerts of duplicate rules. */
    allowsDuplicates?: boolean;
    /** When records that are inserted were created, as an ISO instant: "Set Audit Fields upon Record Creation". */
    createdAt?: string;
}

/** What a caller sends for a record: field names in any case, nested parents by external id allowed. */
export type RecordInput = Record<string, unknown>;

/**
 * The org's records with the platform's rules: types, required, unique, lookups, validation rules, deletes.
 * Everything is synchronous, so one request is one transaction that nothing can interleave with.
 * Methods throw `SalesforceError` with the platform's error code.
 */
export interface RecordStore {
    readonly schema: Schema;
    /** Milliseconds since the epoch, by the org's clock. */
    now(): number;
    /** Runs `work`; if it throws, every change it made is undone. Nests. */
    transaction<T>(work: () => T): T;
    insert(object: ObjectSchema, input: RecordInput, actor: Actor): Row;
    update(object: ObjectSchema, id: string, input: RecordInput, actor: Actor): Row;
    /** Soft delete: cascades master-detail, obeys Restrict, empties SetNull lookups. */
    delete(object: ObjectSchema, id: string, actor: Actor): void;
    /** A live record by 15 or 18 character id. */
    find(object: ObjectSchema, id: string): Row | undefined;
    /** Also when it is deleted. */
    findAny(object: ObjectSchema, id: string): Row | undefined;
    /** Live records whose unique or external id field equals `value`, by the field's own case rule. */
    findByField(object: ObjectSchema, fieldName: string, value: FieldValue): Row[];
    /** Live records whose moment (date and time) lies from `from` to before `to`, milliseconds since the epoch, by index. */
    between(object: ObjectSchema, field: FieldSchema, from: number, to: number): Row[];
    rows(object: ObjectSchema, options?: { includeDeleted?: boolean }): Iterable<Row>;
    /** Live children through a reference field, by index. */
    children(childObject: ObjectSchema, childField: string, parentId: string): Row[];
    /** The value of any field, formulas computed now. */
    value(object: ObjectSchema, row: Row, fieldName: string): FieldValue;
}
