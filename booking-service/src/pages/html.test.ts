import { attribute, flag, html, linkedText, safeUrl } from './html.ts';

describe('html', () => {
    it('escapes strings and keeps markup of its own', () => {
        const inner = html`<b>${'<i>"&\''}</b>`;
        expect(html`<p>${inner}${['<', 2]}</p>`.toString()).toBe('<p><b>&lt;i&gt;&quot;&amp;&#39;</b>&lt;2</p>');
    });

    it('prints nothing for what is absent', () => {
        expect(html`<p>${undefined}${false}${attribute('a', undefined)}${flag('b', false)}</p>`.toString()).toBe(
            '<p></p>'
        );
    });

    it('drops the indentation of the template and none of a value', () => {
        const text = 'one\n    two';
        // prettier-ignore
        const page = html`<p>
            ${text}
        </p>`;
        expect(page.toString()).toBe('<p>\none\n    two\n</p>');
    });
});

describe('safeUrl', () => {
    it.each([['javascript:alert(1)'], ['data:text/html,x'], ['//example.com'], ['not an address']])(
        'refuses %s',
        (url) => {
            expect(safeUrl(url)).toBeUndefined();
        }
    );
});

describe('linkedText', () => {
    it.each([
        ['https://meet.example/room', 'href="https://meet.example/room"'],
        ['help@example.com', 'href="mailto:help@example.com"']
    ])('links %s', (text, href) => {
        expect(linkedText(text).toString()).toContain(href);
    });

    it.each([['Room 4, second floor'], ['javascript:alert(1)@example.com'], ['see https://meet.example/room']])(
        'leaves %s as text',
        (text) => {
            expect(linkedText(text).toString()).toBe(text);
        }
    );
});
