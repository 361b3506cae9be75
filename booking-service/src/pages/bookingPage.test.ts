import { bookingDays } from './client/days.ts';
import type { BookingDay } from './client/days.ts';
import { bookingPage } from './bookingPage.ts';
import { sampleBookingPage, samplePicker } from './testing/sampleViews.ts';

const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;

const emptyMonth = (): [BookingDay, ...BookingDay[]] => {
    const range = { from: '2026-11-01', to: '2026-11-30', timeZone: 'UTC', locale: 'en' };
    return bookingDays({ slots: [], ...range }) as [BookingDay, ...BookingDay[]];
};

describe('bookingPage', () => {
    it('escapes every text it is given', () => {
        const page = bookingPage(
            sampleBookingPage({
                company: { name: HOSTILE, contact: HOSTILE },
                meetingType: { title: HOSTILE, description: HOSTILE, durationMinutes: 30, location: HOSTILE },
                hosts: [{ name: HOSTILE, title: HOSTILE }],
                linkPath: `/s/${HOSTILE}`,
                picker: samplePicker({
                    timeZone: 'UTC',
                    timeZones: [HOSTILE, `${HOSTILE}_`],
                    selectedStart: '2026-11-30T09:00:00Z',
                    days: [{ date: '2026-11-23', label: HOSTILE, slots: [{ value: HOSTILE, label: HOSTILE }] }]
                }),
                questions: [
                    {
                        id: HOSTILE,
                        label: HOSTILE,
                        kind: 'choice',
                        isRequired: true,
                        help: HOSTILE,
                        choices: [HOSTILE]
                    },
                    { id: 'long', label: HOSTILE, kind: 'longText', isRequired: true }
                ],
                consentText: HOSTILE,
                values: { firstName: HOSTILE, guests: `</textarea>${HOSTILE}`, 'answer.long': HOSTILE },
                errors: { firstName: HOSTILE, start: HOSTILE },
                idempotencyKey: HOSTILE
            })
        );
        expect(page).not.toContain('<script>');
        expect(page).not.toContain('<img');
        expect(page.match(/<script/g)).toHaveLength(1);
    });

    it('makes no link of a location that is a script', () => {
        const meetingType = { title: 'Call', durationMinutes: 30, location: 'javascript:alert(1)' };
        const page = bookingPage(sampleBookingPage({ meetingType }));
        expect(page).toContain('<dd>javascript:alert(1)</dd>');
        expect(page).not.toContain('href="javascript');
    });

    it('says only neutral things in the title', () => {
        const page = bookingPage(sampleBookingPage({ values: { firstName: 'Ana', lastName: 'Silva' } }));
        expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe('Book a meeting with Nexora Systems');
    });

    it('keeps what was typed, ticked and chosen', () => {
        const page = bookingPage(
            sampleBookingPage({
                picker: samplePicker({ selectedStart: '2026-11-25T10:30:00Z' }),
                values: { email: 'ana@', guests: '  one@example.com\ntwo', 'answer.MQ-3': 'More', 'answer.MQ-4': 'on' },
                errors: { email: 'Enter an email address.' }
            })
        );
        expect(page).toMatch(/name="email"[^>]*value="ana@"/);
        expect(page).toContain('\n  one@example.com\ntwo</textarea>');
        expect(page).toMatch(/<option\s+selected\s*>More/);
        expect(page).toMatch(/name="answer\.MQ-4"[^>]*checked/);
        expect(page).toMatch(/value="2026-11-25T10:30:00\.000Z"\s+checked/);
        expect(page).toMatch(/<details class="day-times" name="day"\s+open\s*>\s*<summary>Wednesday/);
        expect(page).toContain('Your time: Wednesday, 25 November 2026');
    });

    it('keeps a chosen time that lies outside the days shown', () => {
        const page = bookingPage(
            sampleBookingPage({ picker: samplePicker({ selectedStart: '2026-12-03T10:30:00.000Z' }) })
        );
        expect(page).toMatch(/<fieldset class="chosen-time" data-chosen\s*>/);
        expect(page).toMatch(/value="2026-12-03T10:30:00\.000Z"\s+checked/);
    });

    it('links each error to its field and back', () => {
        const errors = { email: 'Enter an email address.', start: 'Choose a time.', 'answer.MQ-2': 'Shorter, please.' };
        const page = bookingPage(sampleBookingPage({ errors }));
        expect(page).toContain('<title>Error: Book');
        expect(page).toMatch(/role="alert"[^>]*autofocus/);
        expect(page).toContain('<a href="#field-email">Enter an email address.</a>');
        expect(page).toContain('<a href="#times">Choose a time.</a>');
        expect(page).toMatch(/id="field-email"[^>]*aria-describedby="field-email-error"[^>]*aria-invalid="true"/);
        expect(page).toContain('id="field-email-error">Enter an email address.</p>');
        expect(page).toContain('aria-describedby="field-answer.MQ-2-help field-answer.MQ-2-error"');
        expect(page).toMatch(/id="times"[^>]*aria-describedby="field-start-error"/);
    });

    it('says first why nothing was booked', () => {
        const page = bookingPage(sampleBookingPage({ alert: 'slot_taken' }));
        expect(page.indexOf('Someone has just taken that time')).toBeGreaterThan(0);
        expect(page.indexOf('Someone has just taken that time')).toBeLessThan(page.indexOf('<h2 id="times-heading"'));
    });

    it('says why there are no times and leads to the next', () => {
        const page = bookingPage(
            sampleBookingPage({
                picker: samplePicker({
                    days: emptyMonth(),
                    noTimes: { reason: 'fully_booked', nextAvailableDate: '2026-12-01' }
                })
            })
        );
        expect(page).toContain('Every time on these days is taken.');
        expect(page).toContain('href="/s/sample-token?from=2026-12-01&amp;timeZone=Europe%2FBerlin"');
        expect(page).not.toMatch(/data-no-times[^>]* hidden/);
    });

    it('leads to other dates only within what can be booked', () => {
        const first = bookingPage(sampleBookingPage());
        expect(first).toMatch(/<a[^>]*aria-disabled="true"[^>]*data-turn="previous"/);
        expect(first).toContain('from=2026-12-01');
        const last = bookingPage(sampleBookingPage({ picker: samplePicker({ lastDate: '2026-11-30' }) }));
        expect(last).toMatch(/<a[^>]*aria-disabled="true"[^>]*data-turn="next"/);
    });

    it('offers other lengths only when there are several', () => {
        expect(bookingPage(sampleBookingPage({ durationChoices: [30] }))).not.toContain('name="durationMinutes"');
        const page = bookingPage(sampleBookingPage({ durationChoices: [30, 60] }));
        expect(page).toContain('name="durationMinutes" value="30"');
        expect(page).toContain('durationMinutes=60');
    });

    it('names the zone in use once among the zones', () => {
        const page = bookingPage(sampleBookingPage());
        expect(page.match(/<option[^>]*>Europe\/Berlin/g)).toEqual([
            '<option value="Europe/Berlin" selected>Europe/Berlin'
        ]);
        expect(page).toContain('<option value="America/New_York">America/New York');
    });
});
