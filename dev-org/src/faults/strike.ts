import type { ServerResponse } from 'node:http';
import { json } from '../http/route.ts';
import type { OrgResponse } from '../http/route.ts';
import type { Sessions } from '../oauth/sessions.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { Fault } from './fault.ts';

const MAINTENANCE: OrgResponse = {
    status: 503,
    headers: { 'content-type': 'text/html' },
    body: '<html><body>We are down for maintenance.</body></html>'
};

/** What a fault does before the work: an answer in its place, `cut` for none, undefined to go on. */
export function strikeBefore(
    fault: Fault | undefined,
    sessions: Sessions,
    response: ServerResponse
): OrgResponse | 'cut' | undefined {
    switch (fault?.kind) {
        case 'error': {
            const error = new SalesforceError(fault.code, fault.message ?? fault.code, fault.fields, fault.status);
            return json([error.toBody()], fault.status);
        }
        case 'html503':
            return MAINTENANCE;
        case 'reset':
            resetConnection(response);
            return 'cut';
        case 'hang':
            return 'cut';
        case 'expire':
            sessions.endAll();
            return undefined;
        default:
            return undefined;
    }
}

/** What a fault does to an answer whose work is done: the answer to send, or `cut` when it sees to that itself. */
export async function strikeAfter(
    fault: Fault | undefined,
    answer: OrgResponse,
    response: ServerResponse
): Promise<OrgResponse | 'cut'> {
    switch (fault?.kind) {
        case 'commitThenReset':
            resetConnection(response);
            return 'cut';
        case 'commitThen503':
            return MAINTENANCE;
        case 'truncate':
            truncate(answer, response);
            return 'cut';
        case 'delay':
            await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
            return answer;
        default:
            return answer;
    }
}

function resetConnection(response: ServerResponse): void {
    response.socket?.resetAndDestroy();
}

/** Promises the whole body and breaks off in the middle. */
function truncate(answer: OrgResponse, response: ServerResponse): void {
    const body = Buffer.from(answer.body ?? '');
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(body.length + 1) });
    response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
}
