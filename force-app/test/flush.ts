/** Waits until every promise already under way has settled and the template has rendered again. */
export function flush(): Promise<void> {
    return new Promise((resolve) => {
        setTimeout(resolve, 0);
    });
}

/** Waits as long as a component itself waits, in milliseconds. */
export function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
    });
}
