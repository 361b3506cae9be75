import type { FieldSchema, FieldValue, ObjectSchema, Schema } from '../schema/schema.ts';
import { idKey } from './ids.ts';
import { MomentIndex } from './momentIndex.ts';
import type { Row } from './recordStore.ts';
import { parseMoment } from './stamps.ts';

/** A record written in a transaction. */
export interface Change {
    object: ObjectSchema;
    row: Row;
}

interface Table {
    rows: Map<string, Row>;
    /** Ids of live rows by field and value, for references and for fields records are looked up by. */
    indexes: Map<string, Map<string, Set<string>>>;
    /** By field: live rows in the order of a moment. */
    moments: Map<string, MomentIndex>;
}

/** The rows of every object with their indexes, and an undo log while a transaction runs. Rows are never changed in place. */
export class Tables {
    readonly #tables: Map<string, Table>;
    #undo: (() => void)[] | undefined;
    #changes = new Map<string, Change>();

    constructor(schema: Schema) {
        this.#tables = new Map(
            [...schema.objects.values()].map((object) => [
                object.name,
                { rows: new Map(), indexes: emptyIndexes(object), moments: new Map() }
            ])
        );
    }

    get(object: ObjectSchema, id: string): Row | undefined {
        return this.#table(object).rows.get(idKey(id));
    }

    all(object: ObjectSchema): Iterable<Row> {
        return this.#table(object).rows.values();
    }

    put(object: ObjectSchema, row: Row): void {
        const before = this.get(object, row.Id);
        this.#write(object, row.Id, row);
        if (!this.#undo) return;
        const earlier = this.#changes.get(row.Id);
        this.#changes.set(row.Id, { object, row });
        this.#undo.push(() => {
            this.#write(object, row.Id, before);
            if (earlier) this.#changes.set(row.Id, earlier);
            else this.#changes.delete(row.Id);
        });
    }

    /** Live rows whose field equals `value`, by the field's case rule. */
    find(object: ObjectSchema, field: FieldSchema, value: FieldValue): Row[] {
        if (value === null) return [];
        const table = this.#table(object);
        const index = table.indexes.get(field.name);
        const wanted = indexKey(field, value);
        if (!index) {
            return [...table.rows.values()].filter((row) => {
                const own = row[field.name] ?? null;
                return row['IsDeleted'] !== true && own !== null && indexKey(field, own) === wanted;
            });
        }
        return [...(index.get(wanted) ?? [])].flatMap((key) => table.rows.get(key) ?? []);
    }

    /**
     * Live rows with a moment from `from` to before `to`, milliseconds since the epoch. Their index is made when it is
     * first asked, so that filling an org does not pay for it.
     */
    between(object: ObjectSchema, field: FieldSchema, from: number, to: number): Row[] {
        const { rows, moments } = this.#table(object);
        const index = moments.get(field.name) ?? new MomentIndex(rows.values(), (row) => liveMoment(row, field.name));
        moments.set(field.name, index);
        return index.between(from, to);
    }

    /**
     * Runs `work` as one unit: when it or `commit` throws, everything it wrote is undone.
     * Only the outermost unit commits.
     */
    transaction<T>(work: () => T, commit: (changes: Change[]) => void): T {
        const isOutermost = this.#undo === undefined;
        // Shared with the units inside: a seed is many thousands of them in one.
        const undo = (this.#undo ??= []);
        const mark = undo.length;
        try {
            const result = work();
            if (isOutermost && this.#changes.size > 0) commit([...this.#changes.values()]);
            return result;
        } catch (error) {
            while (undo.length > mark) undo.pop()?.();
            throw error;
        } finally {
            if (isOutermost) {
                this.#undo = undefined;
                this.#changes = new Map<string, Change>();
            }
        }
    }

    #table(object: ObjectSchema): Table {
        const table = this.#tables.get(object.name);
        if (!table) throw new Error(`${object.name} is not part of this org's schema`);
        return table;
    }

    #write(object: ObjectSchema, id: string, row: Row | undefined): void {
        const { rows, indexes, moments } = this.#table(object);
        const key = idKey(id);
        const before = rows.get(key);
        for (const [fieldName, index] of indexes) {
            const field = object.fields.get(fieldName);
            if (!field) continue;
            if (before) removeKey(index, field, before, key);
            if (row) addKey(index, field, row, key);
        }
        for (const index of moments.values()) index.replace(before, row);
        if (row) rows.set(key, row);
        else rows.delete(key);
    }
}

function liveMoment(row: Row, fieldName: string): number | undefined {
    const value = row[fieldName];
    return typeof value === 'string' && row['IsDeleted'] !== true ? parseMoment(value) : undefined;
}

/** How values of a field are compared: ids by 15 characters, text by the field's case rule. */
export function indexKey(field: FieldSchema, value: FieldValue): string {
    const text = String(value);
    if (field.type === 'reference' || field.type === 'id') return idKey(text);
    return field.isCaseSensitive ? text : text.toLowerCase();
}

function emptyIndexes(object: ObjectSchema): Table['indexes'] {
    const indexed = [...object.fields.values()].filter(
        (field) => field.isUnique || field.isExternalId || field.type === 'email' || field.type === 'reference'
    );
    return new Map(indexed.map((field) => [field.name, new Map<string, Set<string>>()]));
}

function addKey(index: Map<string, Set<string>>, field: FieldSchema, row: Row, key: string): void {
    const value = row[field.name] ?? null;
    if (value === null || row['IsDeleted'] === true) return;
    const entry = indexKey(field, value);
    const keys = index.get(entry) ?? new Set<string>();
    keys.add(key);
    index.set(entry, keys);
}

function removeKey(index: Map<string, Set<string>>, field: FieldSchema, row: Row, key: string): void {
    const entry = indexKey(field, row[field.name] ?? null);
    const keys = index.get(entry);
    keys?.delete(key);
    if (keys?.size === 0) index.delete(entry);
}
