import express, { Router } from 'express';
import type { ErrorRequestHandler } from 'express';
import { listen } from '../../testing/listen.ts';
import { createMetrics } from './metrics.ts';

describe('createMetrics', () => {
    it('measures requests by route pattern, without a token', async () => {
        const metrics = createMetrics();
        const app = express();
        const router = Router();
        router.get('/:token', (_req, res) => void res.status(410).send('used'));
        app.use(metrics.middleware());
        app.use('/s', router);
        const server = await listen(app);
        await fetch(`${server.url}/s/abcd2345`);
        await fetch(`${server.url}/nowhere/abcd2345`);
        await server.close();
        const text = await metrics.text();
        expect(text).toContain('admit_one_http_request_seconds_count{method="GET",route="/s/:token",status="410"} 1');
        expect(text).toContain('admit_one_http_request_seconds_count{method="GET",route="none",status="404"} 1');
        expect(text).not.toContain('abcd2345');
    });

    it('names the route once although the error handler of its area answered', async () => {
        const metrics = createMetrics();
        const app = express();
        app.use(metrics.middleware());
        app.get('/api/v1/slots', () => {
            throw new Error('refused');
        });
        const answer: ErrorRequestHandler = (error, _req, res, next) => (error ? void res.status(400).end() : next());
        app.use('/api', answer);
        const server = await listen(app);
        await fetch(`${server.url}/api/v1/slots`);
        await server.close();
        expect(await metrics.text()).toContain('{method="GET",route="/api/v1/slots",status="400"} 1');
    });

    it('counts bookings by outcome and calls of Salesforce by operation', async () => {
        const metrics = createMetrics();
        metrics.countBooking('booked');
        metrics.countBooking('slot_taken');
        metrics.countBooking('slot_taken');
        const call = { method: 'GET', durationMs: 20 };
        metrics.countSalesforceCall({ ...call, path: '/services/data/v66.0/query', outcome: 200 });
        metrics.countSalesforceCall({
            ...call,
            path: '/services/data/v66.0/sobjects/Event/00U1',
            outcome: 'SF_TIMEOUT'
        });
        metrics.countSalesforceCall({ ...call, path: '/services/oauth2/token', outcome: 400 });
        const text = await metrics.text();
        expect(text).toContain('admit_one_bookings_total{outcome="booked"} 1');
        expect(text).toContain('admit_one_bookings_total{outcome="slot_taken"} 2');
        expect(text).toContain('admit_one_salesforce_call_seconds_count{operation="query",outcome="2xx"} 1');
        expect(text).toContain('admit_one_salesforce_call_seconds_count{operation="sobjects",outcome="SF_TIMEOUT"} 1');
        expect(text).toContain('admit_one_salesforce_call_seconds_count{operation="token",outcome="4xx"} 1');
    });

    it('asks for the backlog and the age of the mirror at each scrape', async () => {
        const metrics = createMetrics();
        metrics.watchOutbox(() => Promise.resolve({ waiting: 3, parked: 1, oldestSeconds: 42.5 }));
        metrics.watchMirror(() => Promise.resolve(new Date(Date.now() - 60_000)));
        const text = await metrics.text();
        expect(text).toContain('admit_one_outbox_meetings{state="waiting"} 3');
        expect(text).toContain('admit_one_outbox_meetings{state="parked"} 1');
        expect(text).toContain('admit_one_outbox_oldest_seconds 42.5');
        expect(text).toMatch(/admit_one_mirror_age_seconds 6[0-5]/);
    });

    it('tells what Salesforce last said of the org’s calls', async () => {
        const metrics = createMetrics();
        const told: { used: number; limit: number }[] = [];
        metrics.watchOrgCalls(() => told.at(-1));
        expect(await metrics.text()).toContain('admit_one_salesforce_org_calls{state="used"} Nan');
        told.push({ used: 18, limit: 5000 });
        const text = await metrics.text();
        expect(text).toContain('admit_one_salesforce_org_calls{state="used"} 18');
        expect(text).toContain('admit_one_salesforce_org_calls{state="limit"} 5000');
    });

    it('answers without these while the database is away', async () => {
        const metrics = createMetrics();
        metrics.watchOutbox(() => Promise.reject(new Error('away')));
        metrics.watchMirror(() => Promise.reject(new Error('away')));
        const text = await metrics.text();
        expect(text).toContain('admit_one_outbox_meetings{state="waiting"} Nan');
        expect(text).toContain('admit_one_mirror_age_seconds Nan');
    });
});
