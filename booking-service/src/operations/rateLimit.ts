import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type pg from 'pg';
import type { Logger } from 'pino';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../problem/problem.ts';
import { clientNetwork } from './clientNetwork.ts';

/** What one limit allows. */
export interface RateLimit {
    /** Tells this limit's counts from those of others. */
    name: string;
    /** Requests per `durationSeconds` and key. */
    points: number;
    durationSeconds: number;
}

/** A limit of requests. */
export interface RequestLimit extends RateLimit {
    /** Whose requests are counted together; by default the network of the client. Stored only as a hash. */
    key?: (req: Request) => string;
}

/** Makes middleware that refuses with `rate_limited` what goes beyond a limit. */
export type LimitBy = (limit: RequestLimit) => RequestHandler;

/** Counts one more for a key; the refusal when that is one too many. */
export type Counter = (key: string) => Promise<Problem | undefined>;

/** Where limits count. */
export interface RateLimitParts {
    pool: pg.Pool;
    isOff: boolean;
    logger: Logger;
}

/**
 * Rate limits whose counts all replicas share, in the table `rate_limits`.
 * When the database cannot count, requests pass and the log says so: what follows needs the database anyway.
 */
export function createRateLimits(parts: RateLimitParts): LimitBy {
    return ({ key = ofClient, ...limit }) => {
        const count = createCounter(parts, limit);
        return async (req, _res, next) => next(await count(key(req)));
    };
}

/** One limit, for whatever is counted; see `createRateLimits`. */
export function createCounter(
    { pool, isOff, logger }: RateLimitParts,
    { name, points, durationSeconds }: RateLimit
): Counter {
    if (isOff) return () => Promise.resolve(undefined);
    const limiter = new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix: name,
        points,
        duration: durationSeconds,
        // Who is far beyond the limit costs no query.
        inMemoryBlockOnConsumed: points + 1
    });
    return (key) =>
        consume(limiter, hash(key), (error) =>
            logger.error({ err: error, limit: name }, 'requests cannot be counted and pass unlimited')
        );
}

async function consume(
    limiter: RateLimiterPostgres,
    key: string,
    onFailure: (error: unknown) => void
): Promise<Problem | undefined> {
    try {
        await limiter.consume(key);
    } catch (error) {
        if (error instanceof RateLimiterRes) {
            return new Problem('rate_limited', { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
        }
        onFailure(error);
    }
    return undefined;
}

const ofClient = (req: Request): string => clientNetwork(req.ip ?? '');

const hash = (key: string): string => createHash('sha256').update(key).digest('base64url');
