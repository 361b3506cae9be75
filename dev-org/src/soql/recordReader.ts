import type { Access } from '../access/access.ts';
import type { FieldSchema, FieldValue, ObjectSchema, Schema } from '../schema/schema.ts';
import { idKey } from '../store/ids.ts';
import type { Actor, RecordStore, Row } from '../store/recordStore.ts';

/** A row with the object it belongs to. */
export interface TypedRow {
    object: ObjectSchema;
    row: Row;
}

/**
 * The org's records as one user may see them: objects and fields by permission, rows by sharing.
 * For one request only: it remembers what it computed.
 */
export class RecordReader {
    readonly schema: Schema;
    readonly actor: Actor;
    readonly includeDeleted: boolean;
    private readonly store: RecordStore;
    private readonly access: Access;
    private readonly viewers = new Map<ObjectSchema, (row: Row) => boolean>();
    private readonly visibleRows = new Map<ObjectSchema, readonly Row[]>();
    private readonly childrenByParent = new Map<string, Map<string, Row[]>>();
    private readonly formulaValues = new Map<FieldSchema, Map<Row, FieldValue>>();

    constructor(store: RecordStore, access: Access, actor: Actor, { includeDeleted = false } = {}) {
        this.store = store;
        this.schema = store.schema;
        this.access = access;
        this.actor = actor;
        this.includeDeleted = includeDeleted;
    }

    now(): number {
        return this.store.now();
    }

    /** The time zone of the user who asks, which `convertTimezone` speaks of. */
    timeZone(): string {
        const User = this.schema.object('User');
        const user = User && this.store.find(User, this.actor.userId);
        return String(user?.['TimeZoneSidKey'] ?? 'UTC');
    }

    /** The object, unless the user may not know of it. */
    object(name: string): ObjectSchema | undefined {
        const object = this.schema.object(name);
        return object && this.access.canRead(this.actor, object) ? object : undefined;
    }

    /** The field, unless the user may not read it. */
    field(object: ObjectSchema, name: string): FieldSchema | undefined {
        const field = object.field(name);
        return field && this.canReadField(object, field) ? field : undefined;
    }

    canReadField(object: ObjectSchema, field: FieldSchema): boolean {
        return this.access.canReadField(this.actor, object, field);
    }

    /** The objects a reference may name, of those the user may know of. */
    parentObjects(field: FieldSchema): ObjectSchema[] {
        const targets = field.reference?.targets ?? [];
        const objects = targets.includes('*')
            ? [...this.schema.objects.values()].filter((object) => object.hasActivities)
            : targets.flatMap((target) => this.schema.object(target) ?? []);
        return objects.filter((object) => this.access.canRead(this.actor, object));
    }

    visible(object: ObjectSchema, row: Row): boolean {
        const known = this.viewers.get(object);
        if (known) return known(row);
        const viewer =
            this.access.viewer?.(this.actor, object) ??
            ((candidate: Row) => this.access.visible(this.actor, object, candidate));
        this.viewers.set(object, viewer);
        return viewer(row);
    }

    value(object: ObjectSchema, row: Row, field: FieldSchema): FieldValue {
        return field.formula === undefined ? (row[field.name] ?? null) : this.formulaValue(object, row, field);
    }

    /** The record a reference names, when the user may see it. */
    parent({ row }: TypedRow, reference: FieldSchema): TypedRow | undefined {
        const id = row[reference.name];
        if (typeof id !== 'string') return undefined;
        const object = this.schema.objectOfId(id);
        const parent = object && this.find(object, id);
        return object && parent && this.access.canRead(this.actor, object) ? { object, row: parent } : undefined;
    }

    find(object: ObjectSchema, id: string): Row | undefined {
        const row = this.includeDeleted ? this.store.findAny(object, id) : this.store.find(object, id);
        return row && this.visible(object, row) ? row : undefined;
    }

    /** Every row of the object the user may see, found once for all parts of a request. */
    rows(object: ObjectSchema): readonly Row[] {
        const known = this.visibleRows.get(object);
        if (known) return known;
        const rows: Row[] = [];
        for (const row of this.store.rows(object, { includeDeleted: this.includeDeleted })) {
            if (this.visible(object, row)) rows.push(row);
        }
        this.visibleRows.set(object, rows);
        return rows;
    }

    /** Rows by a unique, external id, e-mail or reference field. Not for reads that include deleted rows. */
    findByField(object: ObjectSchema, field: FieldSchema, value: FieldValue): Row[] {
        const found =
            field.type === 'reference' && typeof value === 'string'
                ? this.store.children(object, field.name, value)
                : this.store.findByField(object, field.name, value);
        return found.filter((row) => this.visible(object, row));
    }

    /** Rows whose moment lies from `from` to before `to`. Not for reads that include deleted rows. */
    between(object: ObjectSchema, field: FieldSchema, from: number, to: number): Row[] {
        return this.store.between(object, field, from, to).filter((row) => this.visible(object, row));
    }

    children(object: ObjectSchema, field: FieldSchema, parentId: string): Row[] {
        if (!this.includeDeleted) return this.findByField(object, field, parentId);
        const key = `${object.name}.${field.name}`;
        const known = this.childrenByParent.get(key) ?? this.groupByParent(object, field);
        this.childrenByParent.set(key, known);
        return known.get(idKey(parentId)) ?? [];
    }

    /** Computed once for a filter, an order and the answer. */
    private formulaValue(object: ObjectSchema, row: Row, field: FieldSchema): FieldValue {
        const known = this.formulaValues.get(field) ?? new Map<Row, FieldValue>();
        this.formulaValues.set(field, known);
        const existing = known.get(row);
        if (existing !== undefined) return existing;
        const value = this.store.value(object, row, field.name);
        known.set(row, value);
        return value;
    }

    private groupByParent(object: ObjectSchema, field: FieldSchema): Map<string, Row[]> {
        const groups = new Map<string, Row[]>();
        for (const row of this.rows(object)) {
            const parentId = row[field.name];
            if (typeof parentId !== 'string') continue;
            const key = idKey(parentId);
            const group = groups.get(key);
            if (group) group.push(row);
            else groups.set(key, [row]);
        }
        return groups;
    }
}
