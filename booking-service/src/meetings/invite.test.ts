import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { onRadicale, startRadicale } from '../../testing/radicale.ts';
import type { Radicale } from '../../testing/radicale.ts';
import { calendarLinks } from './calendarLinks.ts';
import { inviteFile, writeInvite } from './invite.ts';
import type { InviteMethod } from './invite.ts';
import type { Meeting } from './meeting.ts';

const ORGANIZER = { name: 'Nexora Systems', email: 'bookings@nexora.example' };
const HOSTILE_NAMES = [
    'Ada\r\nATTENDEE:mailto:evil@example.com',
    'Ada\nBEGIN:VALARM',
    '"; CN=Evil:mailto:evil@example.com;X="',
    '<script>alert(1)</script>',
    '👩‍👩‍👧‍👦🇩🇪'.repeat(12),
    'Ada \u202egnp.exe \u2066txt',
    'a, b; c\\n d',
    'ü'.repeat(1000)
];

function meeting(changes: Partial<Meeting> = {}, name = 'Ada'): Meeting {
    return {
        uid: '64785004-2f2b-4f12-8943-f71a84e2e980',
        revision: 1,
        status: 'scheduled',
        startsAt: new Date('2026-11-27T14:00:00Z'),
        endsAt: new Date('2026-11-27T14:30:00Z'),
        timeZone: 'Europe/Berlin',
        linkType: 'single_use',
        tokenHash: undefined,
        bookingLinkId: 'link',
        meetingTypeId: 'type',
        snapshot: {
            title: 'Intro call',
            location: 'https://meet.nexora.example/julio',
            durationMinutes: 30,
            bufferBeforeMinutes: 0,
            bufferAfterMinutes: 0,
            hosts: [{ id: '1', name: 'Julio Reyes', email: 'julio@nexora.example', timeZone: 'America/New_York' }],
            attendees: [{ id: '2', name: 'Helena Brandt', email: 'helena@nexora.example', timeZone: 'Europe/Berlin' }],
            prospect: { firstName: name, lastName: 'Byron', email: 'ada@example.com' },
            guests: ['charles@example.com'],
            answers: [],
            record: {},
            isForwarded: false,
            locale: 'en',
            reminderMinutes: [],
            policy: { rescheduleNoticeMinutes: 0, cancelNoticeMinutes: 0, cancelPolicy: 'keep_used' }
        },
        bookedAt: new Date('2026-11-20T08:00:00Z'),
        changedAt: new Date('2026-11-21T08:00:00Z'),
        rescheduleCount: 0,
        prospectRescheduleCount: 0,
        cancellation: undefined,
        noShowAt: undefined,
        isClaimReleased: false,
        salesforceId: undefined,
        salesforceEventId: undefined,
        ...changes
    };
}

const invitation = (of: Meeting, method: InviteMethod = 'REQUEST', description?: string): string =>
    writeInvite(of, {
        method,
        organizer: ORGANIZER,
        ...(description !== undefined && { description })
    });

function readByIcalJs(text: string) {
    const calendar = ICAL.Component.fromString(text);
    const events = calendar.getAllSubcomponents('vevent');
    const [event] = events;
    if (!event) throw new Error('no event');
    return { calendar, events, event };
}

