import { createPublicKey } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { ConnectedApp } from './connectedApp.ts';
import { OAuthError } from './oauthError.ts';

const SALESFORCE_AUDIENCES = ['https://login.salesforce.com', 'https://test.salesforce.com'];
const LONGEST_LIFE_SECONDS = 5 * 60;

/**
 * Checks a signed assertion and returns the user name it speaks for.
 * @throws OAuthError invalid_grant, invalid_client_id
 */
export async function verifyAssertion(
    assertion: string,
    app: ConnectedApp,
    { orgUrl, now }: { orgUrl: string; now: number }
): Promise<string> {
    if (app.publicKeyPem === undefined) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
    const { iss, sub, exp = 0 } = await readClaims(assertion, app.publicKeyPem, { orgUrl, now });
    if (iss !== app.clientId) throw new OAuthError('invalid_client_id', 'client identifier invalid');
    if (exp > now / 1000 + LONGEST_LIFE_SECONDS) {
        throw new OAuthError('invalid_grant', 'assertion exp is too far in the future');
    }
    if (!sub) throw new OAuthError('invalid_grant', 'subject is missing');
    return sub;
}

async function readClaims(assertion: string, publicKeyPem: string, { orgUrl, now }: { orgUrl: string; now: number }) {
    try {
        const { payload } = await jwtVerify(assertion, createPublicKey(publicKeyPem), {
            algorithms: ['RS256'],
            audience: [...SALESFORCE_AUDIENCES, orgUrl],
            currentDate: new Date(now),
            requiredClaims: ['exp']
        });
        return payload;
    } catch (cause) {
        if (cause instanceof errors.JWTExpired) throw new OAuthError('invalid_grant', 'expired authorization code');
        if (cause instanceof errors.JWTClaimValidationFailed && cause.claim === 'aud') {
            throw new OAuthError('invalid_grant', 'audience is invalid');
        }
        if (cause instanceof errors.JOSEError || cause instanceof TypeError) {
            throw new OAuthError('invalid_grant', 'invalid assertion');
        }
        throw cause;
    }
}
