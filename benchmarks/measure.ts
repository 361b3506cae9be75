/** The clock of a thread's computing is coarse: a batch must last many of its ticks. */
const BATCH_MS = 150;
const BATCHES = 3;

/** Milliseconds this thread has computed; time that other processes took from it does not count. */
export function computedMs(): number {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
}

/**
 * Milliseconds of computing that one call takes: the median of several batches, after a warm-up.
 *
 * @param call must hand back what it computes, so that nothing is optimised away
 */
export function msPerCall(call: () => unknown): number {
    let kept: unknown = call();
    let calls = 0;
    for (const started = computedMs(); computedMs() - started < BATCH_MS; calls++) kept = call();
    const times = Array.from({ length: BATCHES }, () => {
        const started = computedMs();
        for (let count = 0; count < calls; count++) kept = call();
        return (computedMs() - started) / calls;
    });
    if (kept === undefined) throw new Error('The measured function gave nothing back.');
    return median(times);
}

/** The middle one of some numbers. @throws RangeError when there are none */
export function median(values: readonly number[]): number {
    const found = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
    if (found === undefined) throw new RangeError('Nothing was measured.');
    return found;
}

/** The value below which `share` of the numbers lie. @throws RangeError when there are none */
export function percentile(values: readonly number[], share: number): number {
    const found = [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
    if (found === undefined) throw new RangeError('Nothing was measured.');
    return found;
}
