import type { OrgResponse } from '../../http/route.ts';
import type { ShellSettings, Theme } from '../../../modules/shellSettings.ts';
import { DEFAULT_THEME } from './theme.ts';

/** Addresses of what a page loads. */
export interface PageAssets {
    pageStyles: string;
    icon: string;
    bootScript: string;
    appScript: string;
}

// Synthetic shadow and the base components put <style> elements into the page; scripts come from files only.
const contentSecurityPolicy = (connectable: readonly string[]): string =>
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        ["connect-src 'self'", ...connectable].join(' '),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'"
    ].join('; ');

/** The page of the shell for one user; its components reach the org and the origins in `connectable`. */
export function shellPage(
    settings: ShellSettings,
    assets: PageAssets,
    connectable: readonly string[] = []
): OrgResponse {
    return html(200, {
        connectable,
        title: settings.orgName,
        lang: settings.lang,
        theme: settings.theme,
        head: [
            `<link rel="icon" href="${assets.icon}">`,
            `<link rel="stylesheet" id="design-system" href="${settings.styleSheets[settings.theme]}">`,
            `<link rel="stylesheet" href="${assets.pageStyles}">`,
            `<link rel="modulepreload" href="${assets.appScript}">`
        ].join('\n'),
        body: [
            '<div id="root"></div>',
            `<script id="dev-org" type="application/json">${scriptData(settings)}</script>`,
            `<script src="${assets.bootScript}"></script>`,
            `<script type="module" src="${assets.appScript}"></script>`,
            '<noscript>Lightning needs JavaScript.</noscript>'
        ].join('\n')
    });
}

/** Shown while the bundle is being made; asks again by itself. */
export function buildingPage(): OrgResponse {
    return html(200, {
        title: 'Starting',
        lang: 'en-US',
        head: '<meta http-equiv="refresh" content="1">',
        body: '<main><h1>Starting</h1><p role="status">The components are being built. This page opens by itself.</p></main>'
    });
}

/** Shown when the bundle cannot be made; the next load tries again. */
export function faultPage(heading: string, faults: string[]): OrgResponse {
    const items = faults.map((fault) => `<li><pre style="white-space:pre-wrap">${escapeHtml(fault)}</pre></li>`);
    return html(500, {
        title: heading,
        lang: 'en-US',
        head: '',
        body: `<main><h1>${escapeHtml(heading)}</h1><ul>${items.join('')}</ul><p>Mend this and reload.</p></main>`
    });
}

interface HtmlPage {
    title: string;
    lang: string;
    theme?: Theme;
    head: string;
    body: string;
    connectable?: readonly string[];
}

function html(status: number, page: HtmlPage): OrgResponse {
    const body = `<!doctype html>
<html lang="${escapeHtml(page.lang)}" data-theme="${page.theme ?? DEFAULT_THEME}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
${page.head}
</head>
<body class="slds-scope">
${page.body}
</body>
</html>
`;
    return {
        status,
        headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': contentSecurityPolicy(page.connectable ?? []),
            'cache-control': 'no-store',
            'referrer-policy': 'same-origin',
            'x-content-type-options': 'nosniff'
        },
        body
    };
}

// `<` is all that could end the element or open a comment in it.
function scriptData(value: unknown): string {
    return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
    const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
    return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
