/** Resolves after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- the one place that waits; callers bound how often
        setTimeout(resolve, milliseconds);
    });
}
