import { raw } from 'hono/html';
import { pageAssets } from './assets.ts';
import type { PageAssets } from './assets.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { texts } from './locales/texts.ts';

/** One whole document. */
export interface PageParts {
    /** Neutral words only: titles end up in histories and shared screens, so no token and nobody's data. */
    title: string;
    locale: string;
    body: Html;
    /** Set on pages with times or forms; the others need no script. */
    hasScript?: boolean;
}

/** The document around a page's content. Works under a policy that allows no inline script or style. */
export function page({ title, locale, body, hasScript = false }: PageParts): string {
    const t = texts(locale);
    const assets = pageAssets();
    return html`${raw('<!doctype html>')}
        <html lang="${locale}">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${title}</title>
                <meta name="robots" content="noindex, nofollow" />
                <meta name="referrer" content="no-referrer" />
                <meta name="color-scheme" content="light dark" />
                <meta name="format-detection" content="telephone=no" />
                <link rel="icon" href="${assets.icon}" type="image/svg+xml" />
                <link rel="stylesheet" href="${assets.styles}" />
                ${hasScript && scriptTags(assets)}
            </head>
            <body>
                <a class="skip-link" href="#content">${t.skipToContent}</a>
                ${body}
                <footer class="page-footer">${t.footer} <span class="product-mark">Admit One</span></footer>
            </body>
        </html>`.toString();
}

function scriptTags({ script, scriptImports }: PageAssets): Html {
    const preloads = scriptImports.map((path) => html`<link rel="modulepreload" href="${path}" />`);
    return html`${preloads}
        <script type="module" src="${script}" async></script>`;
}
