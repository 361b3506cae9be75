import { NewBooking } from './newBooking.ts';

const valid = {
    link: 's/token',
    start: '2026-11-23T09:00:00Z',
    timeZone: 'Europe/Berlin',
    prospect: { firstName: ' Ada ', lastName: 'Byron', email: 'ada@example.com', company: '' }
};

function problemsOf(input: unknown): string[] {
    const parsed = NewBooking.safeParse(input);
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

describe('NewBooking', () => {
    it('takes a booking, trims its texts and drops empty ones', () => {
        const { prospect, guests, answers } = NewBooking.parse(valid);
        expect(prospect).toEqual({ firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com', company: undefined });
        expect({ guests, answers }).toEqual({ guests: [], answers: {} });
    });

    it.each<[string, unknown, string]>([
        ['a date without a time', { ...valid, start: '2026-11-23' }, 'start'],
        ['a time without a zone', { ...valid, start: '2026-11-23T09:00:00' }, 'start'],
        ['an unknown time zone', { ...valid, timeZone: 'Mars/Olympus' }, 'timeZone'],
        ['an unknown field', { ...valid, isAdmin: true }, ''],
        ['an unknown field of the prospect', { ...valid, prospect: { ...valid.prospect, id: 1 } }, 'prospect'],
        ['a missing last name', { ...valid, prospect: { ...valid.prospect, lastName: '  ' } }, 'prospect.lastName'],
        ['a bad address', { ...valid, prospect: { ...valid.prospect, email: 'ada@' } }, 'prospect.email'],
        [
            'a line break in a name',
            { ...valid, prospect: { ...valid.prospect, firstName: 'A\r\nBcc: x' } },
            'prospect.firstName'
        ],
        ['a NUL in a name', { ...valid, prospect: { ...valid.prospect, firstName: 'A\u0000' } }, 'prospect.firstName'],
        [
            'an overlong name',
            { ...valid, prospect: { ...valid.prospect, lastName: 'x'.repeat(81) } },
            'prospect.lastName'
        ],
        ['a guest that is no address', { ...valid, guests: ['bob'] }, 'guests.0'],
        ['too many guests', { ...valid, guests: Array.from({ length: 11 }, (_, i) => `g${i}@example.com`) }, 'guests'],
        ['a number as an answer', { ...valid, answers: { q: 1 } }, 'answers.q']
    ])('refuses %s and names the field', (_, input, field) => {
        expect(problemsOf(input)).toContain(field);
    });
});
