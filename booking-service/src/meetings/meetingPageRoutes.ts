import { Router } from 'express';
import type { Request, Response } from 'express';
import { hashToken, normalizeToken } from '../../../force-app/main/default/lwc/linkToken/linkToken.ts';
import type { DefinitionStore } from '../mirror/definitionStore.ts';
import { errorPage } from '../pages/closedPages.ts';
import { chooseLocale } from '../pages/locales/texts.ts';
import { confirmationPage, meetingPage } from '../pages/meetingPages.ts';
import { sendPage } from '../pages/sendPage.ts';
import { inviteFile } from './invite.ts';
import type { Meeting } from './meeting.ts';
import type { MeetingStore } from './meetingStore.ts';
import { viewMeeting } from './meetingView.ts';

export interface MeetingPageParts {
    meetings: MeetingStore;
    definitions: DefinitionStore;
    publicUrl: URL;
}

/** The meeting's own page, for whoever holds its manage token. Looking changes nothing. */
export function meetingPageRoutes({ meetings, definitions, publicUrl }: MeetingPageParts): Router {
    const router = Router();

    const find = async (req: Request<{ token: string }>): Promise<Meeting | undefined> => {
        const token = normalizeToken(req.params.token);
        return token === undefined ? undefined : meetings.findByManageToken(await hashToken(token));
    };

    router.get('/m/:token', async (req, res) => {
        const meeting = await find(req);
        if (!meeting) return sendNotFound(req, res);
        const locale = chooseLocale(req.get('Accept-Language'));
        const company = { name: (await definitions.current()).companyName() ?? 'Admit One' };
        const view = viewMeeting(meeting, req.path);
        const isJustBooked = 'booked' in req.query && view.status !== 'canceled';
        const page = isJustBooked
            ? confirmationPage({ locale, company, meeting: view, managePath: req.path })
            : meetingPage({ locale, company, meeting: view });
        await sendPage(req, res, 200, page);
    });

    router.get('/m/:token/invite.ics', async (req, res) => {
        const meeting = await find(req);
        if (!meeting) return sendNotFound(req, res);
        res.type('text/calendar; charset=utf-8')
            .set('Content-Disposition', 'attachment; filename="invite.ics"')
            .send(inviteFile(meeting, publicUrl));
    });

    return router;
}

function sendNotFound(req: Request, res: Response): Promise<void> {
    const locale = chooseLocale(req.get('Accept-Language'));
    return sendPage(req, res, 404, errorPage({ locale, failure: 'meeting_not_found' }));
}
