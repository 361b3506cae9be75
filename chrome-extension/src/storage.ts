/** One of the browser's storage areas, or a memory that behaves like it. */
export interface StorageArea {
    get(key: string): Promise<Record<string, unknown>>;
    set(values: Record<string, unknown>): Promise<void>;
    remove(key: string): Promise<void>;
}

/** One value in a storage area, with a guard for what an older version or a broken profile may have left there. */
export class StoredValue<T> {
    readonly #area: StorageArea;
    readonly #key: string;
    readonly #isValid: (value: unknown) => value is T;

    constructor(area: StorageArea, key: string, isValid: (value: unknown) => value is T) {
        this.#area = area;
        this.#key = key;
        this.#isValid = isValid;
    }

    /** Undefined when nothing, or nothing usable, is stored. */
    async read(): Promise<T | undefined> {
        const value = (await this.#area.get(this.#key))[this.#key];
        return this.#isValid(value) ? value : undefined;
    }

    async write(value: T): Promise<void> {
        await this.#area.set({ [this.#key]: value });
    }

    async clear(): Promise<void> {
        await this.#area.remove(this.#key);
    }
}

/** Whether a value is an object whose fields can be looked at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is an object in which all these fields are text. */
export function hasTexts(value: unknown, ...names: string[]): value is Record<string, unknown> {
    return isRecord(value) && names.every((name) => typeof value[name] === 'string');
}
