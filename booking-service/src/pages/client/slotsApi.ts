import type { Slot } from './days.ts';

/** What times to ask for: civil dates, both included, on the clock of a zone. */
export interface SlotsRequest {
    link: string;
    from: string;
    to: string;
    timeZone: string;
    durationMinutes: string | undefined;
}

/** The open times; when there are none, the page's name for the reason. */
export interface SlotsAnswer {
    slots: Slot[];
    reason?: string | undefined;
}

/** Reasons that the API tells apart and a visitor need not. */
const PAGE_REASONS: Readonly<Record<string, string>> = {
    all_busy: 'fully_booked',
    outside_schedule: 'no_working_hours',
    no_schedule: 'no_host_available',
    host_inactive: 'no_host_available',
    no_host: 'no_host_available'
};

/** The link can no longer be booked; the page itself says why. */
export class LinkClosedError extends Error {
    override readonly name = 'LinkClosedError';
}

/**
 * Open times from the service.
 * @throws LinkClosedError when the link is closed by now, Error when the times cannot be had.
 */
export async function fetchSlots(request: SlotsRequest, signal: AbortSignal): Promise<SlotsAnswer> {
    const { link, from, to, timeZone, durationMinutes } = request;
    const query = new URLSearchParams({ link, from, to, timeZone });
    if (durationMinutes) query.set('durationMinutes', durationMinutes);
    const headers = { Accept: 'application/json' };
    const response = await fetch(`/api/v1/slots?${query.toString()}`, { signal, headers });
    if (response.status === 404 || response.status === 410) throw new LinkClosedError('The link is closed.');
    if (!response.ok) throw new Error(`The times could not be loaded: status ${String(response.status)}.`);
    const { slots, reason } = (await response.json()) as SlotsAnswer;
    return { slots, reason: reason === undefined ? undefined : (PAGE_REASONS[reason] ?? reason) };
}
