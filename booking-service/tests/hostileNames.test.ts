import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { csvLine } from '../../force-app/main/default/lwc/meetingExportModal/csv.ts';
import { soql } from '../src/salesforce/soql.ts';
import { HOSTILE_NAMES } from '../testing/hostileNames.ts';
import { mailsThrough, startMailServer } from '../testing/mailServer.ts';
import type { ReceivedMail, TestMailServer } from '../testing/mailServer.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const GUEST = 'charles@example.com';
const JULIO = 'julio.reyes@nexora.example';
/** Quotes may stand in an address. */
const ADDRESS = "o'byron@example.com";

const REFUSED = HOSTILE_NAMES.filter(({ kept }) => kept === undefined);
const TAKEN = HOSTILE_NAMES.filter(({ kept }) => kept !== undefined);

describe('a name', () => {
    let org: DevOrg;
    let server: TestMailServer;
    let test: TestService;

    beforeAll(async () => {
        org = await startTestOrg();
        server = await startMailServer();
        test = await startTestService(org, { mails: mailsThrough(server) });
    });
    afterAll(async () => {
        await test.stop();
        await server.close();
        await org.close();
    });

    async function book(name: string): Promise<Response> {
        const link = await test.mintLink('julio-intro');
        const [start] = await test.findSlots(link);
        const prospect = { firstName: name, lastName: name, company: name, email: ADDRESS };
        return test.book({ link, start, prospect, guests: [GUEST] });
    }

    /** Names of headers, as they stand in the mail. */
    const headersOf = (mail: ReceivedMail): string[] => mail.parsed.headers.map(({ key }) => key).sort();

    function calendarOf(mail: ReceivedMail): string {
        const file = mail.parsed.attachments.find(({ mimeType }) => mimeType === 'application/ics');
        if (!file) throw new Error('the mail has no invitation');
        return typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content);
    }

    async function mailsOf(name: string): Promise<ReceivedMail[]> {
        server.mails.length = 0;
        const response = await book(name);
        expect(response.status).toBe(201);
        await test.service.mails?.drain();
        return server.mails;
    }

    it.each(REFUSED)('of $what is refused by name of its field, and costs the link nothing', async ({ typed }) => {
        const response = await book(typed);
        expect(response.status).toBe(400);
        const { code, errors } = (await response.json()) as { code: string; errors: { field: string }[] };
        expect(code).toBe('invalid_request');
        expect(errors.map(({ field }) => field)).toEqual(
            expect.arrayContaining(['prospect.firstName', 'prospect.lastName'])
        );
        const { rows } = await test.database.pool.query('select from meetings');
        expect(rows).toEqual([]);
    });

    it.each(TAKEN)('of $what stays a name in mails and their headers', async ({ typed, kept = '' }) => {
        const harmless = new Map((await mailsOf('Ada')).map((mail) => [mail.recipient, headersOf(mail)]));
        const mails = await mailsOf(typed);
        expect(mails.map(({ recipient }) => recipient).sort()).toEqual([GUEST, JULIO, ADDRESS].sort());
        for (const mail of mails) {
            expect(headersOf(mail)).toEqual(harmless.get(mail.recipient));
            expect(mail.parsed.to).toEqual([expect.objectContaining({ address: mail.recipient })]);
            expect([mail.parsed.cc ?? [], mail.parsed.bcc ?? []]).toEqual([[], []]);
            expect(mail.parsed.subject).toMatch(/^Booked: /);
            expect(mail.parsed.html).not.toMatch(/<(?:script|img|svg|textarea|iframe)\b/i);
            expect(mail.parsed.html?.match(/<title>/g)).toHaveLength(1);
        }
        const host = mails.find(({ recipient }) => recipient === JULIO);
        // In a header, what looks encoded is written so that nobody decodes it.
        const inHeader = (longest: number) => shown(`${kept} ${kept}`, longest).replaceAll('=?', '= ?');
        expect(host?.parsed.replyTo).toEqual([{ name: inHeader(120), address: ADDRESS }]);
        expect(host?.parsed.subject).toContain(inHeader(80));
        expect(host?.parsed.text).toContain(shown(`${kept} ${kept}`, 200));
    });

    it.each(TAKEN)('of $what stays a name in calendars, as two libraries read them', async ({ typed, kept = '' }) => {
        const mails = await mailsOf(typed);
        const name = shown(`${kept} ${kept}`, 80);
        for (const mail of mails) {
            const text = calendarOf(mail);
            const calendar = new ICAL.Component(ICAL.parse(text) as never);
            const events = calendar.getAllSubcomponents('vevent');
            expect(calendar.getAllSubcomponents()).toHaveLength(1);
            expect(events[0]?.getAllSubcomponents('valarm')).toHaveLength(1);
            expect(events[0]?.getFirstPropertyValue('summary')).toBe(`Intro call: Julio Reyes, ${name}`);
            const people = events[0]?.getAllProperties('attendee').map((person) => String(person.getFirstValue()));
            expect(people).toEqual([JULIO, ADDRESS, GUEST].map((address) => `mailto:${address}`));
            const read = Object.values(nodeIcal.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT');
            expect(read).toHaveLength(1);
            // This library takes an n behind a backslash for a line break even where the backslash is escaped.
            const [event] = read as unknown as { summary: string }[];
            expect(event?.summary.replaceAll('\n', 'n')).toBe(`Intro call: Julio Reyes, ${name}`);
            expect(text.split(/\r?\n/).every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        }
    });

    it.each(TAKEN)('of $what is the same name in Salesforce, and text in a sheet', async ({ typed, kept = '' }) => {
        const response = await book(typed);
        const { meeting } = (await response.json()) as { meeting: { uid: string } };
        await test.service.outbox.drain();
        const found = await test.integration.query(
            soql`SELECT ProspectFirstName__c, ProspectLastName__c, ProspectCompany__c, ProspectEmail__c, SyncError__c
                   FROM Meeting__c WHERE BookingUid__c = ${meeting.uid}`
        );
        expect(found).toEqual([
            expect.objectContaining({
                ProspectFirstName__c: kept,
                ProspectLastName__c: kept,
                ProspectCompany__c: kept,
                ProspectEmail__c: ADDRESS,
                SyncError__c: null
            })
        ]);
        const same = await test.integration.query(
            soql`SELECT Id FROM Meeting__c WHERE BookingUid__c = ${meeting.uid} AND ProspectLastName__c = ${kept}`
        );
        expect(same).toHaveLength(1);
        const [event] = await test.integration.query(
            soql`SELECT Subject FROM Event WHERE BookingUid__c = ${meeting.uid}`
        );
        expect(event?.['Subject']).toBe(`Intro call: ${kept} ${kept}`.slice(0, 255));
        const [cell = ''] = /"(?:[^"]|"")*"/.exec(csvLine([String(found[0]?.['ProspectLastName__c'])])) ?? [];
        const text = cell.slice(1, -1).replaceAll('""', '"');
        expect(text).toBe(/^[=+\-@]/.test(kept) ? `'${kept}` : kept);
    });
});

/** As mails and calendars write it: one line of a length that is read. */
function shown(name: string, longest: number): string {
    const line = name.replace(/ {2,}/g, ' ').trim();
    return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}
