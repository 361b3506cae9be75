/** What could not be done, and why. */
export interface Undone<T> {
    item: T;
    /** Raw, as it was caught. */
    error: unknown;
}

/** The same to be done with many things. */
export interface LongWork<T> {
    items: readonly T[];
    run: (item: T) => Promise<void>;
    /** Hears after each item how many are through, failed ones included. */
    onProgress?: (count: number) => void;
    /** Asked before each item; what has begun is finished. */
    isCanceled?: () => boolean;
    /** How many at a time. One where items would lock each other out. */
    lanes?: number;
}

export interface LongWorkResult<T> {
    undone: Undone<T>[];
    /** Not begun, because the work was canceled. */
    rest: T[];
}

/** Browsers send six requests at a time; some are left for what the person does meanwhile. */
const LANES = 3;

/** Does long work, a few items at a time; one that fails does not hold up the others. Never throws. */
export async function doLongWork<T>(work: LongWork<T>): Promise<LongWorkResult<T>> {
    const { items, run, onProgress = () => undefined, isCanceled = () => false, lanes = LANES } = work;
    const waiting = [...items];
    const undone: Undone<T>[] = [];
    let count = 0;
    const lane = async (): Promise<void> => {
        while (waiting.length > 0 && !isCanceled()) {
            const [item] = waiting.splice(0, 1) as [T];
            try {
                // eslint-disable-next-line no-await-in-loop -- Each lane does one item at a time.
                await run(item);
            } catch (error) {
                undone.push({ item, error });
            }
            count += 1;
            onProgress(count);
        }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return { undone, rest: waiting };
}
