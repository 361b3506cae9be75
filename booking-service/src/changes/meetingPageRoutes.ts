import { Router, urlencoded } from 'express';
import type { Request, Response } from 'express';
import type { AvailabilityService } from '../availability/availabilityService.ts';
import type { CompanyReader } from '../mirror/company.ts';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import { errorPage } from '../pages/closedPages.ts';
import { confirmationPage, meetingPage } from '../pages/meetingPages.ts';
import { sendPage } from '../pages/sendPage.ts';
import { Problem } from '../problem/problem.ts';
import { inviteFile } from '../meetings/invite.ts';
import { readCancelForm, readRescheduleForm } from './meetingForms.ts';
import type { MeetingForm } from './meetingForms.ts';
import { alertFor, viewMeetingPage } from './meetingPageView.ts';
import type { MeetingRefusal } from './meetingPageView.ts';
import type { FoundMeeting, MeetingService } from './meetingService.ts';
import { viewMeeting } from '../meetings/meetingView.ts';
import { inLanguage, visitOf } from '../pages/visit.ts';
import type { PageVisit } from '../pages/visit.ts';

export interface MeetingPageParts {
    meetingService: MeetingService;
    availability: AvailabilityService;
    definitions: DefinitionStore;
    company: CompanyReader;
    /** Whether the details are on their way to the prospect. */
    sendsMails?: boolean;
    now?: () => Date;
}

type TokenRequest = Request<{ token: string }>;

/** The meeting's own page, for whoever holds its manage token. Looking changes nothing; only the POSTs do. */
export function meetingPageRoutes(parts: MeetingPageParts): Router {
    const pages = new MeetingPages(parts);
    const router = Router();
    const form = urlencoded({ extended: false, limit: '16kb' });
    router.get('/m/:token', (req, res) => pages.show(req, res));
    router.get('/m/:token/invite.ics', (req, res) => pages.invite(req, res));
    router.post('/m/:token/reschedule', form, (req, res) => pages.reschedule(req, res));
    router.post('/m/:token/cancel', form, (req, res) => pages.cancel(req, res));
    return router;
}

class MeetingPages {
    private readonly parts: MeetingPageParts;

    constructor(parts: MeetingPageParts) {
        this.parts = parts;
    }

    async show(req: TokenRequest, res: Response): Promise<void> {
        const found = await this.parts.meetingService.find(req.params.token);
        if (found.outcome !== 'found') return sendLost(req, res, found);
        if ('booked' in req.query && found.meeting.status !== 'canceled') return this.sendConfirmation(req, res, found);
        return this.sendMeeting(req, res, found);
    }

    async invite(req: TokenRequest, res: Response): Promise<void> {
        const found = await this.parts.meetingService.find(req.params.token);
        if (found.outcome !== 'found') return sendLost(req, res, found);
        res.type('text/calendar; charset=utf-8')
            .set('Content-Disposition', 'attachment; filename="invite.ics"')
            .send(inviteFile(found.meeting));
    }

    async reschedule(req: TokenRequest, res: Response): Promise<void> {
        const { wish, form } = readRescheduleForm(req.body);
        if (!wish) return this.sendRefusal(req, res, { status: 400, alert: 'invalid_request', form });
        await this.change(req, res, { act: 'reschedule', form }, async (token) => {
            const { manageToken } = await this.parts.meetingService.reschedule(token, wish, form.idempotencyKey);
            return inLanguage(`/m/${manageToken}?moved`, visitOf(req).lang);
        });
    }

    async cancel(req: TokenRequest, res: Response): Promise<void> {
        const { reason, form } = readCancelForm(req.body);
        await this.change(req, res, { act: 'cancel', form }, async (token) => {
            const { manageToken } = await this.parts.meetingService.cancel(token, reason, form.idempotencyKey);
            return inLanguage(`/m/${manageToken}`, visitOf(req).lang);
        });
    }

    /** On to a page of its own, so that reloading it sends nothing again. */
    private async change(
        req: TokenRequest,
        res: Response,
        { act, form }: { act: 'reschedule' | 'cancel'; form: MeetingForm },
        change: (token: string) => Promise<string>
    ): Promise<void> {
        try {
            res.redirect(303, await change(req.params.token));
        } catch (error) {
            if (!(error instanceof Problem)) throw error;
            const alert = alertFor(act, error);
            if (error.code === 'meeting_not_found' || error.code === 'stale_manage_token') {
                return sendLost(req, res, { outcome: error.code === 'stale_manage_token' ? 'stale' : 'unknown' });
            }
            if (alert === undefined) throw error;
            await this.sendRefusal(req, res, { status: error.status, alert, form });
        }
    }

    private async sendRefusal(req: TokenRequest, res: Response, refusal: MeetingRefusal): Promise<void> {
        const found = await this.parts.meetingService.find(req.params.token);
        if (found.outcome !== 'found') return sendLost(req, res, found);
        return this.sendMeeting(req, res, found, refusal);
    }

    private async sendMeeting(
        req: TokenRequest,
        res: Response,
        { meeting }: FoundMeeting & { outcome: 'found' },
        refusal?: MeetingRefusal
    ): Promise<void> {
        const view = await viewMeetingPage(this.parts, meeting, {
            visit: visitAt(req),
            managePath: `/m/${req.params.token}`,
            query: req.query,
            refusal
        });
        await sendPage(req, res, refusal?.status ?? 200, meetingPage(view));
    }

    private async sendConfirmation(
        req: TokenRequest,
        res: Response,
        { meeting }: FoundMeeting & { outcome: 'found' }
    ): Promise<void> {
        const page = confirmationPage({
            ...visitOf(req, '?booked'),
            company: await this.parts.company(),
            meeting: viewMeeting(meeting, req.path, this.parts.now?.() ?? new Date()),
            managePath: req.path,
            ...(this.parts.sendsMails === true && { email: meeting.snapshot.prospect.email })
        });
        await sendPage(req, res, 200, page);
    }
}

function sendLost(req: Request, res: Response, { outcome }: { outcome: 'stale' | 'unknown' }): Promise<void> {
    const isStale = outcome === 'stale';
    const failure = isStale ? 'stale_manage_token' : 'meeting_not_found';
    return sendPage(req, res, isStale ? 410 : 404, errorPage({ ...visitOf(req), failure }));
}

function visitAt(req: TokenRequest): PageVisit {
    return visitOf(req, `/m/${req.params.token}`);
}
