import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

/** What a prospect was told last. */
export interface Acknowledged {
    uid: string;
    start: string;
    status: string;
    revision: number;
    manageToken: string;
    /** A refusal came after an attempt without answer: whether that attempt did something is not known. */
    isUncertain: boolean;
}

/** How prospects reach the service, and what times there are. */
export interface ProspectWorld {
    anyUrl: () => string;
    starts: string[];
    counts: Record<string, number>;
    /** Answers that nobody should ever get. */
    faults: string[];
    /** Milliseconds since the epoch; nobody tries for longer. */
    deadline: number;
}

interface Answer {
    status: number;
    body: {
        code?: string;
        instance?: string;
        meeting?: Omit<Acknowledged, 'manageToken' | 'isUncertain'>;
        manageUrl?: string;
    };
    /** An attempt before had no answer. */
    isRetry: boolean;
}

/** What a rival hears in the end. */
export type RivalAnswer = Acknowledged | 'gone' | 'out of time';

/** One of many who want the same single use: tries times until booked, or until the link is gone. */
export async function bookAsRival(world: ProspectWorld, link: string): Promise<RivalAnswer> {
    while (Date.now() < world.deadline) {
        const answer = await sendUntilAnswered(world, '/api/v1/bookings', {
            link,
            start: anyOf(world.starts),
            timeZone: 'Europe/Berlin',
            prospect: { firstName: 'Ada', lastName: 'Byron', email: `ada.${randomUUID()}@example.com` }
        });
        if (answer?.status === 201) return acknowledged(answer);
        if (answer?.status === 410) return 'gone';
    }
    return 'out of time';
}

/** Moves the meeting to some time that is free. */
export async function reschedule(world: ProspectWorld, before: Acknowledged): Promise<Acknowledged> {
    while (Date.now() < world.deadline) {
        const path = `/api/v1/meetings/${before.manageToken}/reschedule`;
        const answer = await sendUntilAnswered(world, path, { start: anyOf(world.starts) });
        if (answer?.status === 200) return acknowledged(answer);
        if (answer?.status === 410 || answer === undefined) break;
        if (answer.isRetry) return { ...before, isUncertain: true };
    }
    return { ...before, isUncertain: true };
}

/** Cancels the meeting. */
export async function cancel(world: ProspectWorld, before: Acknowledged): Promise<Acknowledged> {
    const path = `/api/v1/meetings/${before.manageToken}/cancel`;
    const answer = await sendUntilAnswered(world, path, { reason: 'Chaos' });
    return answer?.status === 200 ? acknowledged(answer) : { ...before, isUncertain: true };
}

/** The same request with the same key, to any replica, until one answers for good. */
async function sendUntilAnswered(world: ProspectWorld, path: string, body: object): Promise<Answer | undefined> {
    const key = randomUUID();
    for (let attempt = 0; Date.now() < world.deadline; attempt += 1) {
        try {
            const response = await fetch(world.anyUrl() + path, {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
                body: JSON.stringify(body),
                signal: AbortSignal.timeout(6_000)
            });
            const answer = { status: response.status, body: (await response.json()) as Answer['body'] };
            count(world, `${response.status} ${answer.body.code ?? 'acknowledged'}`);
            if (response.status >= 500) checkRefusal(world, response, answer.body);
            if (response.status < 500) return { ...answer, isRetry: attempt > 0 };
        } catch {
            count(world, 'no answer');
        }
        await setTimeout(50 + Math.random() * 200);
    }
    return undefined;
}

/** Whoever cannot be served now is told so, and when to come back; anything else is a fault of the service. */
function checkRefusal({ faults }: ProspectWorld, response: Response, { code, instance }: Answer['body']): void {
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
    const isClear = response.status === 503 && response.headers.has('retry-after') && isProblem;
    if (!isClear)
        faults.push(`a prospect got ${response.status} ${code ?? 'without code'} (${instance ?? 'no instance'})`);
}

function acknowledged({ body: { meeting, manageUrl } }: Answer): Acknowledged {
    if (!meeting || manageUrl === undefined) throw new Error('an acknowledgement without a meeting');
    const { uid, start, status, revision } = meeting;
    const manageToken = new URL(manageUrl).pathname.split('/')[2] ?? '';
    return { uid, start, status, revision, manageToken, isUncertain: false };
}

function count({ counts }: ProspectWorld, what: string): void {
    counts[what] = (counts[what] ?? 0) + 1;
}

function anyOf<T>(values: T[]): T {
    const value = values[Math.floor(Math.random() * values.length)];
    if (value === undefined) throw new Error('there is nothing to choose from');
    return value;
}
