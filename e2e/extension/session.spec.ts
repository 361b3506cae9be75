import { local } from '../support/local.ts';
import { pickFromMenu } from './support/extension.ts';
import { expect, skipWithoutExtensions, test } from './support/test.ts';

const LINK = 'Intro call with Julio';

skipWithoutExtensions();

/** Ends what a token stands for, as an admin does: with a refresh token the whole session. @returns the status */
async function revoke(token: string): Promise<number> {
    const url = `${local.orgUrl}/services/oauth2/revoke`;
    return (await fetch(url, { method: 'POST', body: new URLSearchParams({ token }) })).status;
}

test('a session that Salesforce has ended asks for another sign-in', async ({ extension }) => {
    const popup = await extension.signIn();
    expect(await revoke((await extension.tokens()).refreshToken)).toBe(200);
    await pickFromMenu(popup, LINK, 'Copy Single-Use Link');
    await expect(popup.getByRole('alert').filter({ hasText: 'Your session has ended' })).toBeVisible();
    await popup.reload();
    await expect(popup.getByRole('heading', { name: 'Your session has ended' })).toBeVisible();
    await expect(popup.getByText('Sign in again to go on, Julio Reyes.')).toBeVisible();
});

test('an access token that has expired is renewed without a word', async ({ extension }) => {
    const popup = await extension.signIn();
    const { accessToken } = await extension.tokens();
    expect(await revoke(accessToken)).toBe(200);
    await extension.copied(popup, () => pickFromMenu(popup, LINK, 'Copy Single-Use Link'));
    expect((await extension.tokens()).accessToken).not.toBe(accessToken);
});

test('without a network the links stay and a single-use copy says what is missing', async ({ extension }) => {
    await (await extension.signIn()).close();
    await extension.context.setOffline(true);
    const popup = await extension.open('popup');
    await expect(popup.getByRole('alert').filter({ hasText: 'You are offline' })).toBeVisible();
    await extension.copied(popup, () => popup.getByRole('button', { name: `Copy Link: ${LINK}`, exact: true }).click());
    await pickFromMenu(popup, LINK, 'Copy Single-Use Link');
    await expect(popup.getByRole('alert').filter({ hasText: 'needs the network' })).toHaveCount(2);
});

test('signing out revokes the tokens', async ({ extension }) => {
    const popup = await extension.signIn();
    const { refreshToken } = await extension.tokens();
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await expect(popup.getByRole('heading', { name: 'Sign in to Salesforce' })).toBeVisible();
    // Salesforce does not know the token any more.
    expect(await revoke(refreshToken)).toBe(400);
});
