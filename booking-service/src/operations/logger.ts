import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { pino, type DestinationStream, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { withoutSecrets } from './redaction.ts';

/** Field names under which nothing may ever be logged, at the top and one level below. */
const SECRET_FIELDS = ['token', 'manageToken', 'manageUrl', 'authorization', 'cookie', 'password', 'accessToken'];

/** Looked at by machines every few seconds. */
const UNLOGGED_PATHS = ['/healthz', '/readyz', '/metrics'];

/** Makes the logger: one JSON object a line, on standard output unless told otherwise. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
    const options = {
        level,
        timestamp: pino.stdTimeFunctions.isoTime,
        redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: '[secret]' },
        // Whatever a message, an address or a stack may hold, the finished line is cleaned once more.
        hooks: { streamWrite: withoutSecrets }
    };
    return destination ? pino(options, destination) : pino(options);
}

/** Logs each request with method, path, status and duration; no header, no address of a person, no token. */
export function requestLogger(logger: Logger): RequestHandler {
    const log = pinoHttp({
        logger,
        genReqId: () => randomUUID(),
        serializers: {
            req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
                id,
                method,
                url: withoutSecrets(url)
            }),
            res: ({ statusCode }: { statusCode: number }) => ({ statusCode })
        },
        autoLogging: { ignore: ({ url = '' }) => UNLOGGED_PATHS.includes(url) },
        customLogLevel: (_req, { statusCode }, error) => (error !== undefined || statusCode >= 500 ? 'error' : 'info'),
        // pino-http makes up an error for every 5xx; the one that happened is logged where it is handled.
        customErrorObject: (_req, _res, _error, { err: _made, ...values }: Record<string, unknown>) => values
    });
    return (req, res, next) => {
        log(req, res);
        next();
    };
}
