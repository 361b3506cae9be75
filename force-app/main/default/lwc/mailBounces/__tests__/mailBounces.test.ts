import MailBounces from 'c/mailBounces';
import type { MailBounce } from 'types/health';
import { flush } from '../../../../../test/flush';
import { aBounce } from '../../../../../test/health';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { navigation } from '../../../../../test/navigation';

const NOW = new Date('2026-11-23T11:00:00Z');

async function mount(bounces: MailBounce[], count = bounces.length): Promise<HTMLElement> {
    navigation.generateUrl.mockResolvedValue('/lightning/r/Meeting__c/x/view');
    const element = mountComponent('c-mail-bounces', MailBounces, { bounces, count, now: NOW });
    await flush();
    return element;
}

describe('c-mail-bounces', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('shows nothing when no mail was refused', async () => {
        const element = await mount([]);
        expect(element.shadowRoot!.textContent).toBe('');
    });

    it('says what was refused, to whom, with which code and when, and what to do', async () => {
        const element = await mount([aBounce(), aBounce({ kind: 'reminder', audience: 'guest', code: 'ETIMEDOUT' })]);
        expect(textsById(element, 'heading')).toEqual(['Confirmation to the prospect', 'Reminder to a guest']);
        expect(textsById(element, 'code')).toEqual(['Error code 550', 'Error code ETIMEDOUT']);
        expect(textsById(element, 'refused')).toEqual(['refused 2 hours ago', 'refused 2 hours ago']);
        expect(textsById(element, 'next-step')[0]).toContain('reach the person another way');
        expect(findById(element, 'more')).toBeNull();
    });

    it.each<[string, string, string]>([
        ['confirmation', 'host', 'Confirmation to the host'],
        ['reschedule', 'prospect', 'New time to the prospect'],
        ['cancellation', 'attendee', 'Cancellation to an additional attendee'],
        ['reassignment', 'former_host', 'New host to the former host'],
        ['resend', 'prospect', 'Meeting, sent again to the prospect'],
        ['code', 'prospect', 'One-time code to the prospect'],
        ['survey', 'partner', 'survey to partner']
    ])('names the mail %s to %s', async (kind, audience, heading) => {
        expect(textsById(await mount([aBounce({ kind, audience })]), 'heading')).toEqual([heading]);
    });

    it('leads to the meeting, once looked up, and nowhere where Salesforce has none', async () => {
        const ids = { meetingId: 'a0B000000000001AAA' };
        const element = await mount([aBounce(ids), aBounce(ids), aBounce({ kind: 'code', meetingId: undefined })]);
        const open = findById<HTMLAnchorElement>(element, 'open')!;
        expect(open.getAttribute('href')).toBe('/lightning/r/Meeting__c/x/view');
        expect(open.getAttribute('aria-label')).toBe('Open the meeting: Confirmation to the prospect');
        expect(textsById(element, 'open')).toHaveLength(2);
        expect(navigation.generateUrl).toHaveBeenCalledTimes(1);
    });

    it('says that there are more than are shown', async () => {
        expect(textsById(await mount([aBounce()], 51), 'more')).toEqual(['The latest 1 of 51 are shown.']);
    });

    it('leaves out a code that nobody knows', async () => {
        expect(findById(await mount([aBounce({ code: '' })]), 'code')).toBeNull();
    });

    it.each([
        ['no mail was refused', []],
        ['some were', [aBounce(), aBounce({ meetingId: undefined, code: '' })]]
    ])('is accessible when %s', async (_when, bounces) => {
        await expect(await mount(bounces, bounces.length * 2)).toBeAccessible();
    });
});
