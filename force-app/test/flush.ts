/** Waits until every promise already under way has settled and the template has rendered again. */
export function flush(): Promise<void> {
    return new Promise((resolve) => {
        setTimeout(resolve, 0);
    });
}
