import { confirmationPage, meetingPage } from './meetingPages.ts';
import { sampleMeeting, samplePicker } from './testing/sampleViews.ts';

const company = { name: 'Nexora Systems' };
const confirmation = { locale: 'en-GB', company, managePath: '/m/manage-token' };
const HOSTILE = '"><script>alert(1)</script>';

describe('confirmationPage', () => {
    it('shows when in both zones, where, with whom, and leads to calendar and meeting', () => {
        const page = confirmationPage({ ...confirmation, meeting: sampleMeeting(), email: 'ana@example.com' });
        expect(page).toContain('15:30–16:00');
        expect(page).toContain('Your host’s time (America/New York)');
        expect(page).toContain('09:30–10:00');
        expect(page).toContain('Julio Reyes');
        expect(page).toContain('href="https://meet.nexora.example/room"');
        expect(page).toContain('href="/m/manage-token/invite.ics"');
        expect(page).toContain('href="/m/manage-token"');
        expect(page).toContain('ana@example.com');
    });

    it('shows one time when both zones show the same clock', () => {
        const page = confirmationPage({ ...confirmation, meeting: sampleMeeting({ hostTimeZone: 'Europe/Paris' }) });
        expect(page).not.toContain('Your host’s time');
    });

    it('escapes what the booker and the company wrote', () => {
        const meeting = sampleMeeting({
            guests: [HOSTILE],
            hosts: [{ name: HOSTILE, title: HOSTILE }],
            icsPath: HOSTILE
        });
        const page = confirmationPage({ ...confirmation, company: { name: HOSTILE }, meeting, email: HOSTILE });
        expect(page).not.toContain('<script>');
    });
});

describe('meetingPage', () => {
    it('acts through no form unless given one', () => {
        const page = meetingPage({ locale: 'en', company, meeting: sampleMeeting() });
        expect(page).not.toContain('<form');
        expect(page).not.toContain('<script');
    });

    it('offers another time and cancelling by POST when it may', () => {
        const page = meetingPage({
            locale: 'en',
            company,
            meeting: sampleMeeting(),
            rescheduleForm: {
                path: '/m/manage-token/reschedule',
                pagePath: '/m/manage-token',
                picker: samplePicker(),
                errors: { start: 'Choose a time.' },
                idempotencyKey: 'key-1'
            },
            cancelForm: { path: '/m/manage-token/cancel', idempotencyKey: 'key-2' }
        });
        expect(page).toMatch(/method="post"\s+action="\/m\/manage-token\/reschedule"/);
        expect(page).toMatch(/method="post"\s+action="\/m\/manage-token\/cancel"/);
        expect(page).toContain('<a href="#times">Choose a time.</a>');
    });

    it('of a canceled meeting offers nothing to attend', () => {
        const canceled = sampleMeeting({ status: 'canceled' });
        const { icsPath, ...meeting } = canceled;
        expect(icsPath).toBeDefined();
        const page = meetingPage({ locale: 'en', company, meeting });
        expect(page).toContain('This meeting is canceled');
        expect(page).not.toContain('How long');
        expect(page).not.toContain('Where');
        expect(page).not.toContain('invite.ics');
    });

    it('says what cannot be done any more, and whom to ask', () => {
        const base = { locale: 'en', company: { name: 'Nexora Systems', contact: 'hello@nexora.example' } };
        const meeting = sampleMeeting();
        const late = meetingPage({ ...base, meeting, limits: ['tooLateToMove', 'tooLateToCancel'] });
        expect(late).toContain('too late to move it');
        expect(late).toContain('too late to cancel it');
        expect(late).toContain('href="mailto:hello@nexora.example"');
        expect(meetingPage({ ...base, meeting, limits: [] })).not.toContain('mailto:hello');
    });
});
