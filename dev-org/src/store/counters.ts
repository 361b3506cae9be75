import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import { serialId } from './ids.ts';

export interface CounterState {
    /** Serial of the youngest id. */
    serial: number;
    /** Last number of each object with an auto number. */
    autoNumbers: Record<string, number>;
}

/** Gives out ids and auto numbers. A number is never given twice, even when its record is rolled back. */
export class Counters {
    // The first ids belong to the org's own records.
    #serial = 1000;
    readonly #autoNumbers = new Map<string, number>();

    state(): CounterState {
        return { serial: this.#serial, autoNumbers: Object.fromEntries(this.#autoNumbers) };
    }

    /** Goes on after what has been given out before. */
    advanceTo({ serial, autoNumbers }: CounterState): void {
        this.#serial = Math.max(this.#serial, serial);
        for (const [name, last] of Object.entries(autoNumbers)) {
            this.#autoNumbers.set(name, Math.max(this.#autoNumbers.get(name) ?? 0, last));
        }
    }

    nextId(object: ObjectSchema): string {
        this.#serial += 1;
        return serialId(object.keyPrefix, this.#serial);
    }

    /** The next name of an auto number field: `M-{000000}` → `M-000001`. */
    nextName(object: ObjectSchema, field: FieldSchema): string {
        const next = (this.#autoNumbers.get(object.name) ?? 0) + 1;
        this.#autoNumbers.set(object.name, next);
        const digits = (_match: string, zeros: string): string => String(next).padStart(zeros.length, '0');
        return (field.autoNumberFormat ?? '').replace(/\{(0+)\}/, digits);
    }
}
