import { HOSTILE_NAMES } from '../booking-service/testing/hostileNames.ts';
import { local } from './support/local.ts';
import { newPerson } from './support/prospect.ts';
import { meetingsOf, mintLink } from './support/salesforce.ts';
import { expect, test } from './support/test.ts';

/** What an input of one line can hold. */
const TYPED = HOSTILE_NAMES.filter(({ kept, typed }) => kept !== undefined && !/[\r\n]/.test(typed));

test('a name stays a name on the page, whatever stands in it', async ({ newProspect }) => {
    const { url } = await mintLink('julio-intro');
    const { page } = await newProspect({ javaScriptEnabled: false });
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
    });
    await page.goto(url);
    const elements = (): Promise<number> => page.locator('main *').count();
    let expected: number | undefined;
    for (const { what, typed } of TYPED) {
        await page.locator('[name=firstName]').fill(typed);
        await page.locator('[name=company]').fill(typed);
        await page.locator('[name=guests]').fill(typed);
        // Past the browser's own checks, so that the page comes again with what was typed.
        await page.locator('[name=lastName]').fill(' ');
        await page.locator('[name=email]').fill('ada@example.com');
        await page.locator('#booking-form .button-primary').click();
        await expect(page.getByRole('alert'), what).toBeVisible();
        await expect(page.locator('[name=firstName]'), what).toHaveValue(typed);
        await expect(page.locator('[name=company]'), what).toHaveValue(typed);
        await expect(page.locator('[name=guests]'), what).toHaveValue(typed);
        expected ??= await elements();
        expect(await elements(), what).toBe(expected);
        expect(await page.locator('script:not([src]), img, iframe, [onload], [onerror]').count(), what).toBe(0);
    }
    expect(dialogs).toEqual([]);
});

test('a name stays a name in Salesforce and in the mailbox', async ({ newProspect, crm }) => {
    const script = '<img src=x onerror=alert(1)>';
    const lastName = '=HYPERLINK("http://evil.example")';
    const { url } = await mintLink('julio-intro');
    const prospect = await newProspect();
    await prospect.book(url, { ...newPerson(lastName), firstName: script });
    await expect.poll(() => meetingsOf(lastName), { timeout: 30_000 }).toHaveLength(1);

    await crm.open('/lightning/n/MeetingLogs');
    await expect(crm.meetingRows('=HYPERLINK').first()).toContainText(`${script} ${lastName}`);
    expect(await crm.page.locator('img[src="x"]').count()).toBe(0);

    const mailbox = await prospect.page.context().newPage();
    await mailbox.goto(`${local.serviceUrl}/mailbox`);
    await expect(mailbox.getByText(script).first()).toBeVisible();
    const frames = [mailbox.mainFrame(), ...mailbox.frames()];
    for (const frame of frames) expect(await frame.locator('img').count()).toBe(0);
});
