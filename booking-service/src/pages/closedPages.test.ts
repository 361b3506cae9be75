import { closedLinkPage, errorPage } from './closedPages.ts';
import type { ClosedLinkView } from './views.ts';

const company = { name: 'Nexora Systems', contact: 'hello@nexora.example' };

describe('closedLinkPage', () => {
    it.each([
        ['used', 'already been used', 'ask for a new link'],
        ['expired', 'has expired', 'new link'],
        ['revoked', 'has been withdrawn', 'new link'],
        ['inactive', 'not available now', 'when to try again']
    ] as const)('of a link that is %s says what happened, what to do and whom to ask', (state, what, next) => {
        const page = closedLinkPage({ locale: 'en', state, company });
        expect(page).toContain(what);
        expect(page).toContain(next);
        expect(page).toContain('href="mailto:hello@nexora.example"');
    });

    it('reveals nothing about a link that does not exist', () => {
        // Given a company against its type, as a careless caller could.
        const page = closedLinkPage({ locale: 'en', state: 'unknown', company } as ClosedLinkView);
        expect(page).not.toContain('Nexora');
    });

    it('never calls a link invalid that cannot be checked', () => {
        const view = { locale: 'en', state: 'unverifiable', retryAfterSeconds: 60, retryPath: '/s/token' } as const;
        const page = closedLinkPage(view);
        expect(page).toContain('You can try again in 1 minute.');
        expect(page).toContain('href="/s/token"');
        expect(page).not.toMatch(/invalid/i);
    });

    it('offers to send the meeting again only when it can', () => {
        expect(closedLinkPage({ locale: 'en', state: 'used', company })).not.toContain('<form');
        const page = closedLinkPage({ locale: 'en', state: 'used', company, resendPath: '/s/token/resend' });
        expect(page).toMatch(/<form[^>]*method="post"[^>]*action="\/s\/token\/resend"/);
    });
});

describe('errorPage', () => {
    it('gives a reference to quote, escaped', () => {
        const page = errorPage({ locale: 'en', failure: 'internal_error', referenceId: '<R-1>' });
        expect(page).toContain('<code>&lt;R-1&gt;</code>');
    });
});
