import type { Request, RequestHandler } from 'express';
import { normalizeToken } from '../../../force-app/main/default/lwc/linkToken/linkToken.ts';
import type { LimitBy } from '../operations/rateLimit.ts';
import { parseLinkReference } from './linkReference.ts';

/** Below `/s`, `/l` and `/m`, and in the API of meetings: what stands in the address. */
const PAGE = /^\/([slm])\/([^/?]+)/;
const MEETING = /^\/api\/v1\/meetings\/([^/?]+)/;

/**
 * Limits what is posted with one link or one manage token, wherever it comes from: many machines together get no
 * further than one. Looking is not counted by link: whoever wanted could close a link to everybody else.
 */
export function postsByLink(limitBy: LimitBy): RequestHandler {
    const limit = limitBy({ name: 'link', points: 60, durationSeconds: 60, key: (req) => linkOf(req) ?? '' });
    return (req, res, next) => {
        if (req.method === 'POST' && linkOf(req) !== undefined) void limit(req, res, next);
        else next();
    };
}

/** The link or manage token that a request acts with, however it is spelled; undefined when it names none. */
export function linkOf({ originalUrl, body }: Pick<Request, 'originalUrl' | 'body'>): string | undefined {
    const [, kind, name = ''] = PAGE.exec(originalUrl) ?? [];
    const managed = kind === 'm' ? name : MEETING.exec(originalUrl)?.[1];
    if (managed !== undefined) {
        const token = normalizeToken(decoded(managed));
        return token === undefined ? undefined : `m/${token}`;
    }
    const { link } = Object(body) as { link?: unknown };
    const written = kind === undefined ? link : `${kind}/${decoded(name)}`;
    return typeof written === 'string' ? parseLinkReference(written)?.path : undefined;
}

function decoded(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}
