/** The org's clock: it runs, but may be set. */
export class OrgClock {
    readonly #base: () => number;
    #offset = 0;

    /** `base` gives milliseconds since the epoch. */
    constructor(base: () => number = Date.now) {
        this.#base = base;
    }

    readonly now = (): number => this.#base() + this.#offset;

    /** Whether it shows another time than the real one. */
    get isSet(): boolean {
        return this.#offset !== 0;
    }

    /** Goes on running from `moment`. */
    set(moment: number): void {
        this.#offset = moment - this.#base();
    }

    reset(): void {
        this.#offset = 0;
    }
}
