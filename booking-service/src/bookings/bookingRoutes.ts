import { Router, json } from 'express';
import type { RequestHandler } from 'express';
import { chooseLocale } from '../pages/locales/texts.ts';
import { presentMeeting } from '../meetings/meetingView.ts';
import { parseRequest } from '../problem/parseRequest.ts';
import type { BookingService } from './bookingService.ts';
import { readIdempotencyKey } from './idempotencyHeader.ts';
import { NewBooking } from './newBooking.ts';

/**
 * `POST /api/v1/bookings`: books a meeting, or gives the first answer again to a repeated Idempotency-Key.
 *
 * @param limit sees the body, which names the link
 */
export function bookingRoutes(bookings: BookingService, publicUrl: URL, limit: RequestHandler): Router {
    const router = Router();
    router.post('/api/v1/bookings', json({ limit: '64kb' }), limit, async (req, res) => {
        const booking = parseRequest(NewBooking, req.body);
        const { meeting, manageToken } = await bookings.book(booking, {
            idempotencyKey: readIdempotencyKey(req.get('Idempotency-Key')),
            locale: chooseLocale(req.get('Accept-Language')),
            clientAddress: req.ip
        });
        const manageUrl = new URL(`/m/${manageToken}`, publicUrl).href;
        res.status(201)
            .set('Cache-Control', 'no-store')
            .json({ meeting: presentMeeting(meeting), manageUrl, icsUrl: `${manageUrl}/invite.ics` });
    });
    return router;
}
