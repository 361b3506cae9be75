import { Router, json } from 'express';
import type { Response } from 'express';
import { readIdempotencyKey } from '../bookings/idempotencyHeader.ts';
import { Cancellation, Reschedule } from './changeRequests.ts';
import type { ManagedMeeting, MeetingService } from './meetingService.ts';
import { parseRequest } from '../problem/parseRequest.ts';
import { presentMeeting } from '../meetings/meetingView.ts';

/**
 * `POST /api/v1/meetings/<manage token>/reschedule` and `…/cancel`, for whoever holds the manage token.
 * A repeated Idempotency-Key gets the first answer again.
 */
export function meetingRoutes(service: MeetingService, publicUrl: URL): Router {
    const router = Router();
    const body = json({ limit: '16kb' });
    router.post('/api/v1/meetings/:token/reschedule', body, async (req, res) => {
        const wish = parseRequest(Reschedule, req.body);
        const key = readIdempotencyKey(req.get('Idempotency-Key'));
        send(res, await service.reschedule(req.params.token, wish, key), publicUrl);
    });
    router.post('/api/v1/meetings/:token/cancel', body, async (req, res) => {
        const { reason } = parseRequest(Cancellation, req.body ?? {});
        const key = readIdempotencyKey(req.get('Idempotency-Key'));
        send(res, await service.cancel(req.params.token, reason, key), publicUrl);
    });
    return router;
}

function send(res: Response, { meeting, manageToken }: ManagedMeeting, publicUrl: URL): void {
    const manageUrl = new URL(`/m/${manageToken}`, publicUrl).href;
    res.set('Cache-Control', 'no-store').json({
        meeting: presentMeeting(meeting),
        manageUrl,
        icsUrl: `${manageUrl}/invite.ics`
    });
}
