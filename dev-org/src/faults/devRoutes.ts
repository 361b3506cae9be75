import { z } from 'zod';
import { json, noContent } from '../http/route.ts';
import type { OrgRequest, Route } from '../http/route.ts';
import { SalesforceError } from '../salesforceError.ts';
import { Fault } from './fault.ts';
import type { Faults } from './fault.ts';
import type { OrgClock } from './orgClock.ts';

const Clock = z.strictObject({ now: z.iso.datetime({ offset: true }) });

/** What tests and developers steer the org with; a real org has none of it. */
export function devRoutes({ faults, clock }: { faults: Faults; clock: OrgClock }): Route[] {
    const route = (method: string, path: string, handle: Route['handle']): Route => ({
        method,
        pattern: `/__dev/${path}`,
        isPublic: true,
        handle
    });
    return [
        route('POST', 'faults', (request) => {
            faults.add(parse(request, Fault));
            return noContent();
        }),
        route('DELETE', 'faults', () => {
            faults.clear();
            return noContent();
        }),
        route('POST', 'clock', (request) => {
            clock.set(Date.parse(parse(request, Clock).now));
            return json({ now: new Date(clock.now()).toISOString() });
        }),
        route('DELETE', 'clock', () => {
            clock.reset();
            return noContent();
        })
    ];
}

/** A page elsewhere can post forms here, but not JSON. */
function parse<T>(request: OrgRequest, shape: z.ZodType<T>): T {
    if (!request.headers['content-type']?.startsWith('application/json')) {
        throw new SalesforceError('UNSUPPORTED_MEDIA_TYPE', 'Send application/json', undefined, 415);
    }
    const parsed = shape.safeParse(request.json());
    if (!parsed.success) throw new SalesforceError('INVALID_INPUT', z.prettifyError(parsed.error));
    return parsed.data;
}
