import { Problem } from '../problem/problem.ts';
import { IdempotencyKey } from './newBooking.ts';

/** @throws Problem invalid_request naming the header when its value cannot be a key */
export function readIdempotencyKey(header: string | undefined): string | undefined {
    if (header === undefined) return undefined;
    const key = IdempotencyKey.safeParse(header);
    if (key.success) return key.data;
    const message = key.error.issues[0]?.message ?? 'is not usable';
    throw new Problem('invalid_request', { errors: [{ field: 'Idempotency-Key', message }] });
}
