import { Router } from 'express';
import { z } from 'zod';
import type { Admission } from '../admission/admission.ts';
import { parseLinkReference } from '../links/linkReference.ts';
import { parseRequest } from '../problem/parseRequest.ts';
import { Problem } from '../problem/problem.ts';

/** The query of `GET /api/v1/human-check`. */
export const HumanCheckQuery = z.strictObject({
    link: z
        .string()
        .min(1, 'must be s/<token> or l/<slug>')
        .meta({ examples: ['l/julio-intro'] })
});

/** `GET /api/v1/human-check`: what has to be done before booking with a link. Does not say whether there is one. */
export function humanCheckRoutes(admission: Admission): Router {
    const router = Router();
    router.get('/api/v1/human-check', async (req, res) => {
        const reference = parseLinkReference(parseRequest(HumanCheckQuery, req.query).link);
        if (!reference) throw new Problem('link_not_found');
        const challenge = await admission.ask(reference);
        res.set('Cache-Control', 'no-store').json({ isRequired: challenge !== undefined, ...challenge });
    });
    return router;
}