describe('an invitation', () => {
    it('says the same to two independent libraries', () => {
        const text = invitation(meeting());
        const { calendar, event } = readByIcalJs(text);
        expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
        const [byNode] = Object.values(nodeIcal.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT');
        for (const read of [
            {
                uid: event.getFirstPropertyValue('uid'),
                start: (event.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate(),
                end: (event.getFirstPropertyValue('dtend') as ICAL.Time).toJSDate(),
                summary: event.getFirstPropertyValue('summary'),
                location: event.getFirstPropertyValue('location')
            },
            byNode
        ]) {
            expect(read).toMatchObject({
                uid: '64785004-2f2b-4f12-8943-f71a84e2e980',
                summary: 'Intro call: Julio Reyes, Ada Byron',
                location: 'https://meet.nexora.example/julio'
            });
            expect(new Date((read as { start: Date }).start).toISOString()).toBe('2026-11-27T14:00:00.000Z');
            expect(new Date((read as { end: Date }).end).toISOString()).toBe('2026-11-27T14:30:00.000Z');
        }
    });

    it('names an organizer who is none of those invited, and each of those once', () => {
        const { event } = readByIcalJs(invitation(meeting()));
        expect(event.getFirstPropertyValue('organizer')).toBe('mailto:bookings@nexora.example');
        const people = event
            .getAllProperties('attendee')
            .map((line) => [
                line.getFirstValue(),
                line.getFirstParameter('partstat'),
                line.getFirstParameter('rsvp'),
                line.getFirstParameter('cutype')
            ]);
        expect(people).toEqual([
            ['mailto:julio@nexora.example', 'ACCEPTED', 'FALSE', 'INDIVIDUAL'],
            ['mailto:ada@example.com', 'ACCEPTED', 'FALSE', 'INDIVIDUAL'],
            ['mailto:helena@nexora.example', 'NEEDS-ACTION', 'TRUE', 'INDIVIDUAL'],
            ['mailto:charles@example.com', 'NEEDS-ACTION', 'TRUE', 'INDIVIDUAL']
        ]);
    });

    it('rings once before, and says nothing more once it is canceled', () => {
        const { event } = readByIcalJs(invitation(meeting()));
        expect(event.getAllSubcomponents('valarm')).toHaveLength(1);
        const canceled = readByIcalJs(invitation(meeting({ revision: 3, status: 'canceled' }), 'CANCEL')).event;
        expect(canceled.getAllSubcomponents('valarm')).toEqual([]);
        expect(canceled.getFirstPropertyValue('status')).toBe('CANCELLED');
        expect(canceled.getFirstPropertyValue('sequence')).toBe(2);
        expect(canceled.getFirstPropertyValue('x-microsoft-cdo-busystatus')).toBe('FREE');
    });

    it('is a file without people when it is kept from the page', () => {
        const { calendar, event } = readByIcalJs(inviteFile(meeting()));
        expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
        expect(event.getAllProperties('attendee')).toEqual([]);
    });

    it.each(HOSTILE_NAMES)('keeps its shape whatever somebody is called: %j', (name) => {
        const text = invitation(meeting({}, name), 'REQUEST', `${name}\n${name}`);
        const { events, event } = readByIcalJs(text);
        expect(events).toHaveLength(1);
        expect(event.getAllSubcomponents('valarm')).toHaveLength(1);
        expect(event.getAllProperties('attendee')).toHaveLength(4);
        expect(event.getAllProperties('organizer')).toHaveLength(1);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u202e\u2066]/);
        for (const line of text.split('\r\n')) {
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
            // A fold never falls into a character: each line is whole UTF-8 by itself.
            expect(line.isWellFormed()).toBe(true);
        }
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(Object.values(nodeIcal.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT')).toHaveLength(1);
    });
});

describe('calendarLinks', () => {
    it('open the calendars’ own forms with times in UTC', () => {
        const links = Object.values(calendarLinks(meeting())).map((href) => new URL(href as string));
        expect(links.map(({ host }) => host)).toEqual([
            'calendar.google.com',
            'outlook.live.com',
            'outlook.office.com'
        ]);
        expect(links[0]?.searchParams.get('dates')).toBe('20261127T140000Z/20261127T143000Z');
        expect(links[1]?.searchParams.get('startdt')).toBe('2026-11-27T14:00:00.000Z');
        expect(links[1]?.search).not.toContain('+');
    });
});

onRadicale('a real CalDAV server', () => {
    let radicale: Radicale;

    beforeAll(async () => {
        radicale = await startRadicale();
    });
    afterAll(() => radicale.stop());

    /** Does what a mail program does with an invitation: keeps it under its UID, without the method (RFC 4791, 4.1). */
    async function take(text: string): Promise<number> {
        const { calendar, event } = readByIcalJs(text);
        const href = new URL(
            `${encodeURIComponent(String(event.getFirstPropertyValue('uid')))}.ics`,
            radicale.collection
        );
        if (calendar.getFirstPropertyValue('method') === 'CANCEL') return (await radicale.send('DELETE', href)).status;
        return (await radicale.send('PUT', href, text.replace(/^METHOD:.*\r\n/m, ''))).status;
    }

    async function entries() {
        const { body } = await radicale.send('GET', radicale.collection);
        if (!body.includes('BEGIN:VCALENDAR')) return [];
        return ICAL.Component.fromString(body)
            .getAllSubcomponents('vevent')
            .map((event) => ({
                sequence: event.getFirstPropertyValue('sequence'),
                start: String(event.getFirstPropertyValue('dtstart'))
            }));
    }

    it('holds one entry after request and update, and none after the cancel', async () => {
        expect(await take(invitation(meeting()))).toBe(201);
        expect(await entries()).toEqual([{ sequence: 0, start: '2026-11-27T14:00:00Z' }]);
        const moved = { startsAt: new Date('2026-11-30T09:00:00Z'), endsAt: new Date('2026-11-30T09:30:00Z') };
        expect(await take(invitation(meeting({ ...moved, revision: 2 }, HOSTILE_NAMES[2])))).toBe(201);
        expect(await entries()).toEqual([{ sequence: 1, start: '2026-11-30T09:00:00Z' }]);
        expect(await take(invitation(meeting({ ...moved, revision: 3, status: 'canceled' }), 'CANCEL'))).toBe(200);
        expect(await entries()).toEqual([]);
    });
});
