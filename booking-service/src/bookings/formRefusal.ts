import type { HumanCheckProblem, HumanRefusal } from '../admission/humanCheck.ts';
import { FIELD } from '../pages/formFields.ts';
import { texts } from '../pages/locales/texts.ts';
import type { AlertCode, FieldErrors } from '../pages/views.ts';
import type { ForwardingReason } from './forwarding.ts';

/** What the page says of a proof that does not count; whoever's script runs only has to send the form again. */
const HUMAN_ALERTS: Record<HumanRefusal, AlertCode> = {
    missing: 'human_check',
    wrong: 'human_check',
    expired: 'human_check',
    spent: 'human_check',
    too_soon: 'human_check_too_soon',
    too_many: 'human_check_too_many'
};

/** Why the form is shown again. */
export interface FormRefusal {
    /** HTTP status. */
    status: number;
    errors: FieldErrors;
    alert: AlertCode;
    /** The form has a field for the one-time code now. */
    asksForCode?: boolean;
}

/** What the page says when the proof that somebody is no program is missing. */
export function humanCheckRefusal({ reason, status }: HumanCheckProblem): FormRefusal {
    return { status, errors: {}, alert: HUMAN_ALERTS[reason] };
}

/** What the page says when the link was made for somebody else, or a code has to prove that it was not. */
export function forwardingRefusal(reason: ForwardingReason, locale: string): FormRefusal {
    const { errors } = texts(locale);
    const status = 400;
    if (reason === 'other_company') {
        return { status, errors: { [FIELD.email]: errors.otherCompany }, alert: 'invalid_request' };
    }
    if (reason === 'other_address') {
        return { status, errors: { [FIELD.email]: errors.otherAddress }, alert: 'invalid_request' };
    }
    const message = {
        code_needed: errors.codeNeeded,
        code_wrong: errors.codeWrong,
        code_expired: errors.codeExpired,
        too_many_codes: errors.tooManyCodes
    }[reason];
    const alert = reason === 'code_needed' ? 'code_needed' : 'invalid_request';
    return { status, errors: { [FIELD.emailCode]: message }, alert, asksForCode: true };
}
