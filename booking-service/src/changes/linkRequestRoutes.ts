import { Router, urlencoded } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { parseLinkReference } from '../links/linkReference.ts';
import type { LinkService } from '../links/linkService.ts';
import { askedPage, closedLinkPage } from '../pages/closedPages.ts';
import { sendPage } from '../pages/sendPage.ts';
import { visitOf } from '../pages/visit.ts';
import type { LinkRequestService } from './linkRequestService.ts';

export interface LinkRequestRouteParts {
    links: LinkService;
    linkRequests: LinkRequestService;
    /** Refuses who asks too often. */
    limit: RequestHandler;
}

const RETRY_AFTER_SECONDS = 60;

/**
 * `POST /s/<token>/ask`: somebody whose link cannot be booked wants a new one. Every token gets the same answer, so that
 * asking tells nobody whether a link was ever there.
 */
export function linkRequestRoutes({ links, linkRequests, limit }: LinkRequestRouteParts): Router {
    const router = Router();
    const form = urlencoded({ extended: false, limit: '1kb' });
    router.post('/s/:token/ask', limit, form, async (req: Request<{ token: string }>, res: Response) => {
        const reference = parseLinkReference(`s/${req.params.token}`);
        if (reference?.kind === 'single_use') {
            const found = await links.find(reference);
            if (found.outcome === 'unverifiable') return sendUnverifiable(req, res, reference.path);
            if (found.outcome === 'closed') await linkRequests.ask(reference.tokenHash);
        }
        await sendPage(req, res, 200, askedPage(visitOf(req)));
    });
    return router;
}

/** Whether there is such a link nobody can tell now, so the wish would go nowhere. */
function sendUnverifiable(req: Request, res: Response, retryPath: string): Promise<void> {
    res.set('Retry-After', String(RETRY_AFTER_SECONDS));
    const state = { state: 'unverifiable', retryAfterSeconds: RETRY_AFTER_SECONDS, retryPath } as const;
    return sendPage(req, res, 503, closedLinkPage({ ...visitOf(req), ...state }));
}
