import pino from 'pino';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import { collectLog } from '../testing/logLines.ts';
import { mailsThrough, startMailServer } from '../testing/mailServer.ts';
import type { ReceivedMail, TestMailServer } from '../testing/mailServer.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const ADA = 'ada.byron@example.com';
const GUEST = 'charles@example.com';
const JULIO = 'julio.reyes@nexora.example';

interface Booked {
    meeting: { uid: string; start: string };
    manageUrl: string;
}

let org: DevOrg;
let server: TestMailServer;
let test: TestService;
const log = collectLog();

beforeAll(async () => {
    org = await startTestOrg();
});
afterAll(() => org.close());
beforeEach(async () => {
    server = await startMailServer();
    test = await startTestService(org, { mails: mailsThrough(server), logger: pino(log.stream) });
});
afterEach(async () => {
    await test.stop();
    await server.close();
});

async function book(fields: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Booked> {
    const link = await test.mintLink('julio-intro');
    const slots = await test.findSlots(link);
    const response = await test.book({ link, start: slots.at(-1), ...fields }, undefined, headers);
    expect(response.status).toBe(201);
    return (await response.json()) as Booked;
}

const drain = (): Promise<number> => test.service.mails?.drain() ?? Promise.resolve(0);

async function post(path: string, body: unknown): Promise<Response> {
    return fetch(`${test.url}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body)
    });
}

function tokenIn(mail: ReceivedMail | undefined): string {
    const [, token] = /\/m\/([a-z0-9]+)/.exec(mail?.parsed.text ?? '') ?? [];
    if (token === undefined) throw new Error('the mail has no link to the meeting');
    return token;
}

/** The invitation as it stands in the attached file; the library that reads the mail has its own line ends. */
function calendarOf(mail: ReceivedMail | undefined): string {
    const file = mail?.parsed.attachments.find(({ mimeType }) => mimeType === 'application/ics');
    if (!file) throw new Error('the mail has no invitation');
    return typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content);
}

const property = (calendar: string, name: string): string | undefined =>
    new RegExp(`^${name}[:;](.*)$`, 'm').exec(calendar.replace(/\r?\n /g, ''))?.[1];

describe('a booking', () => {
    it('is confirmed to prospect, guests and hosts, once each, however often the queue is worked on', async () => {
        await book({ guests: [GUEST, ADA.toUpperCase()] });
        await drain();
        await drain();
        expect(server.mails.map(({ recipient }) => recipient).sort()).toEqual([ADA, GUEST, JULIO].sort());
        const [mail] = server.to(ADA);
        expect(mail?.parsed).toMatchObject({
            from: { name: 'Nexora Systems', address: 'bookings@nexora.example' },
            replyTo: [{ name: 'Julio Reyes', address: JULIO }]
        });
        expect(mail?.parsed.subject).toMatch(/^Booked: Intro call with Julio Reyes, /);
        expect(mail?.parsed.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted' }));
        for (const text of [mail?.parsed.text, mail?.parsed.html]) {
            expect(text).toContain('Julio Reyes');
            expect(text).toContain('https://meet.nexora.example/julio');
        }
    });

    it('is told to each in their own words, language and zone', async () => {
        await book({ guests: [GUEST] }, { 'Accept-Language': 'ja' });
        await drain();
        expect(server.to(ADA)[0]?.parsed.subject).toMatch(/^予約完了：Intro call（Julio Reyes）/);
        expect(server.to(ADA)[0]?.parsed.text).toContain('Europe/Berlin');
        expect(server.to(GUEST)[0]?.parsed.html).toContain('ミーティングに招待されました');
        expect(server.to(GUEST)[0]?.parsed.text).not.toContain('/m/');
        const [host] = server.to(JULIO);
        expect(host?.parsed.subject).toMatch(/^Booked: Intro call with Ada Byron, /);
        expect(host?.parsed.text).toContain(ADA);
        expect(host?.parsed.replyTo).toEqual([{ name: 'Ada Byron', address: ADA }]);
    });

    it('has the UID of its invitation in the text of the Event in Salesforce', async () => {
        const { meeting } = await book();
        await drain();
        await test.service.outbox.drain();
        const [event] = await test.integration.query(
            `SELECT Description FROM Event WHERE BookingUid__c = '${meeting.uid}'`
        );
        const uid = property(calendarOf(server.to(ADA)[0]), 'UID');
        expect(uid).toBe(meeting.uid);
        expect(String(event?.['Description']).split('\n').at(-1)).toBe(`UID: ${uid}`);
    });

    it('puts a token of its own into the mail, which opens the meeting until it moves', async () => {
        const { manageUrl } = await book();
        await drain();
        const token = tokenIn(server.to(ADA)[0]);
        expect(manageUrl).not.toContain(token);
        expect((await fetch(`${test.url}/m/${token}`)).status).toBe(200);
        const { rows } = await test.database.pool.query<{ dump: string }>(
            'select (select json_agg(j) from mail_jobs j)::text || (select json_agg(t) from mail_tokens t)::text as dump'
        );
        expect(rows[0]?.dump).not.toContain(token);
        expect(log.text()).not.toContain(token);
        expect(log.text()).not.toContain(ADA);
    });
});

describe('a change', () => {
    it('is told with the same UID and a higher SEQUENCE, and old mails no longer open the meeting', async () => {
        const { meeting } = await book();
        await drain();
        const first = server.to(ADA)[0];
        const slots = await test.findSlots('l/julio-intro');
        const moved = await post(`/api/v1/meetings/${tokenIn(first)}/reschedule`, { start: slots[0] });
        expect(moved.status).toBe(200);
        await drain();
        const second = server.to(ADA)[1];
        expect(second?.parsed.subject).toMatch(/^Moved: /);
        expect(second?.parsed.html).toMatch(/<s [^>]*>[^<]*2026/);
        expect((await fetch(`${test.url}/m/${tokenIn(first)}`)).status).toBe(410);
        const canceled = await post(`/api/v1/meetings/${tokenIn(second)}/cancel`, { reason: 'ill' });
        expect(canceled.status).toBe(200);
        await drain();
        const third = server.to(ADA)[2];
        expect(third?.parsed.text).toContain('Reason: ill');
        const calendars = [first, second, third].map(calendarOf);
        expect(calendars.map((calendar) => property(calendar, 'METHOD'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
        expect(calendars.map((calendar) => property(calendar, 'SEQUENCE'))).toEqual(['0', '1', '2']);
        expect(new Set(calendars.map((calendar) => property(calendar, 'UID')))).toEqual(new Set([meeting.uid]));
        expect(server.to(JULIO).map(({ parsed }) => parsed.subject?.split(':')[0])).toEqual([
            'Booked',
            'Moved',
            'Canceled'
        ]);
    });

    it('drops the mails of older revisions that were not sent yet, and their reminders', async () => {
        const { manageUrl } = await book();
        const slots = await test.findSlots('l/julio-intro');
        await post(`/api/v1${new URL(manageUrl).pathname.replace('/m/', '/meetings/')}/reschedule`, {
            start: slots.at(-2)
        });
        await drain();
        expect(server.to(ADA).map(({ parsed }) => parsed.subject?.split(':')[0])).toEqual(['Moved']);
        const { rows } = await test.database.pool.query(
            `select revision, state, count(*)::int from mail_jobs group by 1, 2 order by 1, 2`
        );
        expect(rows).toEqual([
            { revision: 1, state: 'dropped', count: 6 },
            { revision: 2, state: 'sent', count: 2 },
            { revision: 2, state: 'waiting', count: 4 }
        ]);
    });

    it('of host takes the meeting out of the calendar of the one who held it and into that of the next', async () => {
        const { meeting } = await book();
        await test.service.outbox.drain();
        await drain();
        const [record] = await test.integration.query(
            `SELECT Id FROM Meeting__c WHERE BookingUid__c = '${meeting.uid}'`
        );
        const [priya] = await test.integration.query(
            `SELECT Id, Email FROM User WHERE Username = '${NEXORA_USERNAMES.priya}'`
        );
        await test.rep.create('MeetingAction__c', {
            Meeting__c: record?.['Id'],
            Kind__c: 'Reassign',
            NewHost__c: priya?.['Id']
        });
        await test.service.actions.look();
        await drain();
        const left = server.to(JULIO)[1];
        expect(property(calendarOf(left), 'METHOD')).toBe('CANCEL');
        expect(left?.parsed.text).toContain('Your time is free again');
        const joined = server.to(String(priya?.['Email']))[0];
        expect(property(calendarOf(joined), 'METHOD')).toBe('REQUEST');
        expect(property(calendarOf(server.to(ADA)[1]), 'SEQUENCE')).toBe('1');
        expect(server.to(ADA)[1]?.parsed.subject).toMatch(/^Change of host: /);
    });
});

describe('a reminder', () => {
    const makeDue = (): Promise<unknown> =>
        test.database.pool.query(
            `update mail_jobs set next_attempt_at = now() where kind = 'reminder' and part = '60'`
        );

    it('is sent when it is due, to everybody', async () => {
        await book({ guests: [GUEST] });
        await drain();
        server.mails.length = 0;
        await makeDue();
        await drain();
        expect(server.mails.map(({ recipient }) => recipient).sort()).toEqual([ADA, GUEST, JULIO].sort());
        expect(server.to(ADA)[0]?.parsed.subject).toMatch(/^Reminder: /);
        expect((await fetch(`${test.url}/m/${tokenIn(server.to(ADA)[0])}`)).status).toBe(200);
    });

    it('is set at the times of the meeting type, before the start', async () => {
        const { meeting } = await book();
        const { rows } = await test.database.pool.query<{ minutes: number }>(
            `select distinct round(extract(epoch from $1::timestamptz - next_attempt_at) / 60)::int as minutes
               from mail_jobs where kind = 'reminder' order by 1`,
            [meeting.start]
        );
        expect(rows.map(({ minutes }) => minutes)).toEqual([60, 1440]);
    });

    it('goes to nobody once the meeting is canceled', async () => {
        const { manageUrl } = await book();
        await drain();
        await post(`/api/v1${new URL(manageUrl).pathname.replace('/m/', '/meetings/')}/cancel`, {});
        await drain();
        server.mails.length = 0;
        await makeDue();
        await drain();
        expect(server.mails).toEqual([]);
    });
});

describe('a mail server that refuses', () => {
    it('for good: the mail is a bounce, logged without the address and kept', async () => {
        server.refuse.recipient = (address) => (address === ADA ? 550 : undefined);
        await book();
        await drain();
        const { rows } = await test.database.pool.query(
            `select recipient, error_code, bounced_at >= created_at as is_timed from mail_jobs where state = 'bounced'`
        );
        expect(rows).toEqual([{ recipient: ADA, error_code: '550', is_timed: true }]);
        expect(log.lines).toContainEqual(expect.objectContaining({ kind: 'confirmation', code: '550', level: 50 }));
        expect(log.text()).not.toContain(ADA);
        const metrics = await (await fetch(`${test.url}/metrics`)).text();
        expect(metrics).toContain('admit_one_mails{state="bounced"} 1');
    });

    it('for now: the mail is tried again later under the same Message-ID', async () => {
        const refused: string[] = [];
        server.refuse.mail = () => 451;
        server.refuse.recipient = (address) => void refused.push(address);
        await book();
        await drain();
        expect(refused.length).toBeGreaterThanOrEqual(2);
        expect(server.mails).toEqual([]);
        const { rows } = await test.database.pool.query<{ id: string; wait: number }>(
            `select id, extract(epoch from next_attempt_at - now())::float as wait from mail_jobs
              where kind = 'confirmation' and recipient = $1 and state = 'waiting'`,
            [ADA]
        );
        expect(rows[0]?.wait).toBeGreaterThan(1);
        server.refuse = {};
        await test.database.pool.query(`update mail_jobs set next_attempt_at = now() where kind = 'confirmation'`);
        await drain();
        expect(server.to(ADA).map(({ parsed }) => parsed.messageId)).toEqual([`<${rows[0]?.id}@nexora.example>`]);
    });
});

describe('POST /s/<token>/resend', () => {
    it('mails the meeting again, at most once in ten minutes, and answers everybody the same', async () => {
        const link = await test.mintLink('julio-intro');
        const unused = await test.mintLink('julio-intro');
        const [start] = await test.findSlots(link);
        await test.book({ link, start });
        await drain();
        const ask = async (path: string) => {
            const response = await fetch(`${test.url}/${path}/resend`, { method: 'POST' });
            return [response.status, await response.text()];
        };
        const answers = [await ask(link), await ask(link), await ask(unused), await ask('s/unknown')];
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
        expect(answers[0]?.[0]).toBe(200);
        await drain();
        const again = server.to(ADA).slice(1);
        expect(again.map(({ parsed }) => parsed.subject?.split(':')[0])).toEqual(['Your meeting']);
        expect((await fetch(`${test.url}/m/${tokenIn(again[0])}`)).status).toBe(200);
        const page = await (await fetch(`${test.url}/${link}`)).text();
        expect(page).toContain(`action="/${link}/resend"`);
    });
});
