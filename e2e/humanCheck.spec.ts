import { local } from './support/local.ts';
import { newPerson } from './support/prospect.ts';
import { expect, test } from './support/test.ts';

const REUSABLE = `${local.serviceUrl}/l/julio-intro`;

test('a reusable link is booked without anybody noticing the proof of work', async ({ newProspect }) => {
    const prospect = await newProspect();
    const proofs: string[] = [];
    prospect.page.on('request', (sent) => {
        if (sent.method() === 'POST') proofs.push(new URLSearchParams(sent.postData() ?? '').get('humanProof') ?? '');
    });
    await prospect.book(REUSABLE, newPerson('Proof'));
    // The challenge and, behind it, the answer.
    expect(proofs.map((proof) => proof.split('.').length)).toEqual([5]);
});

test('a form that is sent before the answer is there is sent once it is', async ({ newProspect }) => {
    const prospect = await newProspect();
    const { page } = prospect;
    let letGo = (): void => undefined;
    const mayLoad = new Promise<void>((resolve) => (letGo = resolve));
    await prospect.open(REUSABLE);
    const solver = await page.locator('[data-solver]').getAttribute('data-solver');
    await page.route(`**${solver ?? ''}`, async (route) => {
        await mayLoad;
        await route.continue();
    });
    await prospect.chooseTime();
    await prospect.fillIn(newPerson('Patience'));
    await prospect.submit();
    const busy = page.getByRole('button', { name: 'Booking…' });
    await expect(busy).toHaveAttribute('aria-disabled', 'true');
    expect(page.url()).toBe(REUSABLE);
    letGo();
    await expect(prospect.heading('Your meeting is booked')).toBeVisible();
});

test('without JavaScript the form asks for patience, keeps what was typed and goes on', async ({ newProspect }) => {
    const prospect = await newProspect({ javaScriptEnabled: false });
    const { page } = prospect;
    await prospect.open(REUSABLE);
    const start = await prospect.chooseTime();
    await prospect.fillIn(newPerson('Plain'));
    const challenge = await page.locator('[data-solver]').inputValue();
    const [answer] = await Promise.all([page.waitForResponse(REUSABLE), prospect.submit()]);
    expect(answer.status()).toBe(403);
    expect(Number(answer.headers()['retry-after'])).toBeLessThanOrEqual(30);
    await expect(page.getByRole('alert')).toContainText('wait half a minute');
    await expect(page.getByLabel('Last name')).toHaveValue('Plain');
    await expect(page.getByRole('radio', { checked: true })).toHaveValue(start);
    expect(await page.locator('[data-solver]').inputValue()).toBe(challenge);
});
