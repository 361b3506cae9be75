import { readBookingForm } from './formFields.ts';

describe('readBookingForm', () => {
    it('sorts the posted fields and leaves out what is empty', () => {
        const form = readBookingForm({
            start: '2026-11-23T09:00:00Z',
            timeZone: 'Europe/Berlin',
            firstName: ' Ana ',
            lastName: 'Silva',
            email: 'ana@example.com',
            company: '  ',
            guests: 'one@example.com\r\n\r\n two@example.com, three@example.com',
            'answer.MQ-1': 'Spreadsheets',
            'answer.MQ-2': '',
            consent: 'on'
        });
        expect(form).toMatchObject({
            start: '2026-11-23T09:00:00Z',
            timeZone: 'Europe/Berlin',
            prospect: { firstName: 'Ana', lastName: 'Silva', email: 'ana@example.com' },
            guests: ['one@example.com', 'two@example.com', 'three@example.com'],
            answers: { 'MQ-1': 'Spreadsheets' },
            hasConsented: true
        });
        expect(form.prospect).not.toHaveProperty('company');
        expect(form.values['firstName']).toBe(' Ana ');
    });

    it.each([[undefined], ['text'], [{ email: ['a', 'b'], start: { $gt: '' } }]])('takes nothing from %j', (body) => {
        const empty = { prospect: {}, guests: [], answers: {}, hasConsented: false, values: {} };
        expect(readBookingForm(body)).toEqual(empty);
    });
});
