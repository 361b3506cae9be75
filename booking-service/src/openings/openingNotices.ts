import type { Request, RequestHandler } from 'express';
import { parseLinkReference } from '../links/linkReference.ts';
import { isLikeBrowser, isPageScript, openerOf } from './openerOf.ts';
import type { Opener } from './openerOf.ts';

/** Told of an opening, once its answer is sent; must not throw. */
export type NoteOpening = (tokenHash: string, by: Opener, at: Date) => void;

/** What a request means when it is answered with `status`. */
interface Look {
    /** `s/<token>` */
    link: string;
    by: Opener;
    status: number;
}

const PAGE = /^\/s\/[^/]+$/;
const SLOTS = '/api/v1/slots';
const SLOTS_OF_SINGLE_USE = /[?&]link=s(?:\/|%2F)([^&]+)/i;

/**
 * Notices who opens the pages of single-use links, beside the requests: they wait for nothing, and looking still changes
 * nothing about a link. A page that was not shown, because its link is closed or unknown, was not opened.
 */
export function openingNotices(note: NoteOpening, now: () => Date = () => new Date()): RequestHandler {
    return (req, res, next) => {
        const look = lookOf(req);
        if (look) {
            const at = now();
            res.once('finish', () => {
                if (res.statusCode !== look.status) return;
                const reference = parseLinkReference(look.link);
                if (reference?.kind === 'single_use') note(reference.tokenHash, look.by, at);
            });
        }
        next();
    };
}

function lookOf(req: Request): Look | undefined {
    if (req.path === SLOTS) {
        const [, token] = SLOTS_OF_SINGLE_USE.exec(req.url) ?? [];
        return token !== undefined && isPageScript(req) ? { link: `s/${token}`, by: 'person', status: 200 } : undefined;
    }
    if (!PAGE.test(req.path)) return undefined;
    if (req.method === 'GET' || req.method === 'HEAD') return { link: req.path, by: openerOf(req), status: 200 };
    // Whoever booked on the page has opened it, whatever the request for it looked like.
    return req.method === 'POST' && isLikeBrowser(req) ? { link: req.path, by: 'person', status: 303 } : undefined;
}
