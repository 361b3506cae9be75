import type { z } from 'zod';

/**
 * Reads what comes from the database or from Salesforce, where a surprise is no client's fault.
 * @throws Error naming `what`; never ZodError, which the routes would answer with 400
 */
export function mustParse<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new Error(`${what} cannot be read: ${parsed.error.message}`, { cause: parsed.error });
}
