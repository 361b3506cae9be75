interface Batch<Key, Found> {
    keys: Set<Key>;
    answer: Promise<Map<Key, Found>>;
}

/**
 * Lets all who ask at the same time share one query. Nobody is given an answer that was already on its way when they
 * asked, so whoever asks after a commit sees that commit; under load one query serves a whole crowd.
 */
export class SharedRead<Key, Found> {
    private readonly ask: (keys: Key[]) => Promise<Map<Key, Found>>;
    private gathering: Batch<Key, Found> | undefined;
    private underWay: Promise<unknown> = Promise.resolve();

    /** @param ask answers several keys at once; a key may be missing from the answer */
    constructor(ask: (keys: Key[]) => Promise<Map<Key, Found>>) {
        this.ask = ask;
    }

    /**
     * The answer for these keys, and maybe for more.
     *
     * @throws what `ask` throws
     */
    read(keys: readonly Key[]): Promise<Map<Key, Found>> {
        const batch = (this.gathering ??= this.gather());
        for (const key of keys) batch.keys.add(key);
        return batch.answer;
    }

    private gather(): Batch<Key, Found> {
        const keys = new Set<Key>();
        const begin = (): Promise<Map<Key, Found>> => {
            this.gathering = undefined;
            return this.ask([...keys]);
        };
        const answer = this.underWay.then(begin, begin);
        this.underWay = answer.catch(() => undefined);
        return { keys, answer };
    }
}
