import { raw } from 'hono/html';
import { pageAssets } from './assets.ts';
import { brandStylesPath } from './brand.ts';
import { attribute, html, linkedText } from './html.ts';
import type { Html } from './html.ts';
import { directionOf, texts } from './locales/texts.ts';
import type { Texts } from './locales/texts.ts';
import type { Company } from './views.ts';
import { languageSwitch } from './visit.ts';
import type { PageVisit } from './visit.ts';

/** One whole document. */
export interface PageParts {
    /** Neutral words only: titles end up in histories and shared screens, so no token and nobody's data. */
    title: string;
    visit: PageVisit;
    /** Whose page it is; absent where the page must not tell. */
    company?: Company | undefined;
    body: Html;
    /** Set on pages with times or forms; the others need no script. */
    hasScript?: boolean;
}

/** The document around a page's content. Works under a policy that allows no inline script or style. */
export function page({ title, visit, company, body, hasScript = false }: PageParts): string {
    const { locale, isEmbedded } = visit;
    const t = texts(locale);
    const assets = pageAssets();
    const className = isEmbedded === true ? 'embedded' : undefined;
    return html`${raw('<!doctype html>')}
        <html lang="${locale}" dir="${directionOf(locale)}" ${attribute('class', className)}>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${title}</title>
                <meta name="description" content="${t.description}" />
                <meta name="robots" content="noindex, nofollow" />
                <meta name="referrer" content="no-referrer" />
                <meta name="color-scheme" content="light dark" />
                <meta name="format-detection" content="telephone=no" />
                <link rel="icon" href="${assets.icon}" type="image/svg+xml" />
                <link rel="stylesheet" href="${assets.styles}" />
                ${
                    company?.brandColor !== undefined &&
                    html`<link rel="stylesheet" href="${brandStylesPath(company.brandColor)}" />`
                }
                ${
                    (hasScript || isEmbedded === true) &&
                    html`<script type="module" src="${assets.script}" async></script>`
                }
            </head>
            <body>
                <a class="skip-link" href="#content">${t.skipToContent}</a>
                ${languageSwitch(t.language, visit)} ${body}
                <footer class="page-footer">${t.footer} <span class="product-mark">Admit One</span></footer>
            </body>
        </html>`.toString();
}

/** Whose page it is, by logo or name. */
export function companyMark({ name, logo }: Company): Html {
    return logo === undefined
        ? html`<p class="company">${name}</p>`
        : html`<p class="company"><img class="logo" src="${logo}" alt="${name}" /></p>`;
}

/** Where a prospect finds help; nothing where the company does not say. */
export function contactLine(t: Texts, { name, contact }: Company): Html | undefined {
    return contact === undefined ? undefined : html`<p class="contact">${t.contact(name)} ${linkedText(contact)}</p>`;
}
