import { en } from './locales/en.ts';
import { mailHtml } from './mailHtml.ts';

const mailIn = (locale: string): string =>
    mailHtml({
        ...{ locale, company: 'Nexora Systems', heading: 'Confirmed', intro: 'See you soon.', texts: en },
        ...{ facts: [{ label: 'When', values: ['Monday'] }], notes: [] }
    });

describe('a mail as HTML', () => {
    it('has its labels on the side where lines begin', () => {
        expect(mailIn('en-US')).toMatch(
            /dir="ltr"[^]*<th scope="row" style="[^"]*text-align:left;padding:8px 16px 8px 0"/
        );
        expect(mailIn('ar-EG')).toMatch(
            /dir="rtl"[^]*<th scope="row" style="[^"]*text-align:right;padding:8px 0 8px 16px"/
        );
    });
});
