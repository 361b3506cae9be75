import type { BookableLink } from '../links/linkService.ts';
import type { KnownField, KnownProspect } from '../mirror/knownProspect.ts';
import { answerField, FIELD } from '../pages/formFields.ts';
import type { SubmittedBookingForm } from '../pages/formFields.ts';

/**
 * A link may be forwarded, and whoever holds it sees the page. So the form is filled in with what the message that
 * carried the link says anyway (name, company), while ways to reach the person stay with us: the page names them
 * masked, and an empty field stands for them.
 */
const HIDDEN: ReadonlySet<KnownField> = new Set(['email', 'phone']);
const MASK = '•••';

/** Texts to fill the form in with, by form field name. */
export function prefilledValues(link: BookableLink): Record<string, string> {
    const known = knownOf(link);
    const shown: [string, string | undefined][] = [
        [FIELD.firstName, known.firstName],
        [FIELD.lastName, known.lastName],
        [FIELD.company, known.company],
        ...link.questions
            .filter(({ prefill, kind }) => prefill !== undefined && !HIDDEN.has(prefill) && isText(kind))
            .map(({ id, prefill }): [string, string | undefined] => [answerField(id), prefill && known[prefill]])
    ];
    return Object.fromEntries(shown.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** What an empty field stands for, masked. */
export function maskedValues(link: BookableLink): { email?: string; phone?: string } {
    const { email, phone } = knownOf(link);
    return {
        ...(email !== undefined && { email: maskEmail(email) }),
        ...(phone !== undefined && { phone: maskPhone(phone) })
    };
}

/** The form with what its empty fields stand for. Somebody with another address is somebody else: nothing is added. */
export function completeForm(form: SubmittedBookingForm, link: BookableLink): SubmittedBookingForm {
    const { email, phone } = knownOf(link);
    const isKnownPerson = email !== undefined && (form.prospect.email ?? email).toLowerCase() === email.toLowerCase();
    if (!isKnownPerson) return form;
    const hidden = { email, ...(phone !== undefined && { phone }) };
    const answers = link.questions.flatMap(({ id, prefill, kind }) => {
        const value = (prefill === 'email' || prefill === 'phone') && isText(kind) ? hidden[prefill] : undefined;
        return value === undefined ? [] : [[id, value] as const];
    });
    return {
        ...form,
        prospect: { ...hidden, ...form.prospect },
        answers: { ...Object.fromEntries(answers), ...form.answers }
    };
}

function knownOf({ singleUse }: BookableLink): KnownProspect {
    return singleUse?.prospect ?? {};
}

function isText(kind: BookableLink['questions'][number]['kind']): boolean {
    return kind === 'text' || kind === 'long_text' || kind === 'phone';
}

/** "w•••@rheinwerk.example": enough for its owner to know it by. */
function maskEmail(email: string): string {
    const at = email.lastIndexOf('@');
    return `${firstLetter(email)}${MASK}${email.slice(at)}`;
}

/** "••• 42". */
function maskPhone(phone: string): string {
    return `${MASK} ${phone.replaceAll(/\D/g, '').slice(-2)}`;
}

function firstLetter(text: string): string {
    return String.fromCodePoint(text.codePointAt(0) ?? 0);
}
