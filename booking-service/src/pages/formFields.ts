/** Names of the fields the booking form posts, all flat strings. */
export const FIELD = {
    start: 'start',
    timeZone: 'timeZone',
    idempotencyKey: 'idempotencyKey',
    durationMinutes: 'durationMinutes',
    firstName: 'firstName',
    lastName: 'lastName',
    email: 'email',
    company: 'company',
    phone: 'phone',
    guests: 'guests',
    consent: 'consent',
    emailCode: 'emailCode',
    humanProof: 'humanProof'
} as const;

/** Longest text each field takes; the browser enforces what the server checks. */
export const MAX_LENGTH = {
    firstName: 80,
    lastName: 80,
    email: 80,
    company: 255,
    phone: 40,
    guests: 4000,
    shortAnswer: 255,
    longAnswer: 4000,
    reason: 255,
    emailCode: 20
} as const;

const ANSWER_PREFIX = 'answer.';

/** Form field name of a question's answer. */
export function answerField(questionId: string): string {
    return ANSWER_PREFIX + questionId;
}

/** What the booking form held when it was sent, untouched by any rule; empty fields are left out. */
export interface SubmittedBookingForm {
    start?: string;
    timeZone?: string;
    idempotencyKey?: string;
    durationMinutes?: string;
    emailCode?: string;
    humanProof?: string;
    prospect: { firstName?: string; lastName?: string; email?: string; company?: string; phone?: string };
    /** One entry per line that is not blank. */
    guests: string[];
    /** By question id. */
    answers: Record<string, string>;
    hasConsented: boolean;
    /** The texts as typed, to show the form again. */
    values: Record<string, string>;
}

/** Reads the posted form (`express.urlencoded`); repeated and unknown fields are ignored. */
export function readBookingForm(body: unknown): SubmittedBookingForm {
    const values = stringFields(body);
    const { start, timeZone, idempotencyKey, durationMinutes, emailCode, humanProof, ...person } = trimmed(values);
    const { firstName, lastName, email, company, phone } = person;
    const answers = Object.entries(values)
        .filter(([name, value]) => name.startsWith(ANSWER_PREFIX) && value.trim() !== '')
        .map(([name, value]) => [name.slice(ANSWER_PREFIX.length), value.trim()]);
    return {
        ...present({ start, timeZone, idempotencyKey, durationMinutes, emailCode, humanProof }),
        prospect: present({ firstName, lastName, email, company, phone }),
        guests: (values[FIELD.guests] ?? '')
            .split(/[\r\n,;]+/)
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        answers: Object.fromEntries(answers) as Record<string, string>,
        hasConsented: values[FIELD.consent] === 'on',
        values
    };
}

function stringFields(body: unknown): Record<string, string> {
    if (typeof body !== 'object' || body === null) return {};
    return Object.fromEntries(
        Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    );
}

function trimmed(values: Record<string, string>): Record<string, string | undefined> {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim() || undefined]));
}

function present<Key extends string>(values: Record<Key, string | undefined>): { [name in Key]?: string } {
    const entries = Object.entries(values).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries) as { [name in Key]?: string };
}
