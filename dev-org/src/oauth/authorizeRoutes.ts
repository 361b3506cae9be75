import type { OrgRequest, OrgResponse, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { AuthorizationRequests, readAsked, readReturn } from './authorizationRequest.ts';
import type { AuthorizationRequest } from './authorizationRequest.ts';
import { consentPage, loginPage, refusalPage } from './authorizePages.ts';
import type { ConnectedApps } from './connectedApp.ts';
import type { Grants } from './grants.ts';
import { OAuthError } from './oauthError.ts';
import { activeUserById, activeUsers } from './users.ts';

const PATTERN = '/services/oauth2/authorize';
/** Keeps who signed in, for these pages only. */
const COOKIE = 'oauthUser';
const MOST_COOKIES = 1000;

interface Parts {
    org: OrgContext;
    apps: ConnectedApps;
    grants: Grants;
    now: () => number;
}

/** The pages of the authorization code flow: who are you, may the app, and back to it with a code. */
export function authorizeRoutes(parts: Parts): Route[] {
    const pages = new AuthorizePages(parts);
    const route = (method: string, pattern: string, about: string, handle: Route['handle']): Route => ({
        ...{ method, pattern, about, isPublic: true },
        handle: (request) => showingRefusals(() => handle(request))
    });
    return [
        route('GET', PATTERN, 'authorization code flow with PKCE (S256): sign-in page', (request) =>
            pages.begin(request)
        ),
        route('POST', `${PATTERN}/user`, 'the sign-in page’s form', (request) => pages.chooseUser(request)),
        route('POST', `${PATTERN}/consent`, 'the consent page’s form', (request) => pages.decide(request))
    ];
}

function showingRefusals(work: () => OrgResponse | Promise<OrgResponse>): OrgResponse | Promise<OrgResponse> {
    try {
        return work();
    } catch (error) {
        if (error instanceof OAuthError) return refusalPage(error);
        throw error;
    }
}

class AuthorizePages {
    readonly #org: OrgContext;
    readonly #apps: ConnectedApps;
    readonly #grants: Grants;
    readonly #requests: AuthorizationRequests;
    /** The scopes each user has allowed each app: who said yes is not asked twice. */
    readonly #approved = new Map<string, Set<string>>();
    /** Tokens of the cookie, and whom they stand for. */
    readonly #signedIn = new Map<string, string>();

    constructor({ org, apps, grants, now }: Parts) {
        this.#org = org;
        this.#apps = apps;
        this.#grants = grants;
        this.#requests = new AuthorizationRequests(now);
    }

    begin({ query, headers }: OrgRequest): OrgResponse {
        const { app, redirectUri } = readReturn(this.#apps, query);
        const state = query.get('state') ?? undefined;
        const prompt = (query.get('prompt') ?? '').split(' ');
        try {
            const request = { app, redirectUri, state, ...readAsked(app, query) };
            const userId = prompt.includes('login') ? undefined : this.#userOfCookie(headers['cookie']);
            if (prompt.includes('none')) return this.#withoutAsking(request, userId);
            const id = this.#requests.add({ ...request, ...(userId !== undefined && { userId }) });
            return this.#ask(id, prompt.includes('consent'));
        } catch (error) {
            if (!(error instanceof OAuthError)) throw error;
            return backTo({ redirectUri, state }, { error: error.code, error_description: error.message });
        }
    }

    chooseUser(sent: OrgRequest): OrgResponse {
        const form = this.#readForm(sent);
        const id = form.get('request') ?? '';
        const request = this.#requests.get(id);
        const user = activeUserById(this.#org, form.get('user') ?? '');
        request.userId = user.Id;
        const answer = this.#ask(id, false);
        const token = crypto.randomUUID();
        this.#signedIn.set(token, user.Id);
        const [oldest] = this.#signedIn.keys();
        if (this.#signedIn.size > MOST_COOKIES && oldest !== undefined) this.#signedIn.delete(oldest);
        const cookie = `${COOKIE}=${token}; Path=${PATTERN}; HttpOnly; SameSite=Lax`;
        return { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
    }

    decide(sent: OrgRequest): OrgResponse {
        const form = this.#readForm(sent);
        const id = form.get('request') ?? '';
        const decision = form.get('decision');
        if (decision === 'change') {
            const request = this.#requests.get(id);
            delete request.userId;
            return this.#ask(id, false);
        }
        const request = this.#requests.take(id);
        if (request.userId === undefined) throw new OAuthError('invalid_request', 'sign in first');
        if (decision !== 'allow') {
            return backTo(request, { error: 'access_denied', error_description: 'end-user denied authorization' });
        }
        return this.#allow(request, request.userId);
    }

    /** The next page for a request: whom to be, whether to allow, or back to the app when all is known. */
    #ask(id: string, asksAgain: boolean): OrgResponse {
        const request = this.#requests.get(id);
        if (request.userId === undefined) return loginPage(id, request, activeUsers(this.#org));
        if (!asksAgain && this.#isApproved(request, request.userId)) {
            return this.#allow(this.#requests.take(id), request.userId);
        }
        return consentPage(id, request, activeUserById(this.#org, request.userId));
    }

    #withoutAsking(request: Omit<AuthorizationRequest, 'expiresAt'>, userId: string | undefined): OrgResponse {
        if (userId === undefined) throw new OAuthError('login_required', 'nobody is signed in');
        if (!this.#isApproved(request, userId)) throw new OAuthError('consent_required', 'the user has to approve');
        return this.#allow(request, userId);
    }

    #allow(request: Omit<AuthorizationRequest, 'expiresAt'>, userId: string): OrgResponse {
        const { app, scopes, redirectUri, challenge } = request;
        const key = `${app.clientId} ${userId}`;
        this.#approved.set(key, new Set([...(this.#approved.get(key) ?? []), ...scopes]));
        const grant = { clientId: app.clientId, userId, scopes };
        return backTo(request, { code: this.#grants.issueCode(grant, { redirectUri, challenge }) });
    }

    #isApproved({ app, scopes }: Pick<AuthorizationRequest, 'app' | 'scopes'>, userId: string): boolean {
        const approved = this.#approved.get(`${app.clientId} ${userId}`);
        return approved !== undefined && scopes.every((scope) => approved.has(scope));
    }

    #userOfCookie(header = ''): string | undefined {
        const token = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(header)?.[1];
        const userId = token === undefined ? undefined : this.#signedIn.get(token);
        return activeUsers(this.#org).find(({ Id }) => Id === userId)?.Id;
    }

    /** @throws OAuthError invalid_request for a form that another site sent */
    #readForm({ body, headers }: OrgRequest): URLSearchParams {
        const { origin } = headers;
        if (origin === undefined || origin === `http://${headers['host'] ?? ''}`) return new URLSearchParams(body);
        throw new OAuthError('invalid_request', 'this form belongs to the org’s own pages');
    }
}

/** Sends the browser back to the app. */
function backTo(
    { redirectUri, state }: Pick<AuthorizationRequest, 'redirectUri' | 'state'>,
    answer: Record<string, string>
): OrgResponse {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
    if (state !== undefined) url.searchParams.set('state', state);
    return { status: 302, headers: { location: url.href, 'cache-control': 'no-store' } };
}
