/** @jest-environment jsdom */
import { readPersonInView } from './personInView.ts';

function show(html: string): void {
    document.body.innerHTML = html;
}

describe('the person in view', () => {
    it('is who wrote the open message in Gmail, not the user', () => {
        show(`<a href="https://accounts.google.com/SignOutOptions" aria-label="Google Account: me@nexora.example"></a>
            <div role="main"><span email="Chloe@Example.com">Chloé</span><span email="me@nexora.example">me</span></div>
            <div><span email="list@example.com">in the list of messages</span></div>`);
        expect(readPersonInView(document, 'mail.google.com')).toEqual({ emails: ['chloe@example.com'], names: [] });
    });

    it('is who wrote the open message in Outlook', () => {
        show('<div role="main"><span title="Chloé Lefèvre &lt;chloe@example.com&gt;">Chloé</span></div>');
        expect(readPersonInView(document, 'outlook.office.com').emails).toEqual(['chloe@example.com']);
    });

    it('is the profile in LinkedIn, by its name', () => {
        show('<h1>LinkedIn</h1><main><h1> Chloé Lefèvre </h1></main>');
        expect(readPersonInView(document, 'www.linkedin.com')).toEqual({ emails: [], names: ['Chloé Lefèvre'] });
    });

    it('is nobody on other sites', () => {
        show('<div role="main"><span email="chloe@example.com"></span></div>');
        expect(readPersonInView(document, 'mail.google.com.evil.example')).toEqual({ emails: [], names: [] });
    });
});
