import { pickFromMenu } from './support/extension.ts';
import { expect, skipWithoutExtensions, test } from './support/test.ts';

const LINK = 'Intro call with Julio';

skipWithoutExtensions();

test('a session that Salesforce has ended asks for another sign-in', async ({ extension, world }) => {
    const popup = await extension.signIn();
    const token = await extension.refreshToken();
    const revoked = await fetch(`${world.local.orgUrl}/services/oauth2/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token })
    });
    expect(revoked.status).toBe(200);
    await pickFromMenu(popup, LINK, 'Copy Single-Use Link');
    await expect(popup.getByRole('alert').filter({ hasText: 'Your session has ended' })).toBeVisible();
    await popup.reload();
    await expect(popup.getByRole('heading', { name: 'Your session has ended' })).toBeVisible();
    await expect(popup.getByText('Sign in again to go on, Julio Reyes.')).toBeVisible();
});

test('an access token that has expired is renewed without a word', async ({ extension, world }) => {
    const popup = await extension.signIn();
    const before = await extension.refreshToken();
    world.org.sessions.endAll();
    await extension.copied(popup, () => pickFromMenu(popup, LINK, 'Copy Single-Use Link'));
    expect(await extension.refreshToken()).not.toBe(before);
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

test('signing out revokes the tokens', async ({ extension, world }) => {
    const popup = await extension.signIn();
    const token = await extension.refreshToken();
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await expect(popup.getByRole('heading', { name: 'Sign in to Salesforce' })).toBeVisible();
    const refused = await fetch(`${world.local.orgUrl}/services/oauth2/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token })
    });
    expect(refused.status).toBe(400);
});
