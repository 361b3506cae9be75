import express from 'express';
import type { Express, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type pg from 'pg';
import type { Admission } from './admission/admission.ts';
import { slotRoutes } from './availability/slotRoutes.ts';
import type { AvailabilityService } from './availability/availabilityService.ts';
import { bookingPageRoutes } from './bookings/bookingPageRoutes.ts';
import { humanCheckRoutes } from './bookings/humanCheckRoutes.ts';
import { bookingRoutes } from './bookings/bookingRoutes.ts';
import type { BookingService } from './bookings/bookingService.ts';
import { postsByLink } from './links/linkLimit.ts';
import type { LinkService } from './links/linkService.ts';
import { hintRoutes } from './changes/hintRoutes.ts';
import { linkRequestRoutes } from './changes/linkRequestRoutes.ts';
import type { LinkRequestService } from './changes/linkRequestService.ts';
import { meetingPageRoutes } from './changes/meetingPageRoutes.ts';
import { meetingRoutes } from './changes/meetingRoutes.ts';
import type { MeetingService } from './changes/meetingService.ts';
import { documentRoutes } from './contract/documentRoutes.ts';
import { companyReader } from './mirror/company.ts';
import type { LocalMailbox } from './mails/localMailbox.ts';
import { mailboxRoutes } from './mails/mailboxRoutes.ts';
import { resendRoutes } from './mails/resendRoutes.ts';
import type { DefinitionStore } from './mirror/definitionStore.ts';
import { healthRoutes } from './operations/healthRoutes.ts';
import { createRateLimits } from './operations/rateLimit.ts';
import type { LimitBy } from './operations/rateLimit.ts';
import { requestLogger } from './operations/logger.ts';
import type { Metrics } from './operations/metrics.ts';
import { securityHeaders } from './operations/securityHeaders.ts';
import { openingNotices } from './openings/openingNotices.ts';
import type { NoteOpening } from './openings/openingNotices.ts';
import { assetRoutes } from './pages/assetRoutes.ts';
import { allowFraming, readEmbedOrigins } from './pages/framing.ts';
import type { Logo } from './pages/logo.ts';
import { pageErrorHandler, pageNotFound } from './pages/pageErrors.ts';
import { apiNotFound, problemHandler } from './problem/problemHandler.ts';

/** Everything the routes need, put together by `compose` or by a test. */
export interface AppParts {
    publicUrl: URL;
    /** Addresses whose X-Forwarded-For is believed. */
    trustedProxies: string[];
    hasRateLimits: boolean;
    logger: Logger;
    metrics: Metrics;
    /** Who sends it may read the metrics; absent: anybody, on a loopback address. */
    metricsToken?: string | undefined;
    pool: pg.Pool;
    links: LinkService;
    availability: AvailabilityService;
    bookings: BookingService;
    admission: Admission;
    meetingService: MeetingService;
    linkRequests: LinkRequestService;
    /** Somebody says that a record of Salesforce is worth looking at now. */
    onHint: (recordId: string) => Promise<unknown>;
    definitions: DefinitionStore;
    /** Shown on the pages instead of the company's name. */
    logo?: Logo | undefined;
    /** Whether mails leave the queue. */
    sendsMails: boolean;
    /** The clock of every rule that looks at one. */
    now?: () => Date;
    /** Where mails end up that are not sent; absent with a mail server. */
    mailbox: LocalMailbox | undefined;
    /** Somebody, or something, opened the page of a single-use link. */
    noteOpening: NoteOpening;
    /** Mails the meeting that used a link to its prospect again. */
    resend: (tokenHash: string, locale: string) => Promise<void>;
}

/** The service's HTTP face: pages for prospects, the API under `/api/v1`, and what operators look at. */
export function createApp(parts: AppParts): Express {
    const app = express();
    app.disable('x-powered-by');
    app.set('trust proxy', parts.trustedProxies);
    app.use(parts.metrics.middleware());
    app.use(requestLogger(parts.logger));
    app.use(securityHeaders(parts.publicUrl));
    const limitBy = createRateLimits({ pool: parts.pool, isOff: !parts.hasRateLimits, logger: parts.logger });
    const byLink = postsByLink(limitBy);
    app.use(['/api', '/s', '/l', '/m'], requestLimit(limitBy), byLink);

    app.use(openingNotices(parts.noteOpening, parts.now));
    // What is asked most comes first.
    app.use(slotRoutes(parts.links, parts.availability));
    app.use(bookingRoutes(parts.bookings, parts.publicUrl, byLink));
    app.use(humanCheckRoutes(parts.admission));
    app.use(healthRoutes(parts));
    app.use(assetRoutes(parts.logo));
    app.use(meetingRoutes(parts.meetingService, parts.publicUrl));
    app.use(hintRoutes(parts.onHint, parts.logger));
    app.use(documentRoutes(parts.publicUrl));
    app.use('/api', apiNotFound, problemHandler(parts.logger));

    const company = companyReader(parts.definitions, parts.logo?.path);
    if (parts.mailbox) app.use(mailboxRoutes(parts.mailbox));
    app.use(resendRoutes({ ...parts, limitBy: createRateLimits({ ...parts, isOff: !parts.hasRateLimits }) }));
    const embedOrigins = async () => readEmbedOrigins((await parts.definitions.current()).embedOrigins());
    app.use(['/s', '/l', '/m'], allowFraming(embedOrigins));
    app.use(bookingPageRoutes({ ...parts, company }));
    app.use(linkRequestRoutes({ ...parts, limit: limitBy({ name: 'ask', points: 10, durationSeconds: 3_600 }) }));
    app.use(meetingPageRoutes({ ...parts, company }));
    app.use(pageNotFound, pageErrorHandler(parts.logger));
    return app;
}

/** Far above what a person or an office does, far below what guessing or flooding needs. */
function requestLimit(limitBy: LimitBy): RequestHandler {
    const look = limitBy({ name: 'look', points: 600, durationSeconds: 60 });
    const act = limitBy({ name: 'act', points: 60, durationSeconds: 60 });
    return (req, res, next) => (req.method === 'POST' ? act : look)(req, res, next);
}
