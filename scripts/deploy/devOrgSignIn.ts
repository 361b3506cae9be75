import { createPrivateKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { NEXORA_USERNAMES } from '../../dev-org/seed/company.ts';
import { CLIENT_ID, keyFiles, readLocalSettings } from '../local/localSettings.ts';
import { callSalesforceCli } from './salesforceCli.ts';
import { DEV_ORG_ALIAS } from './targetOrg.ts';

/** Who deploys to the local org: the administrator of the sample company. */
const ADMIN_USERNAME = NEXORA_USERNAMES.amara;

const TokenAnswer = z.union([
    z.object({ access_token: z.string() }),
    z.object({ error: z.string(), error_description: z.string() })
]);

/**
 * Signs the Salesforce CLI in to the running local org, under the alias `dev` and in a home of its own:
 * the developer's real orgs and aliases stay out of it.
 * @returns the environment in which the CLI knows the alias
 * @throws Error when the local org does not run
 */
export async function signInToDevOrg(
    env: NodeJS.ProcessEnv,
    projectDir: string,
    cwd: string
): Promise<NodeJS.ProcessEnv> {
    const { orgUrl, dataDir } = readLocalSettings(env, projectDir);
    await expectRunning(orgUrl);
    if (!existsSync(path.join(dataDir, 'keys', 'private.pem'))) {
        throw new Error(`${dataDir} has no keys of the org at ${orgUrl}. Set DATA_DIR as npm start had it.`);
    }
    const token = await requestToken(orgUrl, readFileSync(keyFiles(dataDir).privateKeyFile, 'utf8'));
    const cliEnv = isolatedEnvironment(env, path.join(dataDir, 'salesforce-cli'));
    const { code, stdout, stderr } = await callSalesforceCli(
        ['org', 'login', 'access-token', '--alias', DEV_ORG_ALIAS, '--instance-url', orgUrl, '--no-prompt'],
        { cwd, env: { ...cliEnv, SF_ACCESS_TOKEN: token } }
    );
    if (code !== 0) throw new Error(`The Salesforce CLI cannot sign in to ${orgUrl}:\n${stderr}${stdout}`);
    return cliEnv;
}

/** Not `sf org login jwt`: that one also asks Salesforce's own sign-in pages on the internet. */
async function requestToken(orgUrl: string, privateKeyPem: string): Promise<string> {
    const assertion = await new SignJWT({ iss: CLIENT_ID, sub: ADMIN_USERNAME, aud: orgUrl })
        .setProtectedHeader({ alg: 'RS256' })
        .setExpirationTime('3m')
        .sign(createPrivateKey(privateKeyPem));
    const response = await fetch(`${orgUrl}/services/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion })
    });
    const answer = TokenAnswer.parse(await response.json());
    if ('access_token' in answer) return answer.access_token;
    throw new Error(
        `The local org at ${orgUrl} refuses ${ADMIN_USERNAME}: ${answer.error_description}.\n` +
            'Its keys stand in DATA_DIR, which must be the one npm start had.'
    );
}

async function expectRunning(orgUrl: string): Promise<void> {
    const response = await fetch(`${orgUrl}/services/data`).catch(() => undefined);
    if (response?.ok) return;
    throw new Error(
        `The local org does not answer at ${orgUrl}. Start it with npm start in another terminal, ` +
            'or name its port in DEV_ORG_PORT.'
    );
}

/** An environment in which the CLI keeps its files in `home`, reports nothing and asks for no newer version. */
export function isolatedEnvironment(env: NodeJS.ProcessEnv, home: string): NodeJS.ProcessEnv {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const kept = Object.entries(env).filter(([name]) => !/^(XDG_|SF_|SFDX_)/.test(name));
    return {
        ...Object.fromEntries(kept),
        HOME: home,
        USERPROFILE: home,
        LOCALAPPDATA: home,
        // The dev org has no SOAP.
        SF_ORG_METADATA_REST_DEPLOY: 'true',
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
        SF_DISABLE_TELEMETRY: 'true',
        SF_SKIP_NEW_VERSION_CHECK: 'true',
        SF_HIDE_RELEASE_NOTES: 'true'
    };
}
