import { randomUUID } from 'node:crypto';
import { local } from './local.ts';
import type { LocalAdmitOne } from './local.ts';
import type { Person } from './prospect.ts';

/** What the API answers to a booking. */
export interface Booked {
    uid: string;
    start: string;
    manageUrl: string;
}

/** Books the first open time of a link through the public API. @throws Error with the refusal */
export async function bookByApi(url: string, prospect: Person, { serviceUrl }: LocalAdmitOne = local): Promise<Booked> {
    const link = new URL(url).pathname.slice(1);
    const response = await fetch(`${serviceUrl}/api/v1/bookings`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: JSON.stringify({ link, start: await firstTime(link, serviceUrl), timeZone: 'Etc/UTC', prospect })
    });
    if (response.status !== 201) throw new Error(`Not booked: ${await response.text()}`);
    const { meeting, manageUrl } = (await response.json()) as { meeting: Omit<Booked, 'manageUrl'>; manageUrl: string };
    return { ...meeting, manageUrl };
}

async function firstTime(link: string, serviceUrl: string): Promise<string> {
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const query = new URLSearchParams({ link, from: day(0), to: day(28), timeZone: 'Etc/UTC' });
    const response = await fetch(`${serviceUrl}/api/v1/slots?${query.toString()}`);
    const { slots } = (await response.json()) as { slots?: { start: string }[] };
    const start = slots?.[0]?.start;
    if (start === undefined) throw new Error(`${link} has no open time: ${response.status}`);
    return start;
}
