/** Keys asked for within this time travel together. */
const GATHER_MS = 20;
/** Keys in one question; it keeps the query short. */
const LARGEST_BATCH = 100;

interface Waiting<Found> {
    resolve: (found: Found | undefined) => void;
    reject: (error: unknown) => void;
}

/** Turns many questions at the same time into few: equal keys are asked once, different ones in one call. */
export class BatchedLookup<Found> {
    private readonly ask: (keys: string[]) => Promise<Map<string, Found>>;
    private waiting = new Map<string, Waiting<Found>[]>();
    private timer: NodeJS.Timeout | undefined;

    /** @param ask answers several keys at once; a key missing from the answer is unknown */
    constructor(ask: (keys: string[]) => Promise<Map<string, Found>>) {
        this.ask = ask;
    }

    /** @throws what `ask` throws */
    find(key: string): Promise<Found | undefined> {
        return new Promise((resolve, reject) => {
            this.waiting.set(key, [...(this.waiting.get(key) ?? []), { resolve, reject }]);
            if (this.waiting.size >= LARGEST_BATCH) void this.send();
            else this.timer ??= setTimeout(() => void this.send(), GATHER_MS);
        });
    }

    private async send(): Promise<void> {
        clearTimeout(this.timer);
        this.timer = undefined;
        const batch = this.waiting;
        this.waiting = new Map();
        try {
            const found = await this.ask([...batch.keys()]);
            for (const [key, waiters] of batch) for (const { resolve } of waiters) resolve(found.get(key));
        } catch (error) {
            for (const waiters of batch.values()) for (const { reject } of waiters) reject(error);
        }
    }
}
