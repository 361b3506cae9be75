import type { ZodError } from 'zod';
import type { BookableLink } from '../links/linkService.ts';
import type { MeetingQuestion } from '../mirror/records.ts';
import { answerField, FIELD, MAX_LENGTH } from '../pages/formFields.ts';
import type { SubmittedBookingForm } from '../pages/formFields.ts';
import { texts } from '../pages/locales/texts.ts';
import type { Texts } from '../pages/locales/texts.ts';
import type { FieldErrors } from '../pages/views.ts';
import { checkAnswers } from './answers.ts';
import type { AnswerProblem } from './answers.ts';
import { completeForm } from './knownPerson.ts';
import { MAX_GUESTS, NewBooking } from './newBooking.ts';

export type ReadForm = { booking: NewBooking; errors: undefined } | { booking: undefined; errors: FieldErrors };

/** Turns the posted form into a booking, or says for each field what is wrong, in the visitor's language. */
export function readForm(
    submitted: SubmittedBookingForm,
    link: BookableLink,
    linkPath: string,
    locale: string
): ReadForm {
    const t = texts(locale);
    const form = completeForm(submitted, link);
    const parsed = NewBooking.safeParse({
        link: linkPath,
        start: form.start ?? '',
        timeZone: form.timeZone ?? '',
        ...(form.durationMinutes !== undefined && { durationMinutes: Number(form.durationMinutes) }),
        prospect: { firstName: '', lastName: '', email: '', ...form.prospect },
        guests: form.guests,
        ...(form.emailCode !== undefined && { emailCode: form.emailCode }),
        ...(form.humanProof !== undefined && { humanProof: form.humanProof }),
        answers: formAnswers(form, link.questions),
        consent: form.hasConsented
    });
    const errors: Record<string, string> = {
        ...(parsed.success ? {} : fieldErrors(parsed.error, t)),
        ...answerErrors(form, link.questions, t),
        ...(link.meetingType.consentText !== undefined && !form.hasConsented && { [FIELD.consent]: t.errors.consent })
    };
    if (parsed.success && Object.keys(errors).length === 0) return { booking: parsed.data, errors: undefined };
    return { booking: undefined, errors };
}

/** A ticked box is posted as `on`; fields of questions that no longer exist are dropped. */
function formAnswers(form: SubmittedBookingForm, questions: MeetingQuestion[]): Record<string, string | boolean> {
    return Object.fromEntries(
        questions.flatMap(({ id, kind }) => {
            const given = form.answers[id];
            if (given === undefined) return [];
            return [[id, kind === 'checkbox' ? given === 'on' : given] as const];
        })
    );
}

function answerErrors(form: SubmittedBookingForm, questions: MeetingQuestion[], t: Texts): Record<string, string> {
    const { problems } = checkAnswers(questions, formAnswers(form, questions));
    const message = (question: MeetingQuestion, problem: AnswerProblem): string => {
        if (problem === 'required') return t.errors.required(question.label);
        if (problem === 'not_a_choice') return t.errors.choice;
        return t.errors.tooLong(question.kind === 'long_text' ? MAX_LENGTH.longAnswer : MAX_LENGTH.shortAnswer);
    };
    return Object.fromEntries(
        questions.flatMap((question) => {
            const problem = problems.get(question.id);
            return problem === undefined ? [] : [[answerField(question.id), message(question, problem)] as const];
        })
    );
}

/** Field names of the form by where they stand in a booking; in the order of the form; the first problem of a field counts. */
function fieldErrors(error: ZodError, t: Texts): Record<string, string> {
    const errors: Record<string, string> = {};
    const tell = (field: string, message: string): void => void (errors[field] ??= message);
    for (const { path, code } of error.issues) {
        const [first, second] = path.map(String);
        if (first === 'prospect' && second !== undefined) tell(second, personError(second, code, t));
        else if (first === 'guests')
            tell(FIELD.guests, second === undefined ? t.errors.tooManyGuests(MAX_GUESTS) : t.errors.guests);
        else if (first === 'answers' && second !== undefined) tell(answerField(second), t.errors.tooLong(4000));
        else if (first === 'timeZone') tell(FIELD.timeZone, t.errors.start);
        else tell(FIELD.start, t.errors.start);
    }
    return errors;
}

function personError(field: string, code: string, t: Texts): string {
    if (code === 'too_big') return t.errors.tooLong(MAX_LENGTH[field as 'firstName']);
    if (field === FIELD.email) return t.errors.email;
    const labels: Record<string, string> = t.fields as unknown as Record<string, string>;
    return t.errors.required(labels[field] ?? field);
}
