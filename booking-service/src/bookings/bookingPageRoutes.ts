import { Router, urlencoded } from 'express';
import type { Request, Response } from 'express';
import type { Admission } from '../admission/admission.ts';
import { HumanCheckProblem } from '../admission/humanCheck.ts';
import type { AvailabilityService } from '../availability/availabilityService.ts';
import { withDuration } from '../availability/durations.ts';
import { parseLinkReference } from '../links/linkReference.ts';
import type { BookableLink, FoundLink, LinkService } from '../links/linkService.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { CompanyReader } from '../mirror/company.ts';
import { bookingPage } from '../pages/bookingPage.ts';
import { closedLinkPage } from '../pages/closedPages.ts';
import { readBookingForm } from '../pages/formFields.ts';
import type { SubmittedBookingForm } from '../pages/formFields.ts';
import { dateOf, zoneOf } from '../pages/pageQuery.ts';
import { sendPage } from '../pages/sendPage.ts';
import type { AlertCode, ClosedLinkView } from '../pages/views.ts';
import { inLanguage, visitOf } from '../pages/visit.ts';
import type { PageVisit } from '../pages/visit.ts';
import { Problem } from '../problem/problem.ts';
import { readForm } from './bookingForm.ts';
import { ForwardingProblem } from './forwarding.ts';
import { forwardingRefusal, humanCheckRefusal } from './formRefusal.ts';
import type { FormRefusal } from './formRefusal.ts';
import { viewBookingPage } from './bookingPageView.ts';
import { maskedValues, prefilledValues } from './knownPerson.ts';
import type { BookingService } from './bookingService.ts';
import { IdempotencyKey } from './newBooking.ts';

export interface BookingPageParts {
    links: LinkService;
    availability: AvailabilityService;
    admission: Admission;
    bookings: BookingService;
    company: CompanyReader;
    now?: () => Date;
}

const LINK_PATHS = ['/s/:name', '/l/:name'];
const RETRY_AFTER_SECONDS = 60;

/** The page a prospect books on. Looking at it changes nothing; only the POST books. */
export function bookingPageRoutes(parts: BookingPageParts): Router {
    const pages = new BookingPages(parts);
    const router = Router();
    router.get(LINK_PATHS, (req, res) => pages.show(req, res));
    router.post(LINK_PATHS, urlencoded({ extended: false, limit: '64kb' }), (req, res) => pages.book(req, res));
    return router;
}

/** Refusals that leave the link open: the visitor sees the form again with what was typed. */
const ALERTS = {
    slot_taken: 'slot_taken',
    before_minimum_notice: 'before_minimum_notice',
    outside_booking_window: 'outside_booking_window',
    daily_limit_reached: 'daily_limit_reached',
    no_host_available: 'no_host_available',
    host_calendar_unreadable: 'host_calendar_unreadable',
    salesforce_unavailable: 'salesforce_unavailable',
    booking_refused: 'booking_refused',
    invalid_request: 'invalid_request'
} as const satisfies Record<string, AlertCode>;

/** Refusals that have nothing to do with the time. */
const KEEPS_TIME: ReadonlySet<AlertCode> = new Set([
    'invalid_request',
    'code_needed',
    'booking_refused',
    'human_check',
    'human_check_too_soon',
    'human_check_too_many'
]);

class BookingPages {
    private readonly parts: BookingPageParts;

    constructor(parts: BookingPageParts) {
        this.parts = parts;
    }

    async show(req: Request, res: Response): Promise<void> {
        const found = await this.find(req, (reference) => this.parts.links.find(reference));
        if (found.outcome !== 'open') return this.sendClosed(req, res, found);
        return this.sendForm(req, res, found.link, {});
    }

    async book(req: Request, res: Response): Promise<void> {
        const form = readBookingForm(req.body);
        const key = IdempotencyKey.safeParse(form.idempotencyKey).data;
        const earlier = key === undefined ? undefined : await this.parts.bookings.findEarlier(key);
        // A form that is sent twice shows its meeting, although its link is used by now.
        if (earlier && isSameBooking(earlier.meeting, form)) {
            this.redirectToMeeting(req, res, earlier.manageToken);
            return;
        }
        const found = await this.find(req, (reference) => this.parts.links.findForBooking(reference));
        if (found.outcome !== 'open') return this.sendClosed(req, res, found);
        const read = readForm(form, found.link, req.path, visitOf(req).locale);
        if (!read.booking) {
            const refusal: FormRefusal = { status: 400, errors: read.errors, alert: 'invalid_request' };
            return this.sendForm(req, res, found.link, { form, refusal });
        }
        try {
            const { manageToken } = await this.parts.bookings.book(read.booking, {
                idempotencyKey: earlier ? undefined : key,
                locale: visitOf(req).locale,
                clientAddress: req.ip
            });
            this.redirectToMeeting(req, res, manageToken);
        } catch (error) {
            await this.refuse(req, res, form, error);
        }
    }

    /** To a page of its own, so that reloading it sends nothing again. */
    private redirectToMeeting(req: Request, res: Response, manageToken: string): void {
        res.redirect(303, inLanguage(`/m/${manageToken}?booked`, visitOf(req).lang));
    }

