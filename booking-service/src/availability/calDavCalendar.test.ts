import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { startTestServer } from '../../testing/httpServer.ts';
import type { Answer, TestServer } from '../../testing/httpServer.ts';
import { onRadicale, startRadicale } from '../../testing/radicale.ts';
import type { Radicale } from '../../testing/radicale.ts';
import { isoOf, minuteOf } from '../scheduling/testing/builders.ts';
import { CalDavCalendar } from './calDavCalendar.ts';
import type { CalDavAccount } from './calDavSettings.ts';
import { CombinedCalendar } from './combinedCalendar.ts';

const SPAN = { from: minuteOf('2026-11-23T00:00Z'), to: minuteOf('2026-11-28T00:00Z') };
const JULIO = { hostId: 'julio-id', timeZone: 'Europe/Berlin', email: 'Julio@nexora.example' };
const PRIYA = { hostId: 'priya-id', timeZone: 'Europe/Berlin', username: 'priya@nexora.example' };

const ics = (uid: string, lines: string): string =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260101T000000Z\r\n${lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
const TUESDAYS = ics('tuesdays', 'DTSTART:20261103T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY');
const TUESDAY = ['2026-11-24T09:00Z/2026-11-24T10:00Z'];

interface Options {
    known?: string[];
    timeoutMs?: number;
}

function read(accounts: Partial<CalDavAccount>[], { known = [], timeoutMs = 2_000 }: Options = {}) {
    const calendar = new CalDavCalendar({
        settings: {
            isTentativeBusy: true,
            accounts: accounts.map((account) => ({
                host: 'julio@nexora.example',
                url: new URL('http://127.0.0.1:1/'),
                user: 'julio',
                password: 'secret',
                ...account
            }))
        },
        meetings: { findKnown: (uids) => Promise.resolve(new Set(uids.filter((uid) => known.includes(uid)))) },
        logger: pino({ level: 'silent' }),
        timeoutMs
    });
    return calendar;
}

async function busyOf(calendar: CalDavCalendar, owner = JULIO): Promise<string[] | undefined> {
    const found = (await calendar.readBusy([owner], SPAN)).get(owner.hostId);
    return found?.map(({ start, end }) => `${isoOf(start)}/${isoOf(end)}`);
}

/** The answer to a REPORT, in the form that Nextcloud and radicale give it. */
function multistatus(objects: Record<string, string>): Answer {
    const responses = Object.entries(objects).map(
        ([href, data]) => `<d:response><d:href>${href}</d:href><d:propstat><d:prop><d:getetag>"1"</d:getetag>
            <c:calendar-data>${data.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</c:calendar-data></d:prop>
            <d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`
    );
    return {
        status: 207,
        headers: { 'content-type': 'application/xml; charset=utf-8' },
        body: `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">${responses.join('')}</d:multistatus>`
    };
}

describe('CalDavCalendar, on an HTTP stand-in', () => {
    let server: TestServer;
    let answer: (url: string) => Answer;

    beforeEach(async () => {
        answer = () => multistatus({ '/julio/work/1.ics': TUESDAYS });
        server = await startTestServer(({ url }) => answer(url));
    });
    afterEach(() => server.close());

    const account = (collection = '/julio/work/') => ({ url: new URL(collection, server.url) });

    it('asks once for the objects of the span, and works out what recurs', async () => {
        expect(await busyOf(read([account()]))).toEqual(TUESDAY);
        expect(server.requests).toHaveLength(1);
        const [request] = server.requests;
        expect(request).toMatchObject({
            method: 'REPORT',
            url: '/julio/work/',
            headers: { depth: '1', authorization: `Basic ${Buffer.from('julio:secret').toString('base64')}` }
        });
        expect(request?.body).toMatch(/time-range start="20261121T000000Z" end="20261130T000000Z"/);
    });

    it('joins the calendars of a host, and says nothing against a host without any', async () => {
        const wednesday = ics('once', 'DTSTART:20261125T090000Z\r\nDTEND:20261125T100000Z');
        answer = (url) => multistatus({ [`${url}1.ics`]: url === '/julio/work/' ? TUESDAYS : wednesday });
        const calendar = read([account(), account('/julio/home/')]);
        expect(await busyOf(calendar)).toEqual([...TUESDAY, '2026-11-25T09:00Z/2026-11-25T10:00Z']);
        expect((await calendar.readBusy([PRIYA], SPAN)).get(PRIYA.hostId)).toEqual([]);
    });

    it('is content with an empty calendar', async () => {
        answer = () => multistatus({});
        expect(await busyOf(read([account()]))).toEqual([]);
    });

    it('leaves out invitations to meetings booked here', async () => {
        const uid = randomUUID();
        const invitation = ics(uid, 'DTSTART:20261125T090000Z\r\nDTEND:20261125T100000Z');
        answer = () => multistatus({ '/julio/work/1.ics': TUESDAYS, '/julio/work/2.ics': invitation });
        expect(await busyOf(read([account()], { known: [uid] }))).toEqual(TUESDAY);
        expect(await busyOf(read([account()]))).toHaveLength(2);
    });

    it.each<[string, () => Answer]>([
        ['a wrong password', () => ({ status: 401, body: 'Unauthorized' })],
        ['a calendar that is gone', () => ({ status: 404, body: 'Not Found' })],
        ['a redirect', () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' })],
        ['a page instead of an answer', () => ({ status: 200, body: '<html><body>Sign in</body></html>' })],
        ['a broken entry', () => multistatus({ '/julio/work/1.ics': 'BEGIN:VCALENDAR' })],
        ['an entry without data', () => multistatus({ '/julio/work/1.ics': '' })],
        ['no answer in time', () => () => undefined]
    ])('makes the host unreadable, never free: %s', async (_, failure) => {
        answer = failure;
        expect(await busyOf(read([account()], { timeoutMs: 300 }))).toBeUndefined();
    });

    it('makes the host unreadable when one calendar of several fails, and no other host', async () => {
        answer = (url) => (url === '/julio/home/' ? { status: 503, body: '' } : multistatus({}));
        const calendar = read([account(), account('/julio/home/'), { ...account('/p/'), host: PRIYA.username }]);
        expect([...(await calendar.readBusy([JULIO, PRIYA], SPAN)).keys()]).toEqual([PRIYA.hostId]);
    });

    it('joins Salesforce and CalDAV: busy in one is busy, unreadable in one is unreadable', async () => {
        const monday = [{ start: SPAN.from + 600, end: SPAN.from + 660 }];
        const salesforce = { readBusy: () => Promise.resolve(new Map([[JULIO.hostId, monday]])) };
        const both = new CombinedCalendar([salesforce, read([account()])]);
        expect((await both.readBusy([JULIO], SPAN)).get(JULIO.hostId)).toHaveLength(2);
        expect((await both.readBusy([PRIYA], SPAN)).has(PRIYA.hostId)).toBe(false);
        answer = () => ({ status: 500, body: '' });
        expect((await both.readBusy([JULIO], SPAN)).has(JULIO.hostId)).toBe(false);
    });
});

onRadicale('CalDavCalendar, on radicale', () => {
    let radicale: Radicale;
    let collection: URL;

    beforeAll(async () => {
        radicale = await startRadicale();
        collection = radicale.collection;
    });
    afterAll(() => radicale.stop());

    const send = async (method: string, url: URL, body?: string): Promise<number> =>
        (await radicale.send(method, url, body)).status;

    it('finds single, recurring, moved and whole-day entries', async () => {
        expect(await send('PUT', new URL('tuesdays.ics', collection), TUESDAYS)).toBe(201);
        const away = ics('away', 'DTSTART;VALUE=DATE:20261126\r\nDTEND;VALUE=DATE:20261127\r\nSUMMARY:Off & away');
        expect(await send('PUT', new URL('away.ics', collection), away)).toBe(201);
        const free = ics('free', 'DTSTART:20261127T090000Z\r\nDURATION:PT1H\r\nTRANSP:TRANSPARENT');
        expect(await send('PUT', new URL('free.ics', collection), free)).toBe(201);
        const other = ics('other', 'DTSTART:20270127T090000Z\r\nDURATION:PT1H');
        expect(await send('PUT', new URL('other.ics', collection), other)).toBe(201);
        expect(await busyOf(read([{ url: collection }]))).toEqual([...TUESDAY, '2026-11-25T23:00Z/2026-11-26T23:00Z']);
    });

    it('makes the host unreadable when the password is wrong or the calendar is not there', async () => {
        expect(await busyOf(read([{ url: collection, password: 'wrong' }]))).toBeUndefined();
        expect(await busyOf(read([{ url: new URL('../nothing/', collection) }]))).toBeUndefined();
    });
});
