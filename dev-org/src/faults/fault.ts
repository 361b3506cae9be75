import { z } from 'zod';

const Match = {
    method: z.string().optional(),
    /** Regular expression on path and query. */
    path: z.string().refine(isPattern, 'not a regular expression').optional(),
    /** Regular expression on the body. */
    body: z.string().refine(isPattern, 'not a regular expression').optional(),
    /** How many matching requests it strikes; 1 unless told otherwise. */
    times: z.number().int().positive().default(1)
};

const PLAIN_KINDS = ['html503', 'reset', 'commitThenReset', 'commitThen503', 'truncate', 'hang', 'expire'] as const;

/** Every kind of fault: `error` and `delay` take parameters. */
export const FAULT_KINDS: readonly string[] = ['error', 'delay', ...PLAIN_KINDS];

/** What may go wrong, on demand. `commitThen…` do the work and lose the answer. */
export const Fault = z.discriminatedUnion('kind', [
    z.strictObject({
        ...Match,
        kind: z.literal('error'),
        status: z.number().int().default(400),
        code: z.string(),
        message: z.string().optional(),
        fields: z.array(z.string()).optional()
    }),
    z.strictObject({ ...Match, kind: z.literal('delay'), milliseconds: z.number().int().positive() }),
    z.strictObject({
        ...Match,
        kind: z.enum(PLAIN_KINDS)
    })
]);
export type Fault = z.infer<typeof Fault>;
/** A fault as it is asked for. */
export type FaultInput = z.input<typeof Fault>;

/** The faults that wait for their requests. */
export class Faults {
    #waiting: Fault[] = [];

    /** @throws ZodError naming what is wrong */
    add(fault: FaultInput): void {
        this.#waiting.push(Fault.parse(fault));
    }

    /** What has not struck yet, in the order it was asked for. */
    get waiting(): readonly Fault[] {
        return this.#waiting;
    }

    clear(): void {
        this.#waiting = [];
    }

    /** Takes the first fault meant for this request, once. */
    take(request: { method: string; url: string; body: string }): Fault | undefined {
        const fault = this.#waiting.find((candidate) => matches(candidate, request));
        if (!fault) return undefined;
        fault.times -= 1;
        if (fault.times === 0) this.#waiting = this.#waiting.filter((candidate) => candidate !== fault);
        return fault;
    }
}

function isPattern(source: string): boolean {
    try {
        new RegExp(source);
        return true;
    } catch {
        return false;
    }
}

function matches(fault: Fault, { method, url, body }: { method: string; url: string; body: string }): boolean {
    return (
        (fault.method === undefined || fault.method === method) &&
        (fault.path === undefined || new RegExp(fault.path).test(url)) &&
        (fault.body === undefined || new RegExp(fault.body).test(body))
    );
}
