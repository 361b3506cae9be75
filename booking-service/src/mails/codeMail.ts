import { mailTexts } from './locales/mailTexts.ts';
import type { MailView } from './mailView.ts';

/** The mail with a one-time code. */
export function codeMailView(
    code: string,
    {
        locale,
        company,
        validMinutes
    }: {
        locale: string;
        company: string;
        validMinutes: number;
    }
): MailView {
    const t = mailTexts(locale);
    return {
        locale,
        texts: t,
        company,
        heading: t.code.heading,
        intro: t.code.intro,
        code,
        facts: [],
        notes: [t.code.validity(validMinutes), t.code.notAsked]
    };
}
