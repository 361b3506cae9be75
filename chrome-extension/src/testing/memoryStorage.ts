import type { StorageArea } from '../storage.ts';

/** A storage area in memory; like the browser's, it copies what it is given. */
export function memoryStorage(initial: Record<string, unknown> = {}): StorageArea & { values: Map<string, unknown> } {
    const values = new Map(Object.entries(structuredClone(initial)));
    return {
        values,
        get: (key) => Promise.resolve(values.has(key) ? { [key]: structuredClone(values.get(key)) } : {}),
        set: (changed) => {
            for (const [key, value] of Object.entries(changed)) values.set(key, structuredClone(value));
            return Promise.resolve();
        },
        remove: (key) => {
            values.delete(key);
            return Promise.resolve();
        }
    };
}
