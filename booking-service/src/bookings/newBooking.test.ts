import { NewBooking } from './newBooking.ts';

const valid = {
    link: 's/token',
    start: '2026-11-23T09:00:00Z',
    timeZone: 'Europe/Berlin',
    prospect: { firstName: ' Ada ', lastName: 'Byron', email: 'ada@example.com', company: '' }
};

const withName = (firstName: string) => ({ ...valid, prospect: { ...valid.prospect, firstName } });

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

    it('takes out what cannot be seen and keeps what writing needs', () => {
        const nameOf = (firstName: string) => NewBooking.parse(withName(firstName)).prospect.firstName;
        expect(nameOf('\u202eadA\u202c\u200b\ufeff')).toBe('adA');
        expect(nameOf('\u2066Ada\u2069')).toBe('Ada');
        // Persian and emoji need the joiners.
        expect(nameOf('علی\u200cرضا')).toBe('علی\u200cرضا');
        expect(nameOf('👩\u200d🚀')).toBe('👩\u200d🚀');
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
        ['a name of what shows nothing', withName('\u200d\u00ad \u200b'), 'prospect.firstName'],
        ['half of a character in a name', withName('Ada \ud83d'), 'prospect.firstName'],
        ['a guest that is no address', { ...valid, guests: ['bob'] }, 'guests.0'],
        ['too many guests', { ...valid, guests: Array.from({ length: 11 }, (_, i) => `g${i}@example.com`) }, 'guests'],
        ['a number as an answer', { ...valid, answers: { q: 1 } }, 'answers.q']
    ])('refuses %s and names the field', (_, input, field) => {
        expect(problemsOf(input)).toContain(field);
    });
});
