export interface LoggedRequest {
    method: string;
    /** Path and query. */
    url: string;
    body: string;
}

const LONGEST = 10_000;

/** The last requests the org was sent, oldest first. */
export class RequestLog {
    readonly #entries: LoggedRequest[] = [];

    add(entry: LoggedRequest): void {
        this.#entries.push(entry);
        if (this.#entries.length > LONGEST) this.#entries.shift();
    }

    all(): readonly LoggedRequest[] {
        return this.#entries;
    }

    clear(): void {
        this.#entries.length = 0;
    }
}