    private async refuse(req: Request, res: Response, form: SubmittedBookingForm, error: unknown): Promise<void> {
        if (!(error instanceof Problem)) throw error;
        const found = await this.find(req, (reference) => this.parts.links.find(reference));
        if (found.outcome !== 'open') return this.sendClosed(req, res, found);
        if (error instanceof HumanCheckProblem) {
            if (error.retryAfterSeconds !== undefined) res.set('Retry-After', String(error.retryAfterSeconds));
            const { humanProof: _spent, ...anew } = form;
            const again = error.reason === 'spent' ? anew : form;
            return this.sendForm(req, res, found.link, { form: again, refusal: humanCheckRefusal(error) });
        }
        if (!(error.code in ALERTS)) throw error;
        if (error instanceof ForwardingProblem) {
            const refusal = forwardingRefusal(error.reason, visitOf(req).locale);
            return this.sendForm(req, res, found.link, { form, refusal });
        }
        const alert = ALERTS[error.code as keyof typeof ALERTS];
        return this.sendForm(req, res, found.link, { form, refusal: { status: error.status, errors: {}, alert } });
    }

    private async find(
        req: Request,
        find: (reference: Parameters<LinkService['find']>[0]) => Promise<FoundLink>
    ): Promise<FoundLink> {
        const reference = parseLinkReference(req.path);
        return reference ? find(reference) : { outcome: 'unknown' };
    }

    private async sendForm(
        req: Request,
        res: Response,
        link: BookableLink,
        { form, refusal }: { form?: SubmittedBookingForm; refusal?: FormRefusal }
    ): Promise<void> {
        const reference = parseLinkReference(req.path);
        const humanCheck = reference && (await this.parts.admission.ask(reference, form?.humanProof));
        const view = await viewBookingPage(
            this.parts.availability,
            withDuration(link, Number(form?.durationMinutes ?? req.query['durationMinutes'])) ?? link,
            await this.parts.company(),
            {
                ...visitOf(req, addressOf(req)),
                linkPath: req.path,
                timeZone: zoneOf(form?.timeZone) ?? zoneOf(req.query['timeZone']),
                from: dateOf(req.query['from']),
                now: this.parts.now?.() ?? new Date()
            },
            {
                values: form?.values ?? prefilledValues(link),
                errors: refusal?.errors ?? {},
                ...(refusal && { alert: refusal.alert }),
                // A time that was just taken is not to be chosen again.
                selectedStart: refusal && KEEPS_TIME.has(refusal.alert) ? form?.start : undefined,
                // Whoever has a code in hand keeps the field for it, whatever else is wrong.
                ...((refusal?.asksForCode === true || form?.emailCode !== undefined) && {
                    codeSentTo: form?.prospect.email ?? maskedValues(link).email ?? ''
                }),
                idempotencyKey: form?.idempotencyKey,
                humanCheck
            }
        );
        await sendPage(req, res, refusal?.status ?? 200, bookingPage(view));
    }

    private async sendClosed(
        req: Request,
        res: Response,
        found: Exclude<FoundLink, { outcome: 'open' }>
    ): Promise<void> {
        if (found.outcome === 'unverifiable') res.set('Retry-After', String(RETRY_AFTER_SECONDS));
        const status = { closed: 410, unknown: 404, unverifiable: 503 }[found.outcome];
        await sendPage(req, res, status, closedLinkPage(await this.viewClosed(visitOf(req, ''), req.path, found)));
    }

    private async viewClosed(
        visit: PageVisit,
        path: string,
        found: Exclude<FoundLink, { outcome: 'open' }>
    ): Promise<ClosedLinkView> {
        if (found.outcome === 'unknown') return { ...visit, state: 'unknown' };
        if (found.outcome === 'unverifiable') {
            return {
                ...visit,
                state: 'unverifiable',
                retryAfterSeconds: RETRY_AFTER_SECONDS,
                retryPath: inLanguage(path, visit.lang)
            };
        }
        const company = await this.parts.company();
        // A reusable link has nobody it was sent by: its page says whom to contact.
        const askPath = path.startsWith('/s/') ? { askPath: `${path}/ask` } : {};
        const resendPath = found.state === 'used' ? { resendPath: `${path}/resend` } : {};
        return { ...visit, state: found.state, company, ...askPath, ...resendPath };
    }
}

/** This page as it is looked at now: its own query, so that the address of a link is not repeated. */
function addressOf(req: Request): string {
    const kept = ['from', 'timeZone', 'durationMinutes'].flatMap((name) => {
        const value = req.query[name];
        return typeof value === 'string' ? [[name, value]] : [];
    });
    return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}

function isSameBooking({ startsAt, snapshot }: Meeting, form: SubmittedBookingForm): boolean {
    return (
        form.start !== undefined &&
        startsAt.getTime() === Date.parse(form.start) &&
        // An empty address stands for the one we know.
        (form.prospect.email ?? snapshot.prospect.email).toLowerCase() === snapshot.prospect.email.toLowerCase()
    );
}
