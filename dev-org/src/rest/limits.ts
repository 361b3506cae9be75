import type { ApiUsage } from '../http/apiUsage.ts';
import { json } from '../http/route.ts';
import type { Route } from '../http/route.ts';

/** What is left of the org's daily API calls. */
export function limitRoutes(usage: ApiUsage): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/services/data/:version/limits',
            about: 'what is left of the daily API calls; no other limit is kept',
            handle: () =>
                json({ DailyApiRequests: { Max: usage.limit, Remaining: Math.max(0, usage.limit - usage.used) } })
        }
    ];
}
