/** One figure of a benchmark, as the table of `npm run bench` prints it. */
export interface BenchmarkRow {
    /** What was measured: "slots, 1 host, 30 days, warm". */
    name: string;
    value: number;
    /** Of `value` and of `goal`: "× naive scheduler", "% of hello world", "ms". */
    unit: string;
    /** In words, with its direction: "≥ 50". Left out when nothing was promised. */
    goal?: string;
    /** Whether `value` meets `goal`; given when there is a goal. */
    isMet?: boolean;
}

/** What every benchmark module exports: measures and hands back its rows. */
export type RunBenchmark = () => Promise<BenchmarkRow[]>;
