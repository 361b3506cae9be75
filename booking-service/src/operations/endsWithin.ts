/** Waits for work, but no longer than `ms`; whether it has ended by then. What has not goes on unwatched. */
export async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
    if (ms === Infinity) return work.then(() => true);
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<false>((resolve) => (timer = setTimeout(resolve, ms, false)));
    const isEnded = await Promise.race([work.then(() => true), timeout]);
    clearTimeout(timer);
    return isEnded;
}
