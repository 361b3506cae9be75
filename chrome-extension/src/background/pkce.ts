/** What ties an authorization code to whoever asked for it (RFC 7636), and an answer to its question. */
export interface SignInSecrets {
    verifier: string;
    /** SHA-256 of the verifier, in base64url. */
    challenge: string;
    state: string;
}

/** New secrets for one sign-in: 256 random bits each. */
export async function newSignInSecrets(): Promise<SignInSecrets> {
    const verifier = randomText();
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    return { verifier, challenge: base64Url(new Uint8Array(digest)), state: randomText() };
}

function randomText(): string {
    return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64Url(bytes: Uint8Array): string {
    return btoa(String.fromCharCode(...bytes))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
}
