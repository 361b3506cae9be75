import { Router, json } from 'express';
import { presentMeeting } from '../meetings/meetingView.ts';
import { Problem } from '../problem/problem.ts';
import type { BookingService } from './bookingService.ts';
import { IdempotencyKey, NewBooking } from './newBooking.ts';

/** `POST /api/v1/bookings`: books a meeting, or gives the first answer again to a repeated Idempotency-Key. */
export function bookingRoutes(bookings: BookingService, publicUrl: URL): Router {
    const router = Router();
    router.post('/api/v1/bookings', json({ limit: '64kb' }), async (req, res) => {
        const booking = NewBooking.parse(req.body);
        const { meeting, manageToken } = await bookings.book(booking, readIdempotencyKey(req.get('Idempotency-Key')));
        const manageUrl = new URL(`/m/${manageToken}`, publicUrl).href;
        res.status(201)
            .set('Cache-Control', 'no-store')
            .json({ meeting: presentMeeting(meeting), manageUrl, icsUrl: `${manageUrl}/invite.ics` });
    });
    return router;
}

function readIdempotencyKey(header: string | undefined): string | undefined {
    if (header === undefined) return undefined;
    const key = IdempotencyKey.safeParse(header);
    if (key.success) return key.data;
    const message = key.error.issues[0]?.message ?? 'is not usable';
    throw new Problem('invalid_request', { errors: [{ field: 'Idempotency-Key', message }] });
}
