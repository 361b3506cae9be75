/** Whom a page is about, as far as it says. */
export interface PersonInView {
    /** Lower case, each once. */
    emails: string[];
    names: string[];
}

const EMAIL = /[\w.+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
/** As many as one look-up may ask for. */
const MOST = 20;

/** Where each site names the people of the open message or profile, and where it names the user. */
const SITES: readonly { host: RegExp; people: string; names?: string; self?: string }[] = [
    {
        host: /^mail\.google\.com$/,
        people: '[role="main"] [email], [role="dialog"] [email]',
        self: 'a[href^="https://accounts.google.com/SignOutOptions"]'
    },
    {
        host: /^outlook\.(?:office|office365|live|cloud)\.(?:com|microsoft)$/,
        people: '[role="main"] [title*="@"], [role="main"] [aria-label*="@"]',
        self: '#O365_MainLink_Me'
    },
    { host: /^(?:[a-z]+\.)?linkedin\.com$/, people: 'a[href^="mailto:"]', names: 'main h1' }
];

/** Whether a page is one on which people are looked for. */
export function isPeopleSite(address: string): boolean {
    const host = URL.parse(address)?.hostname ?? '';
    return SITES.some((site) => site.host.test(host));
}

/** Reads the addresses and names in view from a page's own elements; nothing is kept. */
export function readPersonInView(page: Document, hostname: string): PersonInView {
    const site = SITES.find(({ host }) => host.test(hostname));
    if (!site) return { emails: [], names: [] };
    const self = new Set(site.self === undefined ? [] : emailsIn(page, site.self));
    const emails = emailsIn(page, site.people).filter((email) => !self.has(email));
    const headings = site.names === undefined ? [] : [...page.querySelectorAll(site.names)];
    const names = headings.map(({ textContent }) => textContent.trim()).filter((name) => name !== '');
    return { emails: unique(emails), names: unique(names) };
}

function emailsIn(page: Document, selector: string): string[] {
    return [...page.querySelectorAll(selector)].flatMap((element) => {
        const texts = ['email', 'title', 'aria-label', 'href'].map((name) => element.getAttribute(name) ?? '');
        return (texts.join(' ').replaceAll('mailto:', ' ').match(EMAIL) ?? []).map((email) => email.toLowerCase());
    });
}

function unique(values: string[]): string[] {
    return [...new Set(values)].slice(0, MOST);
}
