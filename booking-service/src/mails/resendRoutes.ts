import { Router, urlencoded } from 'express';
import { parseLinkReference } from '../links/linkReference.ts';
import type { LimitBy } from '../operations/rateLimit.ts';
import { resentPage } from '../pages/closedPages.ts';
import { sendPage } from '../pages/sendPage.ts';
import { visitOf } from '../pages/visit.ts';

export interface ResendParts {
    limitBy: LimitBy;
    /** Mails the meeting that used a link to its prospect again; does nothing where there is none. */
    resend: (tokenHash: string, locale: string) => Promise<void>;
}

/**
 * `POST /s/<token>/resend`: mails the prospect the meeting that used the link. The answer is the same whatever becomes of
 * it, so it tells nobody whether a link exists, is used, or whose it is.
 */
export function resendRoutes({ limitBy, resend }: ResendParts): Router {
    const router = Router();
    const perAddress = limitBy({ name: 'resend', points: 10, durationSeconds: 600 });
    const perLink = limitBy({
        name: 'resend-link',
        points: 5,
        durationSeconds: 3600,
        key: (req) => req.path.toLowerCase()
    });
    router.post(
        '/s/:name/resend',
        urlencoded({ extended: false, limit: '4kb' }),
        perAddress,
        perLink,
        async (req, res) => {
            const visit = visitOf(req);
            const reference = parseLinkReference(req.path.replace(/\/resend$/, ''));
            if (reference?.kind === 'single_use') await resend(reference.tokenHash, visit.locale);
            await sendPage(req, res, 200, resentPage(visit));
        }
    );
    return router;
}
