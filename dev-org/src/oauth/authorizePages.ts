import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { OrgResponse } from '../http/route.ts';
import type { Row } from '../store/recordStore.ts';
import type { AuthorizationRequest } from './authorizationRequest.ts';
import type { OAuthError } from './oauthError.ts';

const STYLES = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 26rem; margin: 3rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
ul { padding: 0; list-style: none; }
li { margin: 0.5rem 0; }
.scopes { padding-left: 1.25rem; list-style: disc; }
button { width: 100%; min-height: 2.75rem; padding: 0.5rem 1rem; border: 1px solid #747474; border-radius: 0.25rem;
    background: transparent; color: inherit; font: inherit; text-align: left; cursor: pointer; }
button.main { border-color: #0250d9; background: #0250d9; color: #fff; text-align: center; }
button.second { text-align: center; }
button:focus-visible, a:focus-visible { outline: 3px solid #0250d9; outline-offset: 2px; }
small { display: block; }
`;
/** Made in one piece: what its hash is taken of must stay to the letter. */
const STYLE_ELEMENT = raw(`<style>${STYLES}</style>`);
const STYLE_HASH = createHash('sha256').update(STYLES).digest('base64');

/** Asks who signs in. The dev org has no passwords: one chooses whom to be. */
export function loginPage(id: string, request: AuthorizationRequest, users: Row[]): OrgResponse {
    return page('Choose whom to be', request.redirectUri, [
        html`<h1>Choose whom to be</h1>
            <p>${labelOf(request)} wants to sign in to this dev org. There are no passwords here.</p>
            <form method="post" action="/services/oauth2/authorize/user">
                <input type="hidden" name="request" value="${id}" />
                <ul>
                    ${users.map(
                        (user) =>
                            html`<li>
                                <button name="user" value="${user.Id}">
                                    ${user['Name']}<small>${user['Title'] ?? user['Username']}</small>
                                </button>
                            </li>`
                    )}
                </ul>
            </form>`
    ]);
}

/** Asks whether the app may act for who signed in. */
export function consentPage(id: string, request: AuthorizationRequest, user: Row): OrgResponse {
    return page(`Allow ${labelOf(request)}?`, request.redirectUri, [
        html`<h1>Allow access?</h1>
            <p><strong>${labelOf(request)}</strong> asks to act for <strong>${user['Name']}</strong>:</p>
            <ul class="scopes">
                ${request.scopes.map((scope) => html`<li>${SCOPES[scope] ?? scope}</li>`)}
            </ul>
            <form method="post" action="/services/oauth2/authorize/consent">
                <input type="hidden" name="request" value="${id}" />
                <ul>
                    <li><button class="main" name="decision" value="allow">Allow</button></li>
                    <li><button class="second" name="decision" value="deny">Deny</button></li>
                    <li><button class="second" name="decision" value="change">Be somebody else</button></li>
                </ul>
            </form>`
    ]);
}

/** Says what is wrong with a request that can be sent nowhere. */
export function refusalPage({ code, message, status }: OAuthError): OrgResponse {
    return {
        ...page('Sign-in failed', undefined, [
            html`<h1>Sign-in failed</h1>
                <p role="alert">error=${code}: ${message}</p>
                <p>Go back to the app and try again; if it stays so, the app is set up for another org.</p>`
        ]),
        status
    };
}

const SCOPES: Record<string, string> = {
    api: 'Manage user data via APIs (api)',
    refresh_token: 'Perform requests at any time (refresh_token)',
    id: 'Access the identity URL service (id)',
    web: 'Manage user data via Web browsers (web)',
    full: 'Full access (full)'
};

const labelOf = ({ app }: AuthorizationRequest): string => app.label ?? app.clientId;

type Fragment = ReturnType<typeof html>;

function page(title: string, redirectUri: string | undefined, content: Fragment[]): OrgResponse {
    const body = html`<!doctype html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${title} - Dev Org</title>
                ${STYLE_ELEMENT}
            </head>
            <body>
                <main>${content}</main>
            </body>
        </html>`;
    return {
        status: 200,
        headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': contentSecurityPolicy(redirectUri),
            'cache-control': 'no-store',
            'referrer-policy': 'same-origin',
            'x-content-type-options': 'nosniff',
            'x-frame-options': 'DENY'
        },
        // Nothing in it waits, so it is text already.
        body: (body as HtmlEscapedString).toString()
    };
}

/** Browsers hold `form-action` against the redirect that answers a form too, so the way back to the app is in it. */
function contentSecurityPolicy(redirectUri: string | undefined): string {
    return [
        "default-src 'none'",
        `style-src 'sha256-${STYLE_HASH}'`,
        `form-action 'self'${redirectUri === undefined ? '' : ` ${sourceOf(redirectUri)}`}`,
        "base-uri 'none'",
        "frame-ancestors 'none'"
    ].join('; ');
}

function sourceOf(redirectUri: string): string {
    const { origin, protocol } = new URL(redirectUri);
    return origin === 'null' ? protocol : origin;
}
