import {
    appendFileSync,
    closeSync,
    existsSync,
    fstatSync,
    fsyncSync,
    ftruncateSync,
    mkdirSync,
    openSync,
    readFileSync,
    renameSync,
    writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import type { FieldValue, ObjectSchema, Schema } from '../schema/schema.ts';
import { completeRow } from './builtInRows.ts';
import type { Counters, CounterState } from './counters.ts';
import { lockDirectory } from './directoryLock.ts';
import type { Row } from './recordStore.ts';
import type { Change } from './tables.ts';

/** Keeps committed transactions on disk. */
export interface Journal {
    /** Whether anything was kept before. */
    readonly isNew: boolean;
    /** Reads back what was kept: rows to `put`, numbers to `counters`. */
    load(schema: Schema, put: (object: ObjectSchema, row: Row) => void, counters: Counters): void;
    /** Writes a transaction; when it returns, the transaction outlives the process. */
    append(changes: Change[], counters: CounterState): void;
    /** Folds the journal into a snapshot and lets go of the directory. */
    close(): void;
}

type StoredRow = Record<string, FieldValue> & { Id: string };

/** A line of the journal; the snapshot has the same form. */
interface Entry extends CounterState {
    rows: Record<string, StoredRow[]>;
}

/**
 * Opens the journal of a data directory, making the directory if need be. The snapshot holds what earlier runs wrote,
 * the journal one line for each transaction since.
 * @throws Error when another process uses the directory, or when a file in it is damaged
 */
export function openJournal(dir: string): Journal {
    mkdirSync(dir, { recursive: true });
    const unlock = lockDirectory(dir);
    try {
        return new FileJournal(dir, unlock);
    } catch (error) {
        unlock();
        throw error;
    }
}

class FileJournal implements Journal {
    readonly isNew: boolean;
    readonly #dir: string;
    readonly #unlock: () => void;
    readonly #file: number;
    /** Everything kept so far, by object and id: what the next snapshot will hold. */
    readonly #rows = new Map<string, Map<string, StoredRow>>();
    #counters: CounterState = { serial: 0, autoNumbers: {} };

    constructor(dir: string, unlock: () => void) {
        this.#dir = dir;
        this.#unlock = unlock;
        const entries = [...readSnapshot(join(dir, 'snapshot.json')), ...readLines(join(dir, 'journal.jsonl'))];
        this.isNew = entries.length === 0;
        for (const entry of entries) this.#remember(entry);
        this.#file = openSync(join(dir, 'journal.jsonl'), 'a');
        this.#snapshot();
    }

    load(schema: Schema, put: (object: ObjectSchema, row: Row) => void, counters: Counters): void {
        counters.advanceTo(this.#counters);
        for (const [objectName, rows] of this.#rows) {
            const object = schema.objects.get(objectName);
            // The object is gone from force-app; its rows stay in the snapshot in case it comes back.
            if (!object) continue;
            for (const row of rows.values()) put(object, completeRow(object, row));
        }
    }

    append(changes: Change[], counters: CounterState): void {
        const rows: Entry['rows'] = {};
        for (const { object, row } of changes) (rows[object.name] ??= []).push(row);
        const entry = { ...counters, rows };
        const { size } = fstatSync(this.#file);
        try {
            appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
        } catch (error) {
            // Half a line would spoil every line after it.
            ftruncateSync(this.#file, size);
            throw error;
        }
        this.#remember(entry);
    }

    close(): void {
        this.#snapshot();
        closeSync(this.#file);
        this.#unlock();
    }

    #remember({ serial, autoNumbers, rows }: Entry): void {
        this.#counters = { serial, autoNumbers };
        for (const [objectName, written] of Object.entries(rows)) {
            const kept = this.#rows.get(objectName) ?? new Map<string, StoredRow>();
            for (const row of written) kept.set(row.Id, row);
            this.#rows.set(objectName, kept);
        }
    }

    /** Replaces the snapshot, then empties the journal: a crash in between replays rows that are there already. */
    #snapshot(): void {
        const rows = Object.fromEntries([...this.#rows].map(([name, kept]) => [name, [...kept.values()]]));
        const path = join(this.#dir, 'snapshot.json');
        const temporary = `${path}.tmp`;
        const file = openSync(temporary, 'w');
        writeFileSync(file, JSON.stringify({ ...this.#counters, rows }));
        fsyncSync(file);
        closeSync(file);
        renameSync(temporary, path);
        ftruncateSync(this.#file);
    }
}

function readSnapshot(path: string): Entry[] {
    if (!existsSync(path)) return [];
    try {
        const entry = JSON.parse(readFileSync(path, 'utf8')) as Entry;
        return Object.keys(entry.rows).length > 0 ? [entry] : [];
    } catch (cause) {
        throw damaged(path, cause);
    }
}

function readLines(path: string): Entry[] {
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, 'utf8').split('\n');
    // Without its newline the last line was torn by a crash, and its transaction never answered.
    lines.pop();
    try {
        return lines.map((line) => JSON.parse(line) as Entry);
    } catch (cause) {
        throw damaged(path, cause);
    }
}

function damaged(path: string, cause: unknown): Error {
    return new Error(`${path} is damaged. Move its folder away to start with a fresh org.`, { cause });
}
