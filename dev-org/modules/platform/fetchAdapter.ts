import type { FetchError, WireResult } from 'lightning/uiRecordApi';

/** What LWC hands a wire adapter to report through. */
export type DataCallback<T> = (value: T) => void;

/**
 * A wire adapter that loads one value for its configuration. The answer of an older configuration never
 * replaces that of a newer one.
 */
export abstract class FetchAdapter<Config extends object, Data> {
    private readonly report: DataCallback<WireResult<Data>>;
    private config: Config | undefined;
    private latest = 0;

    constructor(report: DataCallback<WireResult<Data>>) {
        this.report = report;
        // Both keys: components destructure them before the first answer.
        report({ data: undefined, error: undefined } as unknown as WireResult<Data>);
    }

    /** Loads the value; undefined while the configuration is incomplete. */
    protected abstract load(config: Config): Promise<Data> | undefined;

    // LWC follows every connect with an update.
    connect(): void {}

    disconnect(): void {
        this.latest++;
    }

    update(config: Config): void {
        this.config = config;
        void this.run(config);
    }

    /** Loads again with the same configuration. */
    protected reload(): Promise<void> {
        return this.config ? this.run(this.config) : Promise.resolve();
    }

    private async run(config: Config): Promise<void> {
        const mine = ++this.latest;
        const loading = this.load(config);
        if (!loading) return;
        const result = await loading.then(
            (data) => ({ data, error: undefined }),
            (error: FetchError) => ({ data: undefined, error })
        );
        if (mine === this.latest) this.report(result as unknown as WireResult<Data>);
    }
}
