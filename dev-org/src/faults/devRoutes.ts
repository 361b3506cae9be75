import { z } from 'zod';
import { json, noContent } from '../http/route.ts';
import type { ApiUsage } from '../http/apiUsage.ts';
import type { OrgRequest, Route } from '../http/route.ts';
import { SalesforceError } from '../salesforceError.ts';
import { Fault } from './fault.ts';
import type { Faults } from './fault.ts';
import type { OrgClock } from './orgClock.ts';
import { convertLead } from '../store/convertLead.ts';
import type { RecordStore } from '../store/recordStore.ts';

const Conversion = z.strictObject({
    leadId: z.string(),
    accountId: z.string().optional(),
    contactId: z.string().optional(),
    createsOpportunity: z.boolean().optional()
});
const Clock = z.strictObject({ now: z.iso.datetime({ offset: true }) });

/** What the org is steered by. */
export interface Steering {
    store: RecordStore;
    faults: Faults;
    clock: OrgClock;
    usage: ApiUsage;
}

/**
 * What tests and developers steer the org with; a real org has none of it. Leads are converted here, because on the
 * platform that is done by its own page, Apex or SOAP, none of which the dev org has.
 */
export function devRoutes({ store, faults, clock, usage }: Steering): Route[] {
    const route = (method: string, path: string, handle: Route['handle']): Route => ({
        method,
        pattern: `/__dev/${path}`,
        isPublic: true,
        handle
    });
    return [
        route('GET', 'faults', () => json({ faults: faults.waiting })),
        route('POST', 'faults', (request) => {
            faults.add(parse(request, Fault));
            return noContent();
        }),
        route('DELETE', 'faults', () => {
            faults.clear();
            return noContent();
        }),
        route('GET', 'clock', () => json({ now: new Date(clock.now()).toISOString(), isSet: clock.isSet })),
        route('POST', 'clock', (request) => {
            clock.set(Date.parse(parse(request, Clock).now));
            return json({ now: new Date(clock.now()).toISOString() });
        }),
        route('DELETE', 'clock', () => {
            clock.reset();
            return noContent();
        }),
        route('POST', 'convert-lead', (request) => json(convertLead(store, parse(request, Conversion)))),
        route('GET', 'usage', () => json(usage.report()))
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
