import { local } from '../support/local.ts';
import { newPerson } from '../support/prospect.ts';
import { linkNamed, pickFromMenu } from './support/extension.ts';
import { expect, skipWithoutExtensions, test } from './support/test.ts';

const LINK = 'Intro call with Julio';

skipWithoutExtensions();

test('a rep signs in, copies the reusable link and a single-use link that is booked once', async ({
    extension,
    prospect
}) => {
    const popup = await extension.signIn();
    const reusable = await extension.copied(popup, () =>
        popup.getByRole('button', { name: `Copy Link: ${LINK}`, exact: true }).click()
    );
    expect(reusable).toBe(`${local.serviceUrl}/l/julio-intro`);

    const single = await extension.copied(popup, () => pickFromMenu(popup, LINK, 'Copy Single-Use Link'));
    expect(single).toMatch(new RegExp(`^${local.serviceUrl}/s/[a-z0-9]{32}$`));
    await prospect.book(single, newPerson());
    await prospect.open(single, 410);

    const next = await extension.copied(popup, () => pickFromMenu(popup, LINK, 'Copy Single-Use Link'));
    expect(next).not.toBe(single);
    await prospect.open(next);
});

test('the popup finds links as one types, in My Links and in the Links Library', async ({ extension }) => {
    const popup = await extension.signIn();
    await expect(linkNamed(popup, LINK)).toBeVisible();
    await popup.getByRole('searchbox', { name: 'Search links' }).fill('deep dive');
    await expect(popup.getByRole('listitem')).toHaveCount(1);
    await popup.getByRole('searchbox').fill('nothing like it');
    await expect(popup.getByText('No link matches “nothing like it”.')).toBeVisible();
    await popup.getByRole('searchbox').fill('');
    await popup.getByRole('tab', { name: 'My Links' }).press('ArrowRight');
    await expect(popup.getByRole('tab', { name: 'Links Library' })).toBeFocused();
    await expect(popup.getByRole('tab', { name: 'Links Library' })).toHaveAttribute('aria-selected', 'true');
});
