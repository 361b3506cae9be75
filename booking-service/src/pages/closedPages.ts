import { html, linkedText } from './html.ts';
import type { Html, HtmlContent } from './html.ts';
import { page } from './layout.ts';
import { texts } from './locales/texts.ts';
import type { Texts } from './locales/texts.ts';
import type { ClosedLinkView, Company, ErrorPageView } from './views.ts';

interface Message {
    title: string;
    heading: string;
    body: string;
    next: string;
}

/** A link that cannot be booked: what happened, and what to do next. */
export function closedLinkPage(view: ClosedLinkView): string {
    const t = texts(view.locale);
    const company = view.state === 'unknown' || view.state === 'unverifiable' ? undefined : view.company;
    return messagePage(view.locale, t.closed[view.state], company, closedLinkHelp(t, view));
}

/** Any other failure: what happened, what to do next, and what to quote. */
export function errorPage({ locale, failure, company, retryAfterSeconds, referenceId }: ErrorPageView): string {
    const t = texts(locale);
    return messagePage(locale, t.failures[failure], company, [
        retryAfterSeconds !== undefined && html`<p>${t.retryAfter(retryAfterSeconds)}</p>`,
        referenceId !== undefined && html`<p class="help">${t.reference}: <code>${referenceId}</code></p>`
    ]);
}

function messagePage(locale: string, message: Message, company: Company | undefined, extra: HtmlContent): string {
    const t = texts(locale);
    return page({
        title: message.title,
        locale,
        body: html`<main class="card narrow message" id="content">
            ${company && html`<p class="company">${company.name}</p>`}
            <h1>${message.heading}</h1>
            <p>${message.body}</p>
            <p>${message.next}</p>
            ${extra} ${company && contactLine(t, company)}
        </main>`
    });
}

function closedLinkHelp(t: Texts, view: ClosedLinkView): Html | undefined {
    if (view.state === 'used' && view.resendPath !== undefined) {
        return html`<form class="actions" method="post" action="${view.resendPath}">
            <button class="button-secondary">${t.resend}</button>
            <p class="help">${t.resendHelp}</p>
        </form>`;
    }
    if (view.state !== 'unverifiable') return undefined;
    return html`<p>${t.retryAfter(view.retryAfterSeconds)}</p>
        <p class="actions"><a class="button-primary" href="${view.retryPath}">${t.tryAgain}</a></p>`;
}

function contactLine(t: Texts, { name, contact }: Company): Html | undefined {
    return contact === undefined ? undefined : html`<p class="contact">${t.contact(name)} ${linkedText(contact)}</p>`;
}
