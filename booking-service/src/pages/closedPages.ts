import { html } from './html.ts';
import type { Html, HtmlContent } from './html.ts';
import { companyMark, contactLine, page } from './layout.ts';
import { texts } from './locales/texts.ts';
import type { Texts } from './locales/texts.ts';
import type { ClosedLinkView, Company, ErrorPageView } from './views.ts';
import { languageField } from './visit.ts';
import type { PageVisit } from './visit.ts';

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
    return messagePage(view, t.closed[view.state], company, closedLinkHelp(t, view), view.state);
}

/** What everybody reads who asks for a new link, whether there was one or not; so it names no company. */
export function askedPage(visit: PageVisit): string {
    const t = texts(visit.locale);
    return messagePage(visit, t.asked, undefined, undefined);
}

/** What everybody reads who asks for the mail about a used link again. */
export function resentPage(visit: PageVisit): string {
    const t = texts(visit.locale);
    return messagePage(visit, t.resent, undefined, undefined);
}

/** Any other failure: what happened, what to do next, and what to quote. */
export function errorPage(view: ErrorPageView): string {
    const { locale, failure, company, retryAfterSeconds, referenceId } = view;
    const t = texts(locale);
    return messagePage(view, t.failures[failure], company, [
        retryAfterSeconds !== undefined && html`<p>${t.retryAfter(retryAfterSeconds)}</p>`,
        referenceId !== undefined && html`<p class="help">${t.reference}: <code>${referenceId}</code></p>`
    ]);
}

function messagePage(
    visit: PageVisit,
    message: Message,
    company: Company | undefined,
    extra: HtmlContent,
    state?: ClosedLinkView['state']
): string {
    const t = texts(visit.locale);
    return page({
        title: message.title,
        visit,
        company,
        body: html`<main
            class="card narrow message"
            id="content"
            ${state !== undefined && html` data-outcome="closed" data-state="${state}"`}
        >
            ${company && companyMark(company)}
            <h1>${message.heading}</h1>
            <p>${message.body}</p>
            <p>${message.next}</p>
            ${extra} ${company && contactLine(t, company)}
        </main>`
    });
}

function closedLinkHelp(t: Texts, view: ClosedLinkView): Html | undefined {
    if (view.state === 'unknown') return undefined;
    if (view.state === 'unverifiable') {
        return html`<p>${t.retryAfter(view.retryAfterSeconds)}</p>
            <p class="actions"><a class="button-primary" href="${view.retryPath}">${t.tryAgain}</a></p>`;
    }
    const resendPath = view.state === 'used' ? view.resendPath : undefined;
    const resend = { label: t.resend, help: t.resendHelp, isMain: true };
    const ask = { label: t.askForLink, help: t.askForLinkHelp, isMain: resendPath === undefined };
    return html`${nextStep(view, resendPath, resend)} ${nextStep(view, view.askPath, ask)}`;
}

/** One thing to do about a closed link: a button that posts nothing but the wish itself. */
function nextStep(
    { lang }: PageVisit,
    path: string | undefined,
    { label, help, isMain }: { label: string; help: string; isMain: boolean }
): Html | undefined {
    return path === undefined
        ? undefined
        : html`<form class="next-step" method="post" action="${path}" data-busy-form>
              ${languageField(lang)}
              <button class="${isMain ? 'button-primary' : 'button-secondary'}" data-busy-text="${label} …">
                  ${label}
              </button>
              <p class="help">${help}</p>
          </form>`;
}
