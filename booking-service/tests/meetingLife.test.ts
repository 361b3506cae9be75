import { randomUUID } from 'node:crypto';
import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { soql } from '../src/salesforce/soql.ts';
import { connectToOrg, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

interface ChangeAnswer {
    meeting: { uid: string; start: string; status: string; revision: number };
    manageUrl: string;
    code?: string;
}

const ok = 200;

describe('the life of a meeting', () => {
    let org: DevOrg;
    let service: TestService;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    const tokenOf = (manageUrl: string): string => new URL(manageUrl).pathname.split('/')[2] ?? '';

    async function act(token: string, verb: 'reschedule' | 'cancel', body: object, key: string = randomUUID()) {
        const response = await fetch(`${service.url}/api/v1/meetings/${token}/${verb}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
            body: JSON.stringify(body)
        });
        return { status: response.status, answer: (await response.json()) as ChangeAnswer };
    }

    async function bookAt(index: number, link?: string) {
        const path = link ?? (await service.mintLink('julio-intro'));
        const slots = await service.findSlots(path);
        const response = await service.book({ link: path, start: slots[index] });
        const answer = (await response.json()) as ChangeAnswer;
        return { link: path, slots, uid: answer.meeting.uid, token: tokenOf(answer.manageUrl) };
    }

    async function inSalesforce(uid: string) {
        await service.service.outbox.drain();
        const [row] = await service.integration.query(
            soql`SELECT Status__c, StartsAt__c, Revision__c, RescheduleCount__c, CanceledBy__c, CancelReason__c, SingleUseClaim__c, SingleUseLink__r.Status__c, SyncError__c FROM Meeting__c WHERE BookingUid__c = ${uid}`
        );
        const events = await service.integration.query(
            soql`SELECT Subject, StartDateTime, ShowAs FROM Event WHERE BookingUid__c = ${uid}`
        );
        return { row, events };
    }

    async function setPolicy(fields: Record<string, unknown>) {
        const admin = connectToOrg(org.url, NEXORA_USERNAMES.amara);
        const [type] = await admin.query(
            soql`SELECT MeetingType__c FROM BookingLink__c WHERE Slug__c = ${'julio-intro'}`
        );
        await admin.update('MeetingType__c', String(type?.['MeetingType__c']), fields);
        await service.service.mirror.refresh(0);
    }

    it('moves a meeting whose link is used, under a new token, and tells Salesforce', async () => {
        const { token, slots, uid } = await bookAt(0);
        const { status, answer } = await act(token, 'reschedule', { start: slots[5] });
        expect(status).toBe(ok);
        expect(answer.meeting).toMatchObject({ uid, start: slots[5], status: 'rescheduled', revision: 2 });
        const moved = tokenOf(answer.manageUrl);
        expect(moved).not.toBe(token);

        const stale = await act(token, 'reschedule', { start: slots[6] });
        expect([stale.status, stale.answer.code]).toEqual([410, 'stale_manage_token']);
        const page = await fetch(`${service.url}/m/${token}`);
        expect([page.status, (await page.text()).includes('This meeting has moved')]).toEqual([410, true]);
        expect((await fetch(`${service.url}/m/${moved}`)).status).toBe(200);

        const { row, events } = await inSalesforce(uid);
        expect(row).toMatchObject({
            Status__c: 'Rescheduled',
            Revision__c: 2,
            RescheduleCount__c: 1,
            SyncError__c: null,
            SingleUseLink__r: { Status__c: 'Used' }
        });
        expect(Date.parse(String(row?.['StartsAt__c']))).toBe(Date.parse(slots[5] ?? ''));
        expect(events.map((event) => Date.parse(String(event['StartDateTime'])))).toEqual([Date.parse(slots[5] ?? '')]);
    });

    it('counts the meeting’s own time as free, and others’ as taken', async () => {
        const other = await bookAt(4);
        const { token, slots } = await bookAt(8);
        const taken = await act(token, 'reschedule', { start: other.slots[4] });
        expect([taken.status, taken.answer.code]).toEqual([409, 'slot_taken']);
        const again = await act(token, 'reschedule', { start: slots[8] });
        expect(again.status).toBe(ok);
    });

    it('gives the first answer again to a repeated Idempotency-Key', async () => {
        const { token, slots } = await bookAt(3);
        const key = randomUUID();
        const first = await act(token, 'reschedule', { start: slots[12] }, key);
        const again = await act(token, 'reschedule', { start: slots[12] }, key);
        expect(again).toEqual(first);
        const other = await act(token, 'reschedule', { start: slots[13] }, key);
        expect([other.status, other.answer.code]).toEqual([400, 'invalid_request']);
    });

    it('cancels once, keeps the link used, frees the time and marks the Event', async () => {
        const { token, slots, uid, link } = await bookAt(1);
        const { status, answer } = await act(token, 'cancel', { reason: 'Ill' });
        expect([status, answer.meeting.status, answer.meeting.revision]).toEqual([ok, 'canceled', 2]);
        const again = await act(token, 'cancel', {});
        expect([again.status, again.answer.code]).toEqual([409, 'meeting_already_canceled']);
        const moving = await act(token, 'reschedule', { start: slots[2] });
        expect([moving.status, moving.answer.code]).toEqual([409, 'meeting_already_canceled']);
        expect((await fetch(`${service.url}/${link}`)).status).toBe(410);

        const { row, events } = await inSalesforce(uid);
        expect(row).toMatchObject({
            Status__c: 'Canceled',
            CanceledBy__c: 'Prospect',
            CancelReason__c: 'Ill',
            SingleUseLink__r: { Status__c: 'Used' }
        });
        expect(events).toEqual([expect.objectContaining({ ShowAs: 'Free' })]);
        expect(String(events[0]?.['Subject'])).toMatch(/^Canceled: /);
        expect(await service.findSlots('l/julio-intro')).toContain(slots[1]);
    });

    it('opens the link again where the policy of the booked type says so', async () => {
        await setPolicy({ CancelPolicy__c: 'Always Reopen' });
        const { token, slots, uid, link } = await bookAt(0);
        await setPolicy({ CancelPolicy__c: 'Keep Used' });
        await inSalesforce(uid);
        await service.service.mirror.refresh(0);
        expect((await act(token, 'cancel', {})).status).toBe(ok);
        expect((await fetch(`${service.url}/${link}`)).status).toBe(200);
        const second = await service.book({ link, start: slots[0] });
        expect(second.status).toBe(201);
        const { meeting } = (await second.json()) as ChangeAnswer;
        const [canceled, booked] = [await inSalesforce(uid), await inSalesforce(meeting.uid)];
        expect(canceled.row).toMatchObject({ Status__c: 'Canceled', SingleUseClaim__c: null });
        expect(booked.row).toMatchObject({
            Status__c: 'Scheduled',
            SyncError__c: null,
            SingleUseLink__r: { Status__c: 'Used' }
        });
        expect((await fetch(`${service.url}/${link}`)).status).toBe(410);
    });

    it('keeps the prospect to notice and number of changes, as they were at booking', async () => {
        await setPolicy({ MaxReschedules__c: 1, CancelNoticeMinutes__c: 60 * 24 * 365 });
        const { token, slots } = await bookAt(2);
        await setPolicy({ MaxReschedules__c: null, CancelNoticeMinutes__c: 0 });
        const late = await act(token, 'cancel', {});
        expect([late.status, late.answer.code]).toEqual([422, 'before_minimum_notice']);
        const page = await (await fetch(`${service.url}/m/${token}`)).text();
        expect(page).toContain('too late to cancel it here');
        expect(page).not.toContain('too late to change');
        expect(page).not.toContain(`action="/m/${token}/cancel"`);
        const first = await act(token, 'reschedule', { start: slots[9] });
        const second = await act(tokenOf(first.answer.manageUrl), 'reschedule', { start: slots[14] });
        expect([second.status, second.answer.code]).toEqual([409, 'too_many_reschedules']);
        const moved = await (await fetch(first.answer.manageUrl.replace(/^.*(?=\/m\/)/, service.url))).text();
        expect(moved).toContain('cannot be moved again here');
    });

    it('lets one of many rivals change a meeting', async () => {
        const { token, slots, uid } = await bookAt(0);
        const answers = await Promise.all([
            ...slots.slice(20, 26).map((start) => act(token, 'reschedule', { start })),
            act(token, 'cancel', {}),
            act(token, 'cancel', {})
        ]);
        expect(answers.filter(({ status }) => status === ok)).toHaveLength(1);
        expect(answers.every(({ status }) => [200, 409, 410].includes(status))).toBe(true);
        const { rows } = await service.database.pool.query('select kind from meeting_changes where meeting_uid = $1', [
            uid
        ]);
        expect(rows).toHaveLength(1);
    });

    it('gives a slot to a booking or to a moved meeting, never to both', async () => {
        const { token, slots } = await bookAt(0);
        const link = await service.mintLink('julio-intro');
        const start = slots[30];
        const [moved, booked] = await Promise.all([
            act(token, 'reschedule', { start }),
            service.book({ link, start }).then(({ status }) => ({ status }))
        ]);
        expect([moved.status, booked.status].sort()).toEqual(moved.status === 200 ? [200, 409] : [201, 409]);
    });

    it('works by forms alone, and keeps the form when a time is gone', async () => {
        const { token, slots } = await bookAt(6);
        const page = await (await fetch(`${service.url}/m/${token}`)).text();
        expect(page).toContain(`action="/m/${token}/reschedule"`);
        expect(page).toContain(`action="/m/${token}/cancel"`);
        expect(page).not.toContain('/l/julio-intro');
        const post = (path: string, form: Record<string, string>) =>
            fetch(service.url + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
        const other = await bookAt(10);
        const refused = await post(`/m/${token}/reschedule`, { start: other.slots[10] ?? '' });
        expect([refused.status, (await refused.text()).includes('has not moved')]).toEqual([409, true]);
        expect((await post(`/m/${token}/reschedule`, {})).status).toBe(400);
        const moved = await post(`/m/${token}/reschedule`, { start: slots[15] ?? '' });
        const location = moved.headers.get('location') ?? '';
        expect([moved.status, location]).toEqual([303, expect.stringMatching(/^\/m\/\w+\?moved$/)]);
        expect(await (await fetch(service.url + location)).text()).toContain('has been moved');
        const canceled = await post(`${location.replace('?moved', '')}/cancel`, { reason: 'No need' });
        expect(canceled.status).toBe(303);
        const last = await (await fetch(service.url + (canceled.headers.get('location') ?? ''))).text();
        expect(last).toContain('This meeting is canceled');
        expect(last).not.toContain('<form');
    });
});
