import { Router } from 'express';
import { z } from 'zod';
import { closedLinkProblem } from '../links/closedLinkProblem.ts';
import { parseLinkReference } from '../links/linkReference.ts';
import type { LinkService } from '../links/linkService.ts';
import { parseRequest } from '../problem/parseRequest.ts';
import { Problem } from '../problem/problem.ts';
import { parseLocalDay } from '../scheduling/localDay.ts';
import type { LocalDay } from '../scheduling/localDay.ts';
import { isTimeZone, toUtcMinutes } from '../scheduling/timeZone.ts';
import type { AvailabilityService } from './availabilityService.ts';
import { chooseDuration } from './durations.ts';
import { SlotAnswers } from './slotAnswers.ts';

/** Days one request may ask for. */
const LONGEST_RANGE_DAYS = 92;

/** Zones are known for these, with a margin for every offset. */
const KNOWN_DAYS = { first: parseLocalDay('1971-01-01'), last: parseLocalDay('2198-12-31') };

const day = z
    .string()
    .meta({ format: 'date', examples: ['2026-11-23'] })
    .transform((text, context): LocalDay => {
        try {
            return parseLocalDay(text);
        } catch {
            context.addIssue({ code: 'custom', message: 'must be a date such as 2026-11-23' });
            return z.NEVER;
        }
    })
    .refine((value) => value >= KNOWN_DAYS.first && value <= KNOWN_DAYS.last, 'must be in the years 1971 to 2198');

/** The query of `GET /api/v1/slots`. */
export const SlotQuery = z
    .strictObject({
        link: z
            .string()
            .min(1, 'must be s/<token> or l/<slug>')
            .meta({ examples: ['l/julio-intro'] }),
        from: day,
        to: day,
        timeZone: z
            .string()
            .refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin')
            .meta({ examples: ['Europe/Berlin'] }),
        durationMinutes: z
            .string()
            .regex(/^\d{1,4}$/, 'must be whole minutes')
            .transform(Number)
            .optional()
    })
    .refine(({ from, to }) => to >= from, { path: ['to'], message: 'must not be before from' })
    .refine(({ from, to }) => to - from < LONGEST_RANGE_DAYS, {
        path: ['to'],
        message: `must be at most ${LONGEST_RANGE_DAYS} days after from`
    });

/**
 * `GET /api/v1/slots`: the open times of a link, both dates included, in the booker's zone. When there are none,
 * `reason` says why and `hosts` says it of each host; null: nothing speaks against that host alone.
 */
export function slotRoutes(links: LinkService, availability: AvailabilityService): Router {
    const router = Router();
    const answers = new SlotAnswers();
    router.get('/api/v1/slots', async (req, res) => {
        const { link, from, to, timeZone, durationMinutes } = parseRequest(SlotQuery, req.query);
        const reference = parseLinkReference(link);
        if (!reference) throw new Problem('link_not_found');
        const found = await links.find(reference);
        if (found.outcome !== 'open') throw closedLinkProblem(found);
        const chosen = chooseDuration(found.link, durationMinutes);
        const search = await availability.searchStarts(chosen, {
            from: toUtcMinutes(timeZone, from, 0),
            to: toUtcMinutes(timeZone, to + 1, 0),
            timeZone
        });
        const isPacked = req.acceptsEncodings('gzip', 'identity') === 'gzip';
        const body = answers.find(search, timeZone, chosen.meetingType.durationMinutes, isPacked);
        res.writeHead(200, {
            'Content-Type': 'application/json; charset=utf-8',
            'Content-Length': body.length,
            ...(isPacked && { 'Content-Encoding': 'gzip' }),
            Vary: 'Accept-Encoding',
            // Whoever holds the link may read its times from any page; no cookie or other sign-in is involved.
            'Access-Control-Allow-Origin': '*'
        });
        res.end(body);
    });
    return router;
}
