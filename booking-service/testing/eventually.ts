const TIMEOUT_MS = 30_000;
const PAUSE_MS = 50;

/**
 * Looks again and again until there is something to find.
 * @throws Error naming what did not happen within half a minute.
 */
export async function eventually<T>(find: () => Promise<T | undefined>, what: string): Promise<T> {
    const deadline = Date.now() + TIMEOUT_MS;
    for (;;) {
        const found = await find();
        if (found !== undefined) return found;
        if (Date.now() > deadline) throw new Error(`${what} did not happen`);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
}
