import { randomUUID } from 'node:crypto';
import { firstWord } from '../../booking-service/src/pages/client/sha256.ts';
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
    const start = await firstTime(link, serviceUrl);
    const humanProof = await proofFor(link, serviceUrl);
    const response = await fetch(`${serviceUrl}/api/v1/bookings`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: JSON.stringify({ link, start, timeZone: 'Etc/UTC', prospect, humanProof })
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

/** What the service asks for: a number behind the challenge whose hash begins with so many zero bits. */
type HumanCheckAnswer = { isRequired: false } | { isRequired: true; challenge: string; bits: number };

/** The proof of work that reusable links ask for; undefined where none is asked for. */
async function proofFor(link: string, serviceUrl: string): Promise<string | undefined> {
    const query = new URLSearchParams({ link });
    const response = await fetch(`${serviceUrl}/api/v1/human-check?${query.toString()}`);
    const asked = (await response.json()) as HumanCheckAnswer;
    if (!asked.isRequired) return undefined;
    const text = asked.challenge.split('.').at(-1) ?? '';
    let answer = 0;
    while (firstWord(`${text}.${answer.toString(36)}`) >>> (32 - asked.bits) !== 0) answer += 1;
    return `${asked.challenge}.${answer.toString(36)}`;
}
